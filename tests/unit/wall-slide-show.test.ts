/** The wall's show under a clock moved by hand: what stands in front, what waits, when new data come. */
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/domain/evidence.ts'
import { viewsOf } from '../../src/domain/slides.ts'
import { frontOf, nextOf, type Layer } from '../../src/wall/layers.ts'
import { TOUCH_PAUSE_MS } from '../../src/wall/rotation.ts'
import {
  EMPTY_SHOW,
  SlideShow,
  type ShowSource,
  type ShowState,
} from '../../src/wall/slide-show.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const DWELL_MS = 20_000
const PREPARE_MS = 3000
const IDS = ['pm25', 'so2', 'co']

/** Made-up figures, for this test only; `broken` names indicators whose slides cannot be made. */
function source(seq: number, asked: readonly string[] = IDS, broken?: ReadonlySet<string>) {
  const observations = IDS.map((id) => figure('2023', `${seq}.1`, { indicator: id }))
  const made = evidenceOf(
    [snapshot('a', '2024-01-09', observations)],
    catalog(IDS.map((id) => indicator(id))),
  )
  const evidence: Evidence = {
    ...made,
    statementsOf: (id, region) => {
      if (broken?.has(id)) throw new Error(`${id} made to fail`)
      return made.statementsOf(id, region)
    },
  }
  return { evidence, viewpoint: { asOf: 'latest', region: '410800' }, asked, seq } as const
}

interface Watched {
  readonly show: SlideShow
  readonly timers: ManualTimers
  readonly now: () => ReturnType<typeof look>
  readonly boundaries: boolean[]
  /** Set, it begins when the round is over. */
  readonly reload: { isDue: boolean }
  /** Number of timers so far. */
  readonly started: () => number
  /** From here on nothing is painted until it is let through. */
  readonly holdPainting: () => () => void
  /** Names of all slides that have stood in front, one after the other, with their generation. */
  readonly seen: string[]
}

/** Name and number of the generation, as its figures tell. */
function tell(layer: Layer | undefined): string | null {
  const [view] = layer ? viewsOf(layer.slide) : []
  const reading = view?.headline?.reading
  if (!layer || reading?.kind !== 'value') return null
  return `${layer.slide.name}@${Math.floor(reading.value)}`
}

function look({ layers, ...rest }: ShowState) {
  return { ...rest, front: tell(frontOf(layers)), next: tell(nextOf(layers)) }
}

function open(first: ShowSource | null = source(1)): Watched {
  const timers = new ManualTimers()
  const boundaries: boolean[] = []
  const seen: string[] = []
  const reload = { isDue: false }
  let state = EMPTY_SHOW
  let count = 0
  let painted = Promise.resolve()
  const show = new SlideShow(
    {
      nowMs: () => timers.nowMs,
      startTimer: (run, delayMs) => {
        count += 1
        return timers.startTimer(run, delayMs)
      },
      painted: () => painted,
      dwellMs: () => DWELL_MS,
      onBoundary: ({ isRoundOver }) => {
        boundaries.push(isRoundOver)
        return isRoundOver && reload.isDue
      },
    },
    (next) => {
      state = next
      const { front } = look(next)
      if (front && seen[seen.length - 1] !== front) seen.push(front)
    },
  )
  if (first) show.offer(first)
  show.start()
  return {
    show,
    timers,
    boundaries,
    reload,
    started: () => count,
    seen,
    now: () => look(state),
    holdPainting: () => {
      let letThrough = (): void => undefined
      painted = new Promise((resolve) => {
        letThrough = () => {
          painted = Promise.resolve()
          resolve()
        }
      })
      return () => letThrough()
    },
  }
}

describe('the show', () => {
  it('has the next slide ready before its turn, not long before, and shows it when it is', async () => {
    const { timers, now } = open()
    expect(now()).toMatchObject({ front: 'pm25@1', next: null })
    await timers.advance(DWELL_MS - PREPARE_MS - 1)
    expect(now().next).toBeNull()
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'pm25@1', next: 'so2@1', index: 0 })
    await timers.advance(PREPARE_MS - 1)
    expect(now().front).toBe('pm25@1')
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'so2@1', index: 1 })
  })

  it('goes round for months without growing, and tells when a round is over', async () => {
    const { timers, now, boundaries } = open()
    await timers.advance(DWELL_MS * 7 + 1000)
    expect(now().front).toBe('so2@1')
    expect(boundaries).toEqual([false, false, true, false, false, true, false])
    expect(timers.pending).toBe(1)
  })

  it('sleeps while nothing is due: no timer runs down a hundred times in a slide', async () => {
    const { timers, started } = open()
    await timers.advance(DWELL_MS)
    const early = started()
    await timers.advance(DWELL_MS)
    expect(started() - early).toBeLessThan(30)
  })
})

