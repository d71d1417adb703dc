/** What a reader must know beside the figure. Codes with their material; the words are in text/. */
import type { Accumulation, Break, Indicator, Region } from '../contract/catalog.ts'
import type { Contradiction } from './contradiction.ts'
import { withoutCrossed, type CrossDispute } from './cross-dispute.ts'
import { revisionOf } from './figure-history.ts'
import { containsBreak, parseDay, PERIOD_KINDS, type PeriodKind } from './period.ts'
import type { Point } from './point.ts'
import { isSameAfterRounding } from './reading.ts'
import { isEndLevel, type Series } from './series.ts'
import type { TargetView } from './target-view.ts'

export type Notice =
  | { readonly kind: 'contradiction'; readonly contradiction: Contradiction }
  | { readonly kind: 'cross-dispute'; readonly dispute: CrossDispute }
  | { readonly kind: 'conflict'; readonly point: Point }
  | { readonly kind: 'sic'; readonly point: Point }
  | { readonly kind: 'break'; readonly cut: Break }
  | { readonly kind: 'definition'; readonly points: readonly Point[] }
  | { readonly kind: 'rounding'; readonly earlier: Point; readonly later: Point }
  | { readonly kind: 'estimated'; readonly points: readonly Point[] }
  | { readonly kind: 'provisional'; readonly points: readonly Point[] }
  | { readonly kind: 'forecast'; readonly points: readonly Point[] }
  | { readonly kind: 'missing'; readonly points: readonly Point[] }
  | { readonly kind: 'revised'; readonly points: readonly Point[] }
  | { readonly kind: 'status'; readonly points: readonly Point[] }
  | { readonly kind: 'mixed-periods'; readonly kinds: readonly PeriodKind[] }
  | { readonly kind: 'region'; readonly asked: Region; readonly shown: Region }
  | { readonly kind: 'target-owner'; readonly targets: readonly TargetView[] }
  | { readonly kind: 'note'; readonly point: Point }
  | { readonly kind: 'single' }

export interface NoticeContext {
  readonly indicator: Indicator
  /** Series of the region shown. */
  readonly series: readonly Series[]
  readonly peers: readonly Series[]
  readonly targets: readonly TargetView[]
  readonly asked: Region
  readonly shown: Region
  readonly crossed: readonly CrossDispute[]
}

/** 「原文如此」 and 「同文另称」: the transcriber's marks that the source says something odd. */
const SIC_MARKS = ['原文如此', '同文另称'] as const

function isSic(point: Point): boolean {
  return SIC_MARKS.some((mark) => point.statement.note?.includes(mark) ?? false)
}

/** True where there are figures on both sides of the break, or for a period that contains it. */
function isBreakSeen(cut: Break, all: readonly Point[]): boolean {
  const day = parseDay(cut.from)
  const points = all.filter((point) => point.reading.kind === 'value')
  const isBefore = points.some((point) => point.period.end <= day)
  const isAfter = points.some((point) => point.period.start >= day)
  return (isBefore && isAfter) || points.some((point) => containsBreak(point.period, cut.from))
}

/** A break of one region is seen in that region's figures; one of all regions in any. */
function breakNotices({ series, peers }: NoticeContext): Notice[] {
  const all = [...series, ...peers]
  const cuts = new Set(all.flatMap((each) => each.breaks))
  return [...cuts]
    .filter((cut) => {
      const meant = all.filter(({ region }) => (cut.region ?? region.code) === region.code)
      const points = meant.flatMap((each) => each.points)
      return isBreakSeen(cut, points)
    })
    .map((cut) => ({ kind: 'break', cut }))
}

const STOCKS: ReadonlySet<Accumulation> = new Set(['stock', 'cumulative'])

/**
 * Of a stock only, and where it looks like a fall: two years' means or ratios that are nearly equal
 * are still two quantities, and a rise within the rounding may be one.
 */
