/**
 * What a view has to say, decided before any words are chosen: the panel's sentence, its spoken
 * summary and the alternative text of its picture are written from this and from nothing else.
 */
import type { Break, Indicator, Region } from '../contract/catalog.ts'
import { breakWithin } from './break-place.ts'
import { changeTo, type Change } from './change.ts'
import { doubtsAbout, type Doubt } from './doubt.ts'
import type { IndicatorView } from './indicator-view.ts'
import { isAssessed, type Judgement } from './judgement.ts'
import type { Notice } from './notice.ts'
import { parseDay } from './period.ts'
import { isObservedAlike, periodKey, type Point } from './point.ts'
import { viewPicture, type PictureFacts } from './picture-facts.ts'
import { isPlaceClaimed, placeRange, type PlaceRange, type Rank } from './rank-claim.ts'
import { comparableBefore, isEndLevel, type Series } from './series.ts'

/** `none`: nothing published by the day, and whether something is later; `missing`: the latest has no figure. */
export type Level =
  | { readonly kind: 'none'; readonly isKnownLater: boolean }
  | { readonly kind: 'missing'; readonly point: Point; readonly last?: Point }
  | { readonly kind: 'figure'; readonly point: Point }

/** What may be said beyond the figure itself. */
export type Claim =
  | { readonly kind: 'dispute'; readonly doubt: Doubt }
  | { readonly kind: 'break'; readonly cut: Break }
  /** The figure's own period has days on both sides of the break. */
  | { readonly kind: 'across'; readonly cut: Break }
  /** A target of the region shown whose time is not over, or was not when the figure was taken. */
  | { readonly kind: 'schedule'; readonly fact: ScheduleFact }
  | { readonly kind: 'range'; readonly range: PlaceRange }
  | { readonly kind: 'rank'; readonly rank: Rank }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'peer'; readonly region: Region; readonly point: Point }

/** A target, how it stands, and whether that hangs by a thread. */
export type ScheduleFact = Pick<Judgement, 'target' | 'verdict' | 'doubts'>

export interface Message {
  readonly indicator: Indicator
  readonly region: Region
  /** False where the figures are not those of the city that the data set is about. */
  readonly isHome: boolean
  /** Which of several series the figure belongs to, in the words of the source. */
  readonly breakdown?: string
  readonly level: Level
  /** True where the place itself may be called one in the province. */
  readonly isPlace: boolean
  /** The weightiest first; a sentence says one. */
  readonly claims: readonly Claim[]
  readonly schedule: readonly ScheduleFact[]
  readonly picture: PictureFacts | null
  readonly notices: readonly Notice[]
}

function isMissing({ reading }: Point): boolean {
  return reading.kind === 'missing'
}

/** A later period without a figure comes before the last figure that is known. */
export function viewLevel({ main, headline, indicator, sources }: IndicatorView): Level {
  const missing = [...(main?.points ?? [])].reverse().find(isMissing)
  if (!headline) {
    if (missing) return { kind: 'missing', point: missing }
    return { kind: 'none', isKnownLater: sources.some(({ isKnown }) => !isKnown) }
  }
  const isAlike =
    missing &&
    (isEndLevel(indicator) ||
      indicator.accumulation === 'rank' ||
      missing.period.kind === headline.period.kind)
  return isAlike && missing.period.end > headline.period.end
    ? { kind: 'missing', point: missing, last: headline }
    : { kind: 'figure', point: headline }
}

/** A break within the figure's own period, or between it and everything before. */
function breakOf(point: Point, series: Series): Claim[] {
  const across = breakWithin(point.period, series.breaks)
  if (across) return [{ kind: 'across', cut: across }]
  if (comparableBefore(series, point)) return []
  const cut = [...series.breaks].reverse().find(({ from }) => parseDay(from) <= point.period.start)
  const hasOlder =
    cut &&
    series.points.some(
      (other) => other.reading.kind === 'value' && other.period.end <= parseDay(cut.from),
    )
  return cut && hasOlder ? [{ kind: 'break', cut }] : []
}

/** What was due before the figure, and is reached, is no news; another region's target is its own. */
function scheduleOf({ judgements, region }: IndicatorView, point: Point): Claim[] {
  const told = judgements.filter(
    ({ target, verdict, point: judged }) =>
      target.region.code === region.code &&
      // A verdict on another figure is no news about this one.
      judged === point &&
      isAssessed(verdict) &&
      (verdict !== 'reached' || target.period.end >= point.period.end),
  )
  const last = told[told.length - 1]
  return last ? [{ kind: 'schedule', fact: last }] : []
}

/** Of the same group: the province's towns say nothing of a whole city. */
function peersOf(point: Point, main: Series, peers: readonly Series[]): Claim[] {
  const key = periodKey(point.period)
  const alike = peers.filter(({ breakdown }) => breakdown === main.breakdown)
  return alike.flatMap((series): Claim[] => {
    const beside = series.points.find(({ period }) => periodKey(period) === key)
    return beside && isObservedAlike(beside)
      ? [{ kind: 'peer', region: series.region, point: beside }]
      : []
  })
}

function claimsOf(view: IndicatorView, point: Point, rank: Rank | undefined): readonly Claim[] {
  const { main, peers, indicator } = view
  if (!main) return []
  const change = changeTo(point, main)
  const range = indicator.accumulation === 'rank' ? placeRange(point, main) : null
  return [
    ...doubtsAbout(point, main, view.crossDisputes).map((doubt): Claim => ({
      kind: 'dispute',
      doubt,
    })),
    ...(change ? [] : breakOf(point, main)),
    ...scheduleOf(view, point),
    ...(range ? [{ kind: 'range', range } as const] : []),
    ...(rank && isPlaceClaimed(rank) ? [{ kind: 'rank', rank } as const] : []),
    ...(change ? [{ kind: 'change', change } as const] : []),
    ...peersOf(point, main, peers),
  ]
}

/** The message of a view; `rank` is the place that belongs to its headline, where one is known. */
export function viewMessage(view: IndicatorView, rank?: Rank): Message {
  const { indicator, region, isHome, main } = view
  const level = viewLevel(view)
  const breakdown = view.series.length > 1 ? main?.breakdown : undefined
  return {
    indicator,
    region,
    isHome,
    ...(breakdown === undefined ? {} : { breakdown }),
    level,
    isPlace: level.kind === 'figure' && isPlaceClaimed({ indicator, point: level.point }),
    claims: level.kind === 'figure' ? claimsOf(view, level.point, rank) : [],
    schedule: view.judgements,
    picture: viewPicture(view),
    notices: view.notices,
  }
}