describe('new data', () => {
  it('come between two slides and never in the middle of one', async () => {
    const { show, timers, now, seen } = open()
    await timers.advance(5000)
    show.offer(source(2))
    await timers.advance(DWELL_MS - 5000 - 1)
    // Made ready already, and nothing that is told of it comes before it.
    expect(now()).toMatchObject({ front: 'pm25@1', next: 'so2@2', seq: 1 })
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'so2@2', seq: 2 })
    expect(seen).toEqual(['pm25@1', 'so2@2'])
  })

  it('that come when the next slide is ready already do not show an older one', async () => {
    const { show, timers, now } = open()
    await timers.advance(DWELL_MS - 1000)
    expect(now().next).toBe('so2@1')
    show.offer(source(2))
    await timers.advance(1000)
    expect(now()).toMatchObject({ front: 'so2@2', seq: 2 })
  })

  it('show at once where nothing has been shown yet', async () => {
    const { show, timers, now } = open(null)
    await timers.advance(60_000)
    expect(now().front).toBeNull()
    show.offer(source(1))
    expect(now()).toMatchObject({ front: 'pm25@1', seq: 1 })
  })

  it('reach a slide that stands alone, with a new layer, when its time is over', async () => {
    const { show, timers, now, boundaries } = open(source(1, ['pm25']))
    await timers.advance(DWELL_MS * 2)
    expect(boundaries).toEqual([true, true])
    show.offer(source(2, ['pm25']))
    await timers.advance(DWELL_MS - 1)
    expect(now()).toMatchObject({ front: 'pm25@1', seq: 1 })
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'pm25@2', seq: 2 })
  })

  it('leave the place in the round by the name of the slide when the list changes', async () => {
    const { show, timers, now } = open()
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'so2@1', index: 1 })
    show.offer(source(2, ['co', 'pm25', 'so2']))
    await timers.advance(DWELL_MS - 1)
    expect(now()).toMatchObject({ front: 'so2@1', index: 1, names: IDS })
    await timers.advance(1)
    // After so2, which is the last one now, comes the first.
    expect(now()).toMatchObject({ front: 'co@2', index: 0, seq: 2 })
  })

  it('without the slide in front begin again with the first', async () => {
    const { show, timers, now } = open()
    await timers.advance(DWELL_MS)
    show.offer(source(2, ['pm25', 'co']))
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'pm25@2', names: ['pm25', 'co'], seq: 2 })
  })

  it('that leave one slide of many, and not the one in front, show it', async () => {
    const { show, timers, now } = open()
    await timers.advance(DWELL_MS)
    show.offer(source(2, ['pm25']))
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'pm25@2', index: 0, seq: 2 })
  })

  it('that give more slides than the one that stood alone are all shown', async () => {
    const { show, timers, now } = open(source(1, ['pm25']))
    show.offer(source(2))
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ seq: 2, names: IDS })
    await timers.advance(DWELL_MS * 3)
    expect(now().front).toContain('@2')
  })
})

describe('a slide that fails', () => {
  it('while it is made is left out and noted, and nobody has waited for it', async () => {
    const { timers, now, seen } = open(source(1, IDS, new Set(['so2'])))
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'co@1', failed: new Map([['so2', 'so2 made to fail']]) })
    await timers.advance(DWELL_MS * 2)
    expect(seen).toEqual(['pm25@1', 'co@1', 'pm25@1', 'co@1'])
  })

  it('while it is rendered is taken away before anybody has seen it', async () => {
    const { show, timers, now } = open()
    await timers.advance(DWELL_MS - PREPARE_MS)
    // The second layer there ever was.
    show.fail(1, 'so2', 'could not be rendered')
    expect(now()).toMatchObject({ front: 'pm25@1', next: null })
    await timers.advance(1000)
    expect(now().next).toBe('co@1')
    await timers.advance(PREPARE_MS - 1000)
    expect(now().front).toBe('co@1')
  })

  it('gets another chance after an hour', async () => {
    const broken = new Set(['so2'])
    const { show, timers, now, seen } = open(source(1, IDS, broken))
    await timers.advance(DWELL_MS)
    broken.clear()
    const rest = async (minutes: number) => {
      show.command({ kind: 'toggle-pause' })
      await timers.advance(minutes * 60_000)
      show.command({ kind: 'toggle-pause' })
      await timers.advance(DWELL_MS * IDS.length)
    }
    await rest(55)
    expect(seen).not.toContain('so2@1')
    await rest(5)
    expect(seen).toContain('so2@1')
    expect(now().failed.size).toBe(0)
  })

  it('gets another chance with new data', async () => {
    const { show, timers, now, seen } = open(source(1, IDS, new Set(['so2'])))
    await timers.advance(DWELL_MS)
    show.offer(source(2))
    await timers.advance(DWELL_MS * 3)
    expect(seen).toContain('so2@2')
    expect(now().failed.size).toBe(0)
  })

  it('as the very first leaves the wall to the next one', async () => {
    const { timers, now } = open(source(1, IDS, new Set(['pm25'])))
    await timers.advance(1000)
    expect(now()).toMatchObject({
      front: 'so2@1',
      failed: new Map([['pm25', 'pm25 made to fail']]),
    })
  })

  it('leaves the last picture standing where all of them fail', async () => {
    const broken = new Set<string>()
    const { show, timers, now } = open(source(1, IDS, broken))
    await timers.advance(1000)
    for (const id of IDS) broken.add(id)
    show.offer(source(2, IDS, broken))
    await timers.advance(DWELL_MS * 10)
    expect(now().front).toBe('pm25@1')
    expect([...now().failed.keys()].sort()).toEqual([...IDS].sort())
  })
})