function roundingNotices(series: readonly Series[]): Notice[] {
  return series
    .filter(({ indicator }) => STOCKS.has(indicator.accumulation))
    .flatMap((each) => each.runs)
    .flatMap((run) =>
      run.points.slice(1).flatMap((later, i): Notice[] => {
        const earlier = run.points[i]
        if (earlier?.reading.kind !== 'value' || later.reading.kind !== 'value') return []
        const isOne =
          !earlier.reading.qualifier &&
          !later.reading.qualifier &&
          later.reading.value < earlier.reading.value &&
          isSameAfterRounding(earlier.reading, later.reading)
        return isOne ? [{ kind: 'rounding', earlier, later }] : []
      }),
    )
}

type PointsNotice = Extract<Notice, { readonly points: readonly Point[] }>

function pointsNotice(
  kind: PointsNotice['kind'],
  points: readonly Point[],
  holds: (point: Point) => boolean,
): Notice[] {
  const found = points.filter(holds)
  return found.length > 0 ? [{ kind, points: found }] : []
}

function periodNotice(indicator: Indicator, points: readonly Point[]): Notice[] {
  const hasLengths = !isEndLevel(indicator) && indicator.accumulation !== 'rank'
  const seen = new Set(points.map((point) => point.period.kind))
  const kinds = PERIOD_KINDS.filter((kind) => seen.has(kind))
  return hasLengths && kinds.length > 1 ? [{ kind: 'mixed-periods', kinds }] : []
}

/** The note of a `B` point that is told as the reason of its break need not be told again. */
function isTold(point: Point, breaks: readonly Notice[]): boolean {
  return (
    point.status === 'B' &&
    breaks.some(
      (notice) =>
        notice.kind === 'break' &&
        notice.cut.reason === point.statement.note &&
        parseDay(notice.cut.from) === point.period.start,
    )
  )
}

function plainNotes(points: readonly Point[], breaks: readonly Notice[]): Notice[] {
  return points
    .filter((point) => point.statement.note !== undefined && !isTold(point, breaks))
    .filter(
      (point) =>
        (point.status === 'A' || point.status === 'B') &&
        !isSic(point) &&
        !point.statement.contradicts,
    )
    .map((point) => ({ kind: 'note', point }))
}

/** All notices that are true of an indicator as shown, gravest first. */
export function findNotices(context: NoticeContext): readonly Notice[] {
  const { indicator, series, peers, targets, asked, shown, crossed } = context
  const own = series.flatMap((each) => each.points)
  const all = [...own, ...peers.flatMap((each) => each.points)]
  const breaks = breakNotices(context)
  const foreign = targets.filter((target) => target.region.code !== shown.code)
  return [
    ...series
      .flatMap((each) => withoutCrossed(each.contradictions, crossed))
      .map((contradiction): Notice => ({ kind: 'contradiction', contradiction })),
    ...crossed.map((dispute): Notice => ({ kind: 'cross-dispute', dispute })),
    ...own.filter((p) => p.rivals.length > 0).map((point): Notice => ({ kind: 'conflict', point })),
    ...own.filter(isSic).map((point): Notice => ({ kind: 'sic', point })),
    ...(asked.code === shown.code ? [] : [{ kind: 'region', asked, shown } as const]),
    ...breaks,
    ...pointsNotice('definition', own, (point) => point.status === 'D'),
    ...roundingNotices(series),
    ...pointsNotice('estimated', all, (point) => point.status === 'E'),
    ...pointsNotice('provisional', all, (point) => point.status === 'P'),
    ...pointsNotice('forecast', all, (point) => point.status === 'F'),
    ...pointsNotice('missing', own, (point) => point.reading.kind === 'missing'),
    ...pointsNotice('revised', own, (point) => revisionOf(point) === 'revised'),
    ...pointsNotice('status', own, (point) => revisionOf(point) === 'status'),
    ...periodNotice(indicator, own),
    ...(foreign.length > 0 ? [{ kind: 'target-owner', targets: foreign } as const] : []),
    ...plainNotes(own, breaks),
    ...(own.length === 1 && own[0]?.reading.kind === 'value' ? [{ kind: 'single' } as const] : []),
  ]
}
