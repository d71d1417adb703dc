/** What came over the wire for a page, and when. */

/**
 * @typedef {object} Transfer
 * @property {string} url
 * @property {{ atS: number, bytes: number }[]} pieces
 * @property {{ atS: number, bytes: number } | null} end all of it, with its head
 *
 * @typedef {object} Traffic
 * @property {() => Transfer[]} transfers so far
 * @property {(epochMs: number) => number} clockOf the browser's clock, in s, at a time of day
 */

/**
 * @param {import('playwright-core').CDPSession} devtools of the page
 * @returns {Promise<Traffic>}
 */
export async function recordTraffic(devtools) {
  /** @type {Map<string, Transfer>} */
  const transfers = new Map()
  let clockLeadS = NaN
  devtools.on('Network.requestWillBeSent', ({ requestId, request, timestamp, wallTime }) => {
    if (Number.isNaN(clockLeadS)) clockLeadS = timestamp - wallTime
    if (!request.url.startsWith('http')) return
    transfers.set(requestId, { url: request.url, pieces: [], end: null })
  })
  devtools.on('Network.dataReceived', ({ requestId, timestamp, encodedDataLength }) => {
    transfers.get(requestId)?.pieces.push({ atS: timestamp, bytes: encodedDataLength })
  })
  devtools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const transfer = transfers.get(requestId)
    if (transfer) transfer.end = { atS: timestamp, bytes: encodedDataLength }
  })
  await devtools.send('Network.enable')
  return {
    transfers: () => [...transfers.values()],
    clockOf: (epochMs) => epochMs / 1000 + clockLeadS,
  }
}

/** @param {readonly { bytes: number }[]} pieces */
function sum(pieces) {
  return pieces.reduce((total, { bytes }) => total + bytes, 0)
}

/**
 * The bytes that had come by then; of what was still on its way, the part that was there.
 * @param {readonly Transfer[]} transfers
 * @param {number} atS on the browser's clock
 */
export function bytesUntil(transfers, atS) {
  return sum(
    transfers.flatMap(({ pieces, end }) =>
      end && end.atS <= atS ? [end] : pieces.filter((piece) => piece.atS <= atS),
    ),
  )
}

/** @param {readonly Transfer[]} transfers */
export function scriptBytes(transfers) {
  const scripts = transfers.filter(({ url }) => new URL(url).pathname.endsWith('.js'))
  return sum(scripts.flatMap(({ end }) => end ?? []))
}
