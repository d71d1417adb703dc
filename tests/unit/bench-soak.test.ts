/** What the soak asks for, what it lets go wrong, and what it lets pass. */
import { describe, expect, it } from 'vitest'
import { readSoakArguments } from '../../bench/soak-arguments.mjs'
import { judge, theilSen, type Outcome } from '../../bench/soak-criteria.mjs'
import { createRandom, FAULT_KINDS, planFaults } from '../../bench/soak-faults.mjs'
import { LEAKS } from '../../bench/soak-leaks.mjs'
import { divideIntoStretches } from '../../bench/soak-stretches.mjs'
import { nextCheckMs } from '../../src/stores/poller.ts'
import type { Sample } from '../../bench/soak-sample.mjs'

/** Made-up samples, for these tests only. */
function sample(hour: number, more: Partial<Sample> = {}): Sample {
  return {
    slides: hour * 240,
    heapMB: 9 + (hour % 3) / 100,
    embedderMB: 1.2,
    backingMB: 0.8,
    nodes: 253,
    listeners: 55,
    alive: 1,
    mounted: 1,
    canvasMP: 0,
    objectUrls: 0,
    databases: 1,
    rows: { heads: 1, publications: 30, series: 200 },
    listedPublications: 30,
    caches: 1,
    cachedFiles: 32,
    ...more,
  }
}

const HOURS = Array.from({ length: 12 }, (_, hour) => hour)

function outcome(
  read: (hour: number) => Partial<Sample> = () => ({}),
  more: Partial<Outcome> = {},
) {
  const told = { pageErrors: [], violations: [], unrecovered: [], differences: [] }
  const counts = { reloadsInAnHour: 0, fallen: 0, blank: 0 }
  return { samples: HOURS.map((hour) => sample(hour, read(hour))), ...told, ...counts, ...more }
}

function missed(of: Outcome): readonly string[] {
  return judge(of).flatMap(({ isMet, name }) => (isMet ? [] : [name]))
}

describe('the soak', () => {
  it('lets a wall pass that holds what it held', () => {
    expect(missed(outcome())).toEqual([])
  })

  it.each<[string, (hour: number) => Partial<Sample>]>([
    ['heap slope', (hour) => ({ heapMB: 9 + hour * 0.06 })],
    ['embedder heap', (hour) => ({ embedderMB: 1 + hour * 0.4 })],
    ['backing stores', (hour) => ({ backingMB: 1 + hour * 0.2 })],
    ['ECharts instances', (hour) => ({ alive: hour === 5 ? 2 : 1 })],
    ['charts mounted', () => ({ alive: 0, mounted: 0 })],
    ['DOM nodes', (hour) => ({ nodes: 253 + hour })],
    ['listeners', (hour) => ({ listeners: 55 + hour })],
    ['object URLs', (hour) => ({ objectUrls: hour })],
    ['canvas', () => ({ canvasMP: 36 })],
    ['store and cache rows', () => ({ databases: 2 })],
    ['store and cache rows', () => ({ rows: { heads: 1, publications: 29, series: 200 } })],
    ['store and cache rows', () => ({ cachedFiles: 40 })],
    ['releases cached', () => ({ caches: 3 })],
  ])('fails for its %s', (name, read) => {
    expect(missed(outcome(read))).toEqual([name])
  })

  it.each<[string, Partial<Outcome>]>([
    ['page errors', { pageErrors: ['Error'] }],
    ['policy violations', { violations: ['script-src'] }],
    ['reloads in an hour', { reloadsInAnHour: 4 }],
    ['steps without a slide', { blank: 1 }],
    ['generation went back', { fallen: 1 }],
    ['not well a minute after a fault', { unrecovered: ['day 3, silent'] }],
    ['differs from a fresh load', { differences: ['pixels'] }],
  ])('fails for %s', (name, more) => {
    expect(missed(outcome(() => ({}), more))).toEqual([name])
  })

  it('does not count what the first third of it warms up', () => {
    const read = (hour: number) => (hour < 4 ? { heapMB: hour, listeners: hour, nodes: hour } : {})
    expect(missed(outcome(read))).toEqual([])
  })

  it('is not moved by one sample that is off', () => {
    const points = HOURS.map((hour) => [hour, hour === 3 ? 100 : hour * 2] as const)
    expect(theilSen(points)).toBeCloseTo(2)
  })

  it('knows for each leak the criterion that must catch it', () => {
    const names = judge(outcome()).map(({ name }) => name)
    for (const { caughtBy } of Object.values(LEAKS)) expect(names).toContain(caughtBy)
  })
})

