/** A small static server on loopback, for `npm start`, preview and the browser tests. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pipeline } from 'node:stream'
import { Failure, runMain } from './failure.mjs'
import { isHashedName } from './hashed-name.mjs'
import { chooseEncoding, createPacked, isPackable } from './packed.mjs'
import { policyOf, POLICY_HEADERS } from './policy.mjs'
import { ROOT } from './run-command.mjs'

const MEDIA_TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.ics', 'text/calendar; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])

/** @param {string} path path of the address, starting with a slash */
function cacheControl(path) {
  return isHashedName(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/**
 * The file that an address means, or null where it means none: nothing outside the root, no dot
 * files.
 * @param {string} root
 * @param {string} path path of the address, still percent-encoded
 */
export function fileOf(root, path) {
  let decoded
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null // a malformed escape names no file
  }
  if (/[\0\\]|\/\.|\/\//.test(decoded)) return null
  const file = resolve(root, `.${decoded.endsWith('/') ? `${decoded}index.html` : decoded}`)
  return file.startsWith(resolve(root) + sep) ? file : null
}

/** @param {string} file */
async function statOf(file) {
  try {
    return await stat(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null // absent, or not to be read
    throw error
  }
}

/**
 * What to send of a file: what was packed beforehand as `<file>.br`, what is packed here, or the file
 * as it is, as the browser takes it.
 * @param {string} file
 * @param {string} accepted the header Accept-Encoding
 * @param {ReturnType<typeof createPacked>} packed
 */
async function bodyOf(file, accepted, packed) {
  const plain = await statOf(file)
  if (!plain?.isFile()) return null
  const encoding = chooseEncoding(accepted)
  const ready = encoding === 'br' ? await statOf(`${file}.br`) : null
  const { size, mtimeMs } = ready ?? plain
  // Weak, so that it holds for the file however it is packed.
  const tag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
  if (ready) return { tag, size, encoding, path: `${file}.br` }
  if (!encoding || !isPackable(file, size)) return { tag, size, encoding: null, path: file }
  const bytes = await packed(file, encoding, tag)
  return { tag, size: bytes.length, encoding, bytes }
}

/**
 * @param {{ root: string, packed: ReturnType<typeof createPacked> }} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer({ root, packed }, request, response) {
  /** @param {number} status @param {string} text */
  const refuse = (status, text) => {
    response.writeHead(status, { 'Content-Type': MEDIA_TYPES.get('.txt') })
    response.end(request.method === 'HEAD' ? undefined : `${text}\n`)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return refuse(405, 'method not allowed')
  }
  const [path = '/'] = (request.url ?? '/').split(/[?#]/)
  const file = fileOf(root, path)
  const body = file && (await bodyOf(file, String(request.headers['accept-encoding']), packed))
  if (!file || !body) return refuse(404, 'not found')
  response.setHeader('Cache-Control', cacheControl(path))
  response.setHeader('Vary', 'Accept-Encoding')
  response.setHeader('ETag', body.tag)
  if (request.headers['if-none-match'] === body.tag) return void response.writeHead(304).end()
  const type = MEDIA_TYPES.get(extname(file)) ?? 'application/octet-stream'
  const encoding = body.encoding ? { 'Content-Encoding': body.encoding } : {}
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.size, ...encoding })
  if (request.method === 'HEAD') return void response.end()
  if (body.bytes) return void response.end(body.bytes)
  pipeline(createReadStream(body.path), response, () => response.destroy())
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<void>}
 */
function listen(server, port) {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail)
      done()
    })
  })
}

/** @param {unknown} error */
function isPortTaken(error) {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

/**
 * Serves a folder on 127.0.0.1.
 * @param {object} options
 * @param {string} options.root
 * @param {number} [options.port] 0 for any free one
 * @param {number} [options.tries] how many ports to try, counting up, before giving up
 * @param {Readonly<Record<string, string>>} [options.headers] sent with every response
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ root, port = 0, tries = 1, headers = POLICY_HEADERS }) {
  const packed = createPacked()
  const server = createServer((request, response) => {
    // Public figures: sandboxed frames and other hosts may read them.
    response.setHeader('Access-Control-Allow-Origin', '*')
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const [path = '/'] = (request.url ?? '/').split(/[?#]/)
    if (headers === POLICY_HEADERS) {
      response.setHeader('Content-Security-Policy', policyOf(path))
    }
    // As deploy/nginx does it: the script stands in the page, which the policy refuses here.
    if (path.endsWith('/qinglan.html')) response.setHeader('Content-Disposition', 'attachment')
    answer({ root, packed }, request, response).catch((error) => response.destroy(error))
  })
  for (let left = tries, next = port; ; left -= 1, next += 1) {
    try {
      await listen(server, next)
      break
    } catch (error) {
      if (!isPortTaken(error) || left <= 1) throw error
    }
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** Serves dist, on 4173 or the next free port, until the process ends. */
export async function serveDist() {
  const root = join(ROOT, 'dist')
  if (!(await statOf(root)))
    throw new Failure('还没有 dist,请先 npm run build / no dist yet: npm run build')
  const { url } = await serve({ root, port: 4173, tries: 100 })
  console.log(`清览 Qinglan  ${url}`)
  console.log(`大屏 Wall     ${url}wall.html`)
  console.log('按 Ctrl+C 结束 / Ctrl+C stops it')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) runMain(serveDist)
