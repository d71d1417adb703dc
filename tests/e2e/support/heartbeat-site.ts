/** A page that lives as the wall does: it changes its title, keeps something, and can be hung. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HeartbeatSite {
  readonly url: string
  /** How often the page had been opened before, as its own database remembers it; one per visit. */
  visits(): readonly number[]
  /** Sends the open page into a loop without end. */
  hang(): void
  close(): Promise<void>
}

/** Runs in the page. */
async function live(): Promise<void> {
  setInterval(() => (document.title = `beat ${Date.now()}`), 200)
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('kiosk')
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore('visits', { autoIncrement: true })
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error)
  })
  const transaction = database.transaction('visits', 'readwrite')
  const counting = transaction.objectStore('visits').count()
  transaction.objectStore('visits').add('visit')
  await new Promise((done, fail) => {
    transaction.oncomplete = done
    transaction.onabort = fail
  })
  await fetch('visit', { method: 'POST', body: String(counting.result) })
  await fetch('hang')
  for (;;);
}

const PAGE = `<!doctype html><title>beat</title><script>(${live.toString()})()</script>`

export async function openHeartbeatSite(): Promise<HeartbeatSite> {
  const visits: number[] = []
  const waiting: ServerResponse[] = []
  let isOrdered = false
  /** The page may ask before or after it is ordered to hang. */
  const carryOut = () => {
    if (!isOrdered) return
    isOrdered = waiting.length === 0
    waiting.splice(0).forEach((response) => response.end())
  }
  const server = createServer((request, response) => {
    if (request.url === '/hang') {
      waiting.push(response)
      return carryOut()
    }
    if (request.url !== '/visit') {
      response.writeHead(200, { 'content-type': 'text/html' })
      return void response.end(PAGE)
    }
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString()))
    request.on('end', () => {
      visits.push(Number(body))
      response.end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    visits: () => visits,
    hang() {
      isOrdered = true
      carryOut()
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
