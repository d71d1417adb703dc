/** The wall's reloads with a made-up browser around them: which edges they touch, and when. */
import { describe, expect, it } from 'vitest'
import { startSelfReload, type SelfReloadTools } from '../../src/wall/self-reload.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'

const MINUTE = 60_000
const MB = 1024 * 1024
const ROUND_OVER = { isRoundOver: true }

/** A wall that was opened at eight in the evening. */
function createWall(more: Partial<SelfReloadTools> = {}) {
  const timers = new ManualTimers(25)
  const startMs = new Date(2026, 10, 24, 20, 0).getTime()
  timers.nowMs = startMs
  const asked: string[] = []
  const items = new Map<string, string>()
  const memory = { usedJSHeapSize: 20 * MB }
  const counts = { reloads: 0 }
  const window = {
    Math: { random: () => 0.5 },
    fetch: (url: string) => {
      asked.push(url)
      const isScript = url.endsWith('.js')
      return Promise.resolve(
        new Response(isScript ? '1' : '<script src="wall.js"></script>', {
          headers: { 'content-type': isScript ? 'text/javascript' : 'text/html' },
        }),
      )
    },
    history: { state: null, replaceState: () => undefined },
    location: {
      href: 'https://wall.example/wall.html?dwell=20#part',
      hash: '#part',
      reload: () => (counts.reloads += 1),
    },
    sessionStorage: {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, text: string) => void items.set(name, text),
    },
    performance: { memory },
  } as unknown as SelfReloadTools['window']
  const wall = startSelfReload({
    window,
    now: () => new Date(timers.nowMs),
    steadyMs: () => timers.nowMs - startMs,
    startTimer: timers.startTimer,
    hours: { from: 450, to: 1110 },
    reloadAt: 210,
    ...more,
  })
  return { timers, asked, items, memory, counts, wall }
}

describe("the wall's own reload", () => {
  it('asks for its own address without the hash, notes the reload, and leaves no timer', async () => {
    const { timers, asked, items, counts, wall } = createWall()
    await timers.advance(451 * MINUTE)
    expect(wall.atBoundary(ROUND_OVER)).toBe(true)
    expect(asked).toEqual([
      'https://wall.example/wall.html?dwell=20',
      'https://wall.example/wall.js',
    ])
    expect([...items.values()]).toEqual([String(timers.nowMs)])
    expect(counts.reloads).toBe(1)
    wall.stop()
    expect(timers.pending).toBe(0)
  })

  it('comes on duty too, and where it is switched off, when the heap has grown fourfold', async () => {
    const { timers, memory, counts, wall } = createWall({ reloadAt: 'off', hours: 'always' })
    await timers.advance(61 * MINUTE)
    memory.usedJSHeapSize = 90 * MB
    await timers.advance(7 * MINUTE)
    expect(wall.atBoundary({ isRoundOver: false })).toBe(true)
    expect(counts.reloads).toBe(1)
    wall.stop()
    expect(timers.pending).toBe(0)
  })
})
