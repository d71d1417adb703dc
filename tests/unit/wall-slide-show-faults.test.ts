/** The wall's show where what it leans on breaks: it must go on, whatever throws. */
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/domain/evidence.ts'
import { frontOf } from '../../src/wall/layers.ts'
import { EMPTY_SHOW, SlideShow, type ShowTools } from '../../src/wall/slide-show.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const IDS = ['pm25', 'so2', 'co']
const DWELL_MS = 20_000

/** Made-up figures, for this test only. */
function source(seq: number, asked: readonly string[] | null = IDS) {
  const observations = IDS.map((id) => figure('2023', `${seq}.1`, { indicator: id }))
  const evidence: Evidence = evidenceOf(
    [snapshot('a', '2024-01-09', observations)],
    catalog(IDS.map((id) => indicator(id))),
  )
  return { evidence, viewpoint: { asOf: 'latest', region: '410800' }, asked, seq } as const
}

function open(more: Partial<ShowTools>) {
  const timers = new ManualTimers()
  const seen: string[] = []
  let state = EMPTY_SHOW
  const show = new SlideShow(
    {
      nowMs: () => timers.nowMs,
      startTimer: timers.startTimer,
      painted: () => Promise.resolve(),
      dwellMs: () => DWELL_MS,
      onBoundary: () => false,
      ...more,
    },
    (next) => {
      state = next
      const name = frontOf(next.layers)?.slide.name
      if (name !== undefined && seen[seen.length - 1] !== name) seen.push(name)
    },
  )
  show.offer(source(1))
  show.start()
  return { show, timers, seen, now: () => state }
}

function fail(): never {
  throw new Error('made to fail')
}

describe('a show goes on', () => {
  it('where nobody can say how long a slide stands', async () => {
    const { timers, seen } = open({
      dwellMs: ({ name }) => (name === 'pm25' ? fail() : DWELL_MS),
    })
    await timers.advance(DWELL_MS * 4)
    expect(seen).toEqual(['pm25', 'so2', 'co', 'pm25', 'so2'])
  })

  it('where nobody can say whether the page is to be loaded anew', async () => {
    const { timers, seen } = open({ onBoundary: fail })
    await timers.advance(DWELL_MS * 2)
    expect(seen).toEqual(['pm25', 'so2', 'co'])
  })

  it('where nobody can say what has been painted', async () => {
    const { timers, seen } = open({ painted: () => Promise.reject(new Error('made to fail')) })
    await timers.advance(DWELL_MS * 2)
    expect(seen).toEqual(['pm25', 'so2', 'co'])
  })

  it('with the slides that it has where newer data have no list of slides, and says so', async () => {
    const { show, timers, seen, now } = open({})
    const broken = source(2, null)
    show.offer({ ...broken, evidence: { ...broken.evidence, publications: fail as never } })
    await timers.advance(DWELL_MS * 3)
    expect(seen).toEqual(['pm25', 'so2', 'co', 'pm25'])
    expect(now().seq).toBe(1)
    expect([...now().failed.keys()]).toEqual(['slides'])
    show.offer(source(3))
    await timers.advance(DWELL_MS * 2)
    expect(now().seq).toBe(3)
    expect(now().failed.size).toBe(0)
  })

  it('by its place where a slide stands in the list twice', async () => {
    const { show, timers, now } = open({})
    show.offer(source(2, ['pm25', 'so2', 'pm25', 'co']))
    await timers.advance(DWELL_MS)
    const places: number[] = []
    for (let i = 0; i < 3; i += 1) {
      places.push(now().index)
      await timers.advance(DWELL_MS)
    }
    expect(places).toEqual([1, 2, 3])
  })
})
