/** A show of the wall under a clock moved by hand, and what it shows. */
import type { Evidence } from '../../../src/domain/evidence.ts'
import { viewsOf } from '../../../src/domain/slides.ts'
import { reasonsOf } from '../../../src/wall/failures.ts'
import { frontOf, nextOf, type Layer } from '../../../src/wall/layers.ts'
import {
  EMPTY_SHOW,
  type ShowSource,
  type ShowState,
  type ShowTools,
} from '../../../src/wall/show-state.ts'
import { SlideShow } from '../../../src/wall/slide-show.ts'
import { ManualTimers } from '../../fixtures/feed/manual-timers.ts'
import { catalog, indicator } from '../builders/catalog.ts'
import { evidenceOf } from '../builders/evidence.ts'
import { figure, snapshot } from '../builders/snapshot.ts'

export const DWELL_MS = 20_000
export const PREPARE_MS = 3000
export const IDS = ['pm25', 'so2', 'co']

/** Made-up figures, for this test only; `broken` names indicators whose slides cannot be made. */
export function source(
  seq: number,
  asked: readonly string[] | null = IDS,
  broken?: ReadonlySet<string>,
) {
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

export interface Watched {
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

function look({ layers, failures, ...rest }: ShowState) {
  const failed = new Map(reasonsOf(failures))
  return { ...rest, layers, failed, front: tell(frontOf(layers)), next: tell(nextOf(layers)) }
}

export function openShow(
  first: ShowSource | null = source(1),
  more: Partial<ShowTools> = {},
): Watched {
  // Nothing but promises waits here, and some of these shows run for hours.
  const timers = new ManualTimers(5)
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
      ...more,
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