describe('a command', () => {
  it('shows what was asked for last, where more than one came during a turn', async () => {
    const { show, timers, now, holdPainting, seen } = open()
    await timers.advance(1000)
    const paint = holdPainting()
    show.command({ kind: 'next' })
    expect(now().next).toBe('so2@1')
    show.command({ kind: 'next' })
    await timers.advance(0)
    expect(now().front).toBe('pm25@1')
    paint()
    await timers.advance(0)
    expect(now()).toMatchObject({ front: 'co@1', index: 2 })
    expect(seen).toEqual(['pm25@1', 'co@1'])
  })

  it('back to the slide in front takes away the one that was on its way', async () => {
    const { show, timers, now, holdPainting, seen } = open()
    await timers.advance(1000)
    const paint = holdPainting()
    show.command({ kind: 'next' })
    show.command({ kind: 'previous' })
    paint()
    await timers.advance(1000)
    expect(now()).toMatchObject({ front: 'pm25@1', next: null, index: 0 })
    expect(seen).toEqual(['pm25@1'])
  })

  it('holds the slide for ninety seconds, tells each second how long, and then its whole time', async () => {
    const { show, timers, now } = open()
    await timers.advance(DWELL_MS - PREPARE_MS - 2000)
    show.command({ kind: 'touch' })
    expect(now().pause).toBe(TOUCH_PAUSE_MS)
    await timers.advance(1000)
    expect(now().pause).toBe(TOUCH_PAUSE_MS - 1000)
    await timers.advance(TOUCH_PAUSE_MS - 1001)
    expect(now()).toMatchObject({ front: 'pm25@1', pause: 1000 })
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'pm25@1', pause: null })
    await timers.advance(DWELL_MS - 1)
    expect(now().front).toBe('pm25@1')
    await timers.advance(1)
    expect(now().front).toBe('so2@1')
  })

  it('that holds the wall holds it until it is let go', async () => {
    const { show, timers, now } = open()
    show.command({ kind: 'toggle-pause' })
    await timers.advance(10 * 60_000)
    expect(now()).toMatchObject({ front: 'pm25@1', pause: 'held' })
    show.command({ kind: 'toggle-pause' })
    await timers.advance(DWELL_MS)
    expect(now().front).toBe('so2@1')
  })

  it('for a slide that fails keeps what is shown, and the wall goes on', async () => {
    const { show, timers, now } = open(source(1, IDS, new Set(['so2'])))
    await timers.advance(1000)
    show.command({ kind: 'jump', index: 1 })
    await timers.advance(1000)
    expect(now()).toMatchObject({ front: 'pm25@1' })
    await timers.advance(TOUCH_PAUSE_MS)
    expect(now().front).toBe('co@1')
  })
})

describe('a show that is stopped', () => {
  it('by a reload keeps its last picture until that is there', async () => {
    const { timers, now, reload } = open()
    reload.isDue = true
    await timers.advance(DWELL_MS * 20)
    expect(now()).toMatchObject({ front: 'co@1', index: 2 })
    expect(timers.pending).toBe(0)
  })

  it('starts no timer and changes nothing, even where a turn was on its way', async () => {
    const { show, timers, now, holdPainting, seen } = open()
    await timers.advance(1000)
    const paint = holdPainting()
    show.command({ kind: 'next' })
    show.stop()
    paint()
    await timers.advance(DWELL_MS * 5)
    show.offer(source(2))
    show.command({ kind: 'next' })
    await timers.advance(DWELL_MS * 5)
    expect(timers.pending).toBe(0)
    expect(now().front).toBe('pm25@1')
    expect(seen).toEqual(['pm25@1'])
  })
})
