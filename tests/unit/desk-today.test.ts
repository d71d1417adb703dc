import { describe, expect, it } from 'vitest'
import { localDay, momentOf, watchToday } from '../../src/stores/today.ts'

/** A window whose clock and timer the test moves by hand. */
function fakeWindow(start: Date) {
  const state = { now: start, tick: () => undefined as void, cleared: 0 }
  class FakeDate extends Date {
    constructor() {
      super(state.now.getTime())
    }
  }
  const window = {
    Date: FakeDate as unknown as DateConstructor,
    setInterval: (run: () => void) => {
      state.tick = run
      return 7
    },
    clearInterval: () => {
      state.cleared += 1
    },
  }
  return { state, window: window as unknown as Parameters<typeof watchToday>[0] }
}

describe("today's date", () => {
  it("is the reader's own, not that of Greenwich", () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })

  it('is told at once and again after midnight, and not in between', () => {
    const { state, window } = fakeWindow(new Date(2026, 11, 31, 23, 58))
    const told: string[] = []
    const stop = watchToday(window, (day) => told.push(day))
    state.tick()
    state.now = new Date(2027, 0, 1, 0, 0)
    state.tick()
    expect(told).toEqual(['2026-12-31', '2027-01-01'])
    stop()
    expect(state.cleared).toBe(1)
  })
})

describe('the moment', () => {
  const dayOf = (ms: number) => localDay(new Date(ms))
  const head = { seq: 3 }
  const takenInMs = new Date(2026, 10, 24, 23, 59).getTime()

  it('knows the day on which this device took the data in, and whether it keeps them', () => {
    const kept = momentOf('2026-11-25', { head, takenInMs, storage: { kind: 'dexie' } }, dayOf)
    const takenIn = { day: '2026-11-24', isKept: true }
    expect(kept).toEqual({ today: '2026-11-25', seq: 3, takenIn })
    const memory = momentOf('2026-11-25', { head, takenInMs, storage: { kind: 'memory' } }, dayOf)
    expect(memory.takenIn).toEqual({ ...takenIn, isKept: false })
  })

  it('knows that data stand in the file, and that a data pack put beside them does not stay', () => {
    const storage = { kind: 'embedded' }
    const opened = momentOf('2026-11-25', { head, takenInMs: null, storage }, dayOf)
    expect(opened.takenIn).toBe('in-file')
    const packed = momentOf('2026-11-25', { head, takenInMs, storage }, dayOf)
    expect(packed.takenIn).toEqual({ day: '2026-11-24', isKept: false })
  })

  it('knows of no taking in where the data came with the page', () => {
    const written = momentOf('', { head: null, takenInMs: null, storage: { kind: null } }, dayOf)
    expect(written).toEqual({ today: '', seq: 0, takenIn: null })
  })
})
