/** One request, with the answer as it came over the wire: nothing unpacked, no redirect followed. */
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { TLSSocket } from 'node:tls'

/**
 * @typedef {object} Answer
 * @property {number} status 0 where nothing answered, or not to the end
 * @property {string | null} error why not
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {Buffer} body at most `MOST_BYTES` of it
 * @property {number} arrived ms since 1970, when the head of the answer was there
 * @property {string | null} certificateEnd last day of the server's certificate, as it says it
 *
 * @typedef {{ method?: string, headers?: Readonly<Record<string, string>> }} Question
 *
 * @typedef {(address: string, question?: Question) => Promise<Answer>} Ask
 */

const PATIENCE_MS = 20_000
const MOST_BYTES = 64 * 1024 * 1024

/** @param {import('node:net').Socket} socket */
function certificateEndOf(socket) {
  return socket instanceof TLSSocket ? (socket.getPeerCertificate().valid_to ?? null) : null
}

/** @type {Ask} */
export function ask(address, { method = 'GET', headers = {} } = {}) {
  const request = address.startsWith('https:') ? requestHttps : requestHttp
  return new Promise((resolve) => {
    /** @param {Error} error */
    const fail = ({ message }) =>
      resolve({
        status: 0,
        error: message,
        headers: {},
        body: Buffer.alloc(0),
        arrived: Date.now(),
        certificateEnd: null,
      })
    const asked = request(address, { method, headers, timeout: PATIENCE_MS }, (response) => {
      const arrived = Date.now()
      const certificateEnd = certificateEndOf(response.socket)
      const { statusCode: status = 0, headers } = response
      /** @type {Buffer[]} */
      const pieces = []
      let size = 0
      response.on('data', (/** @type {Buffer} */ piece) => {
        size += piece.length
        if (size > MOST_BYTES) return void response.destroy(new Error(`> ${MOST_BYTES} bytes`))
        pieces.push(piece)
      })
      response.on('error', fail)
      response.on('end', () =>
        resolve({
          status,
          error: null,
          headers,
          body: Buffer.concat(pieces),
          arrived,
          certificateEnd,
        }),
      )
    })
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} s`)))
    asked.on('error', fail)
    asked.end()
  })
}
