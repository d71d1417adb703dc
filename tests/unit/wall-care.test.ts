/** Small cares of a screen that runs for months: drift, pointer, heap, sign of life. */
import { describe, expect, it } from 'vitest'
import { driftAt, startHeaderDrift, type Drift } from '../../src/wall/header-drift.ts'
import { isTooHeavy, NO_HEAP_SEEN, noteHeap, watchHeap } from '../../src/wall/heap-watch.ts'
import { hideIdleCursor, IDLE_CURSOR_CLASS } from '../../src/wall/idle-cursor.ts'
import { startLifeSign } from '../../src/wall/life-sign.ts'
import { startRepeating } from '../../src/wall/repeat.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'

const MINUTE = 60_000

describe('what is done again and again', () => {
  it('is done at once, then in its rhythm, with one timer, until it is stopped', async () => {
    const timers = new ManualTimers()
    let runs = 0
    const stop = startRepeating(timers.startTimer, MINUTE, () => (runs += 1))
    await timers.advance(3 * MINUTE)
    expect([runs, timers.pending]).toEqual([4, 1])
    stop()
    await timers.advance(MINUTE)
    expect([runs, timers.pending]).toEqual([4, 0])
  })

  it('can stop itself', async () => {
    const timers = new ManualTimers()
    let runs = 0
    const stop = startRepeating(timers.startTimer, MINUTE, () => {
      runs += 1
      if (runs === 2) stop()
    })
    await timers.advance(5 * MINUTE)
    expect([runs, timers.pending]).toEqual([2, 0])
  })
})

describe('the drift of the header', () => {
  it('moves by one pixel a minute, within four to each side, and closes', () => {
    for (let minute = 0; minute < 400; minute += 1) {
      const [from, to] = [driftAt(minute), driftAt(minute + 1)]
      expect(Math.abs(to.x - from.x) + Math.abs(to.y - from.y)).toBe(1)
      expect(Math.max(Math.abs(to.x), Math.abs(to.y))).toBeLessThanOrEqual(4)
      expect(driftAt(minute + 160)).toEqual(from)
    }
  })

  it('comes everywhere', () => {
    const places = new Set(Array.from({ length: 160 }, (_, at) => JSON.stringify(driftAt(at))))
    expect(places.size).toBe(81)
  })

  it('rests where people ask for less motion, as soon as they do', async () => {
    const timers = new ManualTimers()
    const reducedMotion = { matches: false }
    const placed: Drift[] = []
    const stop = startHeaderDrift({
      startTimer: timers.startTimer,
      nowMs: () => timers.nowMs,
      reducedMotion,
      place: (drift) => placed.push(drift),
    })
    reducedMotion.matches = true
    await timers.advance(MINUTE)
    expect(placed[0]).toEqual(driftAt(timers.nowMs / MINUTE - 1))
    expect(placed[1]).toEqual({ x: 0, y: 0 })
    stop()
    expect(timers.pending).toBe(0)
  })
})

describe('the pointer', () => {
  function move(x: number, y: number): Event {
    return Object.assign(new Event('mousemove'), { screenX: x, screenY: y })
  }

  function createPointer() {
    const timers = new ManualTimers()
    const window = new EventTarget()
    const classes = new Set<string>()
    const classList = {
      add: (name: string) => void classes.add(name),
      remove: (name: string) => void classes.delete(name),
    }
    const stop = hideIdleCursor(window, { classList }, timers.startTimer)
    return { timers, window, stop, isHidden: () => classes.has(IDLE_CURSOR_CLASS) }
  }

  it('is hidden after three seconds of rest and shown when it moves', async () => {
    const { timers, window, isHidden } = createPointer()
    await timers.advance(2999)
    expect(isHidden()).toBe(false)
    await timers.advance(1)
    expect(isHidden()).toBe(true)
    window.dispatchEvent(move(10, 10))
    expect(isHidden()).toBe(false)
    await timers.advance(3000)
    expect(isHidden()).toBe(true)
  })

  it('stays hidden when only what lies under it changes', async () => {
    const { timers, window, isHidden } = createPointer()
    window.dispatchEvent(move(10, 10))
    await timers.advance(3000)
    window.dispatchEvent(move(10, 10))
    expect(isHidden()).toBe(true)
  })

  it('is shown again, and nothing listens any more, when it is let go', async () => {
    const { timers, window, stop, isHidden } = createPointer()
    await timers.advance(3000)
    stop()
    expect([isHidden(), timers.pending]).toEqual([false, 0])
    window.dispatchEvent(move(1, 2))
    expect(timers.pending).toBe(0)
  })
})

describe('the watch over the heap', () => {
  const MB = 1024 * 1024

  function seen(bytes: readonly number[]) {
    return bytes.reduce(noteHeap, NO_HEAP_SEEN)
  }
  /** A usual first hour, one look a minute; sizes made up. */
  const hour = Array.from({ length: 60 }, (_, minute) => (20 + (minute % 3)) * MB)

  it('takes the median of the first hour for usual, and keeps nothing else of it', () => {
    expect(seen(hour)).toEqual({ samples: [], baseline: 21 * MB, heavyLooks: 0 })
  })

  it('finds it too heavy when it stays above four times that, not at a single peak', () => {
    const heavy = 85 * MB
    const peaks = Array.from({ length: 100 }, (_, at) => (at % 5 === 4 ? 21 * MB : heavy))
    expect(isTooHeavy(seen([...hour, ...peaks]))).toBe(false)
    expect(isTooHeavy(seen([...hour, heavy, heavy, heavy, heavy]))).toBe(false)
    expect(isTooHeavy(seen([...hour, heavy, heavy, heavy, heavy, heavy]))).toBe(true)
  })

  it('says so once, and does nothing in a browser that does not tell', async () => {
    const timers = new ManualTimers()
    const memory = { usedJSHeapSize: 20 * MB }
    let calls = 0
    const stop = watchHeap({ memory }, timers.startTimer, () => (calls += 1))
    await timers.advance(60 * MINUTE)
    memory.usedJSHeapSize = 81 * MB
    await timers.advance(30 * MINUTE)
    expect(calls).toBe(1)
    stop()
    expect(timers.pending).toBe(0)
    watchHeap({}, timers.startTimer, () => (calls += 1))
    expect(timers.pending).toBe(0)
  })
})

describe('the sign of life', () => {
  it('changes each minute and names slide, time and product', async () => {
    const timers = new ManualTimers()
    const startMs = timers.nowMs
    const document = { title: '' }
    const titles = new Set<string>()
    const stop = startLifeSign({
      document,
      startTimer: timers.startTimer,
      minuteOfDay: () => 14 * 60 + 32 + Math.floor((timers.nowMs - startMs) / MINUTE),
      slideTitle: () => '督察整改',
      lang: () => 'zh',
    })
    expect(document.title).toBe('督察整改 · 14:32 · 清览')
    for (let minute = 1; minute <= 10; minute += 1) {
      await timers.advance(MINUTE)
      titles.add(document.title)
    }
    expect(titles.size).toBe(10)
    stop()
    expect(timers.pending).toBe(0)
  })
})
