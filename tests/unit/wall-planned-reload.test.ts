/** The wall reloads itself in the dark, at a boundary, and only into a page that has answered. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin, MINUTES_PER_DAY, type DutyHours } from '../../src/slides/duty-hours.ts'
import { startPlannedReload, type PlannedReloadTools } from '../../src/wall/planned-reload.ts'
import { partsOfDocument, probeDocument } from '../../src/wall/probe-document.ts'
import { planReloadWindow } from '../../src/wall/reload-window.ts'
import { ManualTimers, settle } from '../fixtures/feed/manual-timers.ts'

const OFFICE = { from: 450, to: 1110 }
const MINUTE = 60_000

describe('the hour of the reload', () => {
  it('is the one asked for, give or take ten minutes, and ends when duty begins', () => {
    expect(planReloadWindow(210, OFFICE, 0)).toEqual({ from: 200, to: 450 })
    expect(planReloadWindow(210, OFFICE, 0.5)).toEqual({ from: 210, to: 450 })
    expect(planReloadWindow(210, OFFICE, 0.99999)).toEqual({ from: 220, to: 450 })
    expect(planReloadWindow(5, OFFICE, 0)).toEqual({ from: 1435, to: 450 })
  })

  it('is put off until after duty where it was asked for on duty', () => {
    expect(planReloadWindow(600, OFFICE, 0.5)).toEqual({ from: 1120, to: 450 })
  })

  it('lasts an hour on a wall that is always on duty', () => {
    expect(planReloadWindow(210, 'always', 0.5)).toEqual({ from: 210, to: 270 })
    expect(planReloadWindow(1430, 'always', 0.5)).toEqual({ from: 1430, to: 50 })
  })

  it('is never on duty where there is any dark', () => {
    const minute = fc.integer({ min: 0, max: MINUTES_PER_DAY - 1 })
    const hours = fc
      .tuple(minute, fc.integer({ min: 1, max: MINUTES_PER_DAY }))
      .filter(([from, to]) => from !== to && (to - from + MINUTES_PER_DAY) % MINUTES_PER_DAY < 1410)
      .filter(([from, to]) => from !== 0 || to !== MINUTES_PER_DAY)
    const random = fc.double({ min: 0, max: 0.999999, noNaN: true })
    fc.assert(
      fc.property(minute, hours, random, (at, [from, to], chance) => {
        const duty: DutyHours = { from, to }
        const window = planReloadWindow(at, duty, chance)
        const minutes = Array.from({ length: MINUTES_PER_DAY }, (_, each) => each)
        const within = minutes.filter((each) => isWithin(window, each))
        expect(within).not.toEqual([])
        expect(within.filter((each) => isWithin(duty, each))).toEqual([])
      }),
    )
  })
})

function createNight(more: Partial<PlannedReloadTools> = {}) {
  const timers = new ManualTimers(5)
  const startMs = timers.nowMs
  const counts = { reloads: 0, probes: 0 }
  const server = { isWhole: true }
  /** The document was opened at eight in the evening. */
  const steadyMs = () => timers.nowMs - startMs
  const planned = startPlannedReload({
    window: { from: 210, to: 450 },
    minuteOfDay: () => Math.floor(1200 + steadyMs() / MINUTE) % MINUTES_PER_DAY,
    nowMs: () => timers.nowMs,
    steadyMs,
    startTimer: timers.startTimer,
    ledger: { mayReload: () => true, noteReload: () => true },
    probe: () => {
      counts.probes += 1
      return Promise.resolve(server.isWhole)
    },
    reload: () => {
      counts.reloads += 1
    },
    ...more,
  })
  /** To a minute counted from eight in the evening: 450 is half past three. */
  const until = async (minute: number) => {
    await timers.advance(startMs + minute * MINUTE - timers.nowMs)
  }
  return { timers, counts, server, planned, until }
}

describe('the planned reload', () => {
  it('comes at the first boundary in the hour, after the new page has answered', async () => {
    const { planned, until, counts, timers } = createNight()
    await until(449)
    expect(planned.atBoundary()).toBe(false)
    expect(counts.probes).toBe(0)
    await until(451)
    expect(planned.atBoundary()).toBe(true)
    // Asked again each minute: a server may be gone the next.
    expect(counts).toEqual({ probes: 2, reloads: 1 })
    expect(planned.atBoundary()).toBe(false)
    expect(timers.pending).toBe(0)
  })

  it('waits longer and longer while the page does not answer, and comes when it does', async () => {
    const { planned, until, counts, server } = createNight()
    server.isWhole = false
    await until(450 + 60)
    expect(planned.atBoundary()).toBe(false)
    // After 0, 1, 3, 7, 15, 31 and 47 minutes.
    expect(counts.probes).toBe(7)
    server.isWhole = true
    await until(450 + 64)
    expect(planned.atBoundary()).toBe(true)
  })

  it('is left for another day when the dark is over', async () => {
    const { planned, until, counts, server } = createNight()
    server.isWhole = false
    await until(689)
    server.isWhole = true
    await until(691)
    const before = counts.probes
    expect(planned.atBoundary()).toBe(false)
    await until(1440)
    expect(planned.atBoundary()).toBe(false)
    expect(counts.probes).toBe(before)
    await until(1440 + 451)
    expect(planned.atBoundary()).toBe(true)
  })

  it('asks again where the boundary is long in coming', async () => {
    const { planned, until, counts, server } = createNight()
    await until(455)
    server.isWhole = false
    await until(480)
    expect(counts.probes).toBeGreaterThan(1)
    expect(planned.atBoundary()).toBe(false)
  })

  it('does not come to a page that was opened in the last six hours', async () => {
    const { planned, until, counts } = createNight({ window: { from: 1210, to: 450 } })
    await until(359)
    expect(planned.atBoundary()).toBe(false)
    expect(counts.probes).toBe(0)
    await until(361)
    expect(planned.atBoundary()).toBe(true)
  })

  it('comes at any hour where it is asked for early, and still only into a page that answers', async () => {
    const { planned, until, server } = createNight({ window: null })
    server.isWhole = false
    planned.requestEarly()
    await until(10)
    expect(planned.atBoundary()).toBe(false)
    server.isWhole = true
    await until(20)
    expect(planned.atBoundary()).toBe(true)
  })

  it('does not come where the ledger forbids it, or can note it nowhere', async () => {
    for (const ledger of [
      { mayReload: () => false, noteReload: () => true },
      { mayReload: () => true, noteReload: () => false },
    ]) {
      const { planned, until, counts } = createNight({ ledger })
      await until(460)
      expect(planned.atBoundary()).toBe(false)
      expect(counts.reloads).toBe(0)
    }
  })

  it('never comes where it is switched off', async () => {
    const { planned, until, counts } = createNight({ window: null })
    await until(3 * 1440)
    expect(planned.atBoundary()).toBe(false)
    expect(counts.probes).toBe(0)
    planned.stop()
  })
})