describe('the faults of a day', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(planFaults(createRandom(7))).toEqual(planFaults(createRandom(7)))
    expect(planFaults(createRandom(7))).not.toEqual(planFaults(createRandom(8)))
  })

  it('last longer than the wall leaves between two looks, so that it meets every one', () => {
    const random = createRandom(1)
    const days = Array.from({ length: 300 }, () => planFaults(random))
    const shortest = Math.min(...days.flat().map(({ lastsMs }) => lastsMs))
    expect(shortest).toBeGreaterThan(nextCheckMs(0, 1))
  })

  it('follow each other with room between them, all within the day, and all kinds come', () => {
    const random = createRandom(1)
    const days = Array.from({ length: 30 }, () => planFaults(random))
    for (const day of days) {
      const ends = day.map(({ fromMs, lastsMs }) => fromMs + lastsMs)
      expect(day.map(({ isNews }) => isNews)).toEqual([true, false, false])
      expect(ends.slice(0, -1).every((end, at) => end + 60_000 < (day[at + 1]?.fromMs ?? 0))).toBe(
        true,
      )
      expect(Math.max(...ends)).toBeLessThan(24 * 3_600_000)
    }
    expect(new Set(days.flat().map(({ kind }) => kind))).toEqual(new Set(FAULT_KINDS))
  })
})

describe('the command line of the soak', () => {
  it('is a day and a month, unless something else is asked for', () => {
    const full = {
      parts: ['day', 'month'],
      hours: 24,
      days: 30,
      seed: 5,
      leak: null,
      isProof: false,
    }
    expect(readSoakArguments([], 5)).toEqual(full)
    expect(readSoakArguments(['--seed', '9', '--part', 'month', '--days', '3'], 5)).toEqual({
      ...full,
      parts: ['month'],
      days: 3,
      seed: 9,
    })
  })

  it('looks for leaks in a few hours of quick slides', () => {
    expect(readSoakArguments(['--leak', 'chart'], 5)).toMatchObject({
      parts: ['day'],
      leak: 'chart',
    })
    expect(readSoakArguments(['--prove'], 5)).toMatchObject({ parts: ['day'], isProof: true })
    expect(readSoakArguments(['--prove'], 5).hours).toBeLessThan(24)
  })

  it.each([
    [['--leak', 'tap'], '--leak tap'],
    [['--part', 'year'], '--part year'],
    [['--days', '31'], '--days 31'],
    [['--seed', 'x'], '--seed x'],
    [['--fast'], 'npm run soak'],
  ])('%j is refused with the way it should be', (words, reason) => {
    expect(() => readSoakArguments(words, 5)).toThrow(reason)
  })

  it('lives every day of a month once, its halves side by side', () => {
    const wishes = { parts: ['day', 'month'] as const, hours: 24, days: 30 }
    const [day, ...halves] = divideIntoStretches(wishes)
    expect(day).toEqual({ name: 'day', part: 'day', from: 1, rounds: 24 })
    const days = halves.flatMap(({ from, rounds }) =>
      Array.from({ length: rounds }, (_, place) => from + place),
    )
    expect(halves).toHaveLength(2)
    expect(days).toEqual(Array.from({ length: 30 }, (_, place) => place + 1))
  })

  it('lives a few days in one go', () => {
    const wishes = { parts: ['month'] as const, hours: 24, days: 4 }
    expect(divideIntoStretches(wishes)).toEqual([
      { name: 'month', part: 'month', from: 1, rounds: 4 },
    ])
  })
})
