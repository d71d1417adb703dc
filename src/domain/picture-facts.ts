/** What a picture over time shows, for those who do not see it: its points, breaks and companions. */
import type { Break, Region } from '../contract/catalog.ts'
import type { ObservationStatus } from '../contract/snapshot.ts'
import { breakWithin, partAtBreaks } from './break-place.ts'
import { disputedPoints } from './disputed.ts'
import { isTimeForm } from './form.ts'
import type { IndicatorView } from './indicator-view.ts'
import { PERIOD_KINDS, type PeriodKind } from './period.ts'
import type { Point } from './point.ts'
import type { Series } from './series.ts'

export type PictureEntry =
  | {
      readonly kind: 'point'
      readonly point: Point
      /** Two documents disagree about it. */
      readonly isDisputed: boolean
      /** Its period has days on both sides of a break. */
      readonly isAcross: boolean
    }
  | { readonly kind: 'break'; readonly cut: Break }

/** Points that are too many to be told one by one. */
export interface Crowd {
  readonly kind: PeriodKind
  readonly count: number
  readonly first: Point
  readonly last: Point
  /** How many are of a status other than `A`. */
  readonly statuses: readonly { readonly status: ObservationStatus; readonly count: number }[]
}

/** Another line in the picture, by its last figure. */
export interface Companion {
  readonly region: Region
  readonly breakdown?: string
  readonly count: number
  readonly last: Point
}

export interface PictureFacts {
  /** The city's points in the order of time, and the breaks between them. */
  readonly entries: readonly PictureEntry[]
  readonly crowds: readonly Crowd[]
  readonly companions: readonly Companion[]
}

/** As many are heard out; more of one kind are told by their first, their last and their number. */
const MOST_TOLD = 8

function crowdOf(kind: PeriodKind, points: readonly Point[]): Crowd[] {
  const [first, last] = [points[0], points[points.length - 1]]
  if (!first || !last) return []
  const counts = new Map<ObservationStatus, number>()
  for (const { status } of points) {
    if (status !== 'A') counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  const statuses = [...counts].map(([status, count]) => ({ status, count }))
  return [{ kind, count: points.length, first, last, statuses }]
}

function entriesOf(series: Series, told: readonly Point[]): readonly PictureEntry[] {
  const disputed = disputedPoints(series)
  return partAtBreaks(told, series.breaks).map((each): PictureEntry => {
    if (each.kind === 'break') return each
    const { point } = each
    const isAcross = breakWithin(point.period, series.breaks) !== undefined
    return { kind: 'point', point, isDisputed: disputed.has(point), isAcross }
  })
}

function companionOf({ region, breakdown, points }: Series): Companion[] {
  const valued = points.filter(({ reading }) => reading.kind === 'value')
  const last = valued[valued.length - 1]
  if (!last) return []
  const named = breakdown === undefined ? {} : { breakdown }
  return [{ region, ...named, count: valued.length, last }]
}

/** Null for an indicator without a picture over time. */
export function viewPicture(view: IndicatorView): PictureFacts | null {
  const { main, series, peers, form } = view
  if (!main || !isTimeForm(form)) return null
  const kinds = PERIOD_KINDS.map((kind) => ({
    kind,
    points: main.points.filter(({ period }) => period.kind === kind),
  }))
  const few = new Set(kinds.flatMap(({ points }) => (points.length > MOST_TOLD ? [] : points)))
  const others = [...series.filter((each) => each !== main), ...peers]
  return {
    entries: entriesOf(
      main,
      main.points.filter((point) => few.has(point)),
    ),
    crowds: kinds.flatMap(({ kind, points }) =>
      points.length > MOST_TOLD ? crowdOf(kind, points) : [],
    ),
    companions: others.flatMap(companionOf),
  }
}