const URL_OF_WALL = 'https://wall.example/city/wall.html?dwell=20'
const HTML = `<!doctype html><html><head>
<link rel="icon" href="./icon.svg">
<link rel="stylesheet" crossorigin href="./assets/wall-1.css">
<link rel=modulepreload href='./assets/part-2.js'>
<!-- <script src="./gone.js"></script> -->
<script src="./first-paint.js"></script>
<script type="module" crossorigin src="/city/assets/wall-3.js?a=1&amp;b=2"></script>
</head><body><script type="application/json">{}</script></body></html>`

const FILES: ReadonlyMap<string, readonly [type: string, body: string]> = new Map([
  [URL_OF_WALL, ['text/html; charset=utf-8', HTML]],
  ['https://wall.example/city/assets/wall-1.css', ['text/css', 'p{}']],
  ['https://wall.example/city/assets/part-2.js', ['text/javascript', '1']],
  ['https://wall.example/city/first-paint.js', ['application/javascript', '2']],
  ['https://wall.example/city/assets/wall-3.js?a=1&b=2', ['text/javascript', '3']],
])

function createServer(change: (url: string, usual: Response) => Response | Promise<Response>) {
  const asked: { readonly url: string; readonly init: RequestInit }[] = []
  const timers = new ManualTimers()
  const fetch = async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    const [type, body] = FILES.get(url) ?? ['text/html', '']
    const headers = { 'content-type': type }
    const usual = FILES.has(url) ? new Response(body, { headers }) : Response.error()
    return change(url, usual)
  }
  return { asked, timers, tools: { fetch, startTimer: timers.startTimer } }
}

describe('the look at the page before a reload', () => {
  it('finds the scripts and sheets that the page names, and nothing else', () => {
    expect(partsOfDocument(HTML, URL_OF_WALL).map(({ url }) => url)).toEqual(
      [...FILES.keys()].slice(1),
    )
  })

  it('is content when all of them answer, and asks the server itself', async () => {
    const { asked, timers, tools } = createServer((_, usual) => usual)
    expect(await probeDocument(URL_OF_WALL, tools)).toBe(true)
    expect(asked.map(({ url }) => url)).toEqual([...FILES.keys()])
    expect(asked.every(({ init }) => init.cache === 'no-store')).toBe(true)
    expect(timers.pending).toBe(0)
  })

  it.each([...FILES.keys()])(
    'is not content when one is missing or no such file: %s',
    async (bad) => {
      const answers = [
        () => new Response('', { status: 503 }),
        () => new Response('<p>made up</p>', { headers: { 'content-type': 'text/plain' } }),
        () => Promise.reject(new TypeError('made up for this test')),
        () =>
          new Response('short', { status: 206, headers: { 'content-type': 'text/javascript' } }),
      ]
      for (const answer of answers) {
        const { tools } = createServer((url, usual) => (url === bad ? answer() : usual))
        expect(await probeDocument(URL_OF_WALL, tools)).toBe(false)
      }
    },
  )

  it('is not content with another page, which names no script of ours', async () => {
    const headers = { 'content-type': 'text/html' }
    const { tools } = createServer(() => new Response('<h1>Log in</h1>', { headers }))
    expect(await probeDocument(URL_OF_WALL, tools)).toBe(false)
  })

  it('reads no more than a page of ours can be long', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
    })
    const headers = { 'content-type': 'text/html' }
    const { tools } = createServer(() => new Response(endless, { headers }))
    expect(await probeDocument(URL_OF_WALL, tools)).toBe(false)
  })

  it('gives up where no answer comes', async () => {
    const { timers } = createServer((_, usual) => usual)
    const fetch = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('made up for this test')))
      })
    const probe = probeDocument(URL_OF_WALL, { fetch, startTimer: timers.startTimer })
    await settle()
    await timers.advance(30_000)
    expect(await probe).toBe(false)
  })
})
