/**
 * What is known now and was not when this device looked last: the same evidence with all of its
 * publications, and with those alone that were known then.
 */
import type { Indicator, Region } from '../contract/catalog.ts'
import { publicationKey, type Publication } from '../contract/statement.ts'
import type { Correction } from './correction.ts'
import type { Evidence } from './evidence.ts'
import { changeTo, type FigureChange } from './figure-history.ts'
import { daysOverdue } from './freshness.ts'
import { viewIndicator, type IndicatorView } from './indicator-view.ts'
import { isAssessed, type Verdict } from './judgement.ts'
import type { Period } from './period.ts'
import { periodKey, type Point, type Vintage } from './point.ts'
import type { Series } from './series.ts'
import { comparePrecedence, standingPublications } from './standing.ts'
import { targetKey, type TargetView } from './target-view.ts'
import { knewPublication, type Shown } from './visit.ts'

export interface FigureNews {
  readonly indicator: Indicator
  readonly region: Region
  readonly breakdown?: string
  readonly period: Period
  /** Absent for a period that had no figure. */
  readonly before?: Vintage
  readonly after: Vintage
  readonly change: FigureChange
}

export interface VerdictNews {
  readonly indicator: Indicator
  readonly target: TargetView
  /** Absent for a target that was not known. */
  readonly before?: Verdict
  readonly after: Verdict
}

export interface SinceVisit {
  readonly publications: readonly Publication[]
  /** Periods without a figure before. */
  readonly added: readonly FigureNews[]
  /** A later publication gave another figure. */
  readonly revised: readonly FigureNews[]
  /** The figure held, its status did not. */
  readonly statuses: readonly FigureNews[]
  /** We mended our own transcription of what was known already. */
  readonly mended: readonly { readonly indicator: Indicator; readonly correction: Correction }[]
  readonly verdicts: readonly VerdictNews[]
  /** The next figure has become late. */
  readonly late: readonly { readonly indicator: Indicator; readonly days: number }[]
}

export interface Now {
  /** The region looked at. */
  readonly region: string
  /** Today by the reader's clock. */
  readonly today: string
  readonly seq: number
}

const NOTHING: SinceVisit = {
  publications: [],
  added: [],
  revised: [],
  statuses: [],
  mended: [],
  verdicts: [],
  late: [],
}

/** How many things there are to tell; 0 where nothing is new. */
export function countNews(since: SinceVisit): number {
  const { added, revised, statuses, mended, verdicts, late, publications } = since
  const lists = [added, revised, statuses, mended, verdicts, late]
  const told = lists.reduce((sum, list) => sum + list.length, 0)
  return told > 0 ? told : publications.length
}

function seriesOf({ series, peers }: IndicatorView): readonly Series[] {
  return [...series, ...peers]
}

function pointKey({ region, breakdown }: Series, { period }: Point): string {
  return [region.code, breakdown ?? '', periodKey(period)].join('|')
}

function figureNews(then: IndicatorView, now: IndicatorView): FigureNews[] {
  const known = new Map(
    seriesOf(then).flatMap((each) => each.points.map((point) => [pointKey(each, point), point])),
  )
  return seriesOf(now).flatMap((each) =>
    each.points.map((point): FigureNews => {
      const before = known.get(pointKey(each, point))
      const { indicator, region, breakdown } = each
      return {
        indicator,
        region,
        ...(breakdown === undefined ? {} : { breakdown }),
        period: point.period,
        ...(before ? { before } : {}),
        after: point,
        change: changeTo(point, before),
      }
    }),
  )
}

/** A target set since then is news once there is something to judge. */
function verdictNews(then: IndicatorView, now: IndicatorView): VerdictNews[] {
  const known = new Map(
    then.judgements.map(({ target, verdict }) => [targetKey(target.target), verdict]),
  )
  return now.judgements.flatMap(({ target, verdict }): VerdictNews[] => {
    const before = known.get(targetKey(target.target))
    if (before === verdict || (before === undefined && !isAssessed(verdict))) return []
    return [{ indicator: now.indicator, target, ...(before ? { before } : {}), after: verdict }]
  })
}

/** What came since then is new as a whole: its slips were never shown. */
function mendedSince({ corrections }: IndicatorView, shown: Shown): readonly Correction[] {
  const knew = knewPublication(shown)
  return corrections.filter(
    ({ source }) => knew(source) && !shown.mended.includes(publicationKey(source)),
  )
}

/** The evidence as far as it was known then. */
function knownThen(evidence: Evidence, shown: Shown): Evidence {
  return { ...evidence, publications: evidence.publications.filter(knewPublication(shown)) }
}

interface Matter {
  readonly evidence: Evidence
  /** The same as of the visit. */
  readonly past: Evidence
  readonly shown: Shown
  readonly at: Now
}

function newsOf(indicator: Indicator, { evidence, past, shown, at }: Matter): SinceVisit {
  const now = viewIndicator(evidence, indicator.id, { asOf: 'latest', region: at.region })
  if (!now) return NOTHING
  const region = now.region.code
  const then = viewIndicator(past, indicator.id, { asOf: shown.knownDay, region })
  if (!then) return NOTHING
  const figures = figureNews(then, now)
  const days = daysOverdue(now, at.today)
  const wasLate = daysOverdue(then, shown.visitedOn) > 0
  return {
    publications: [],
    added: figures.filter(({ change }) => change === 'added'),
    revised: figures.filter(({ change }) => change === 'revised'),
    statuses: figures.filter(({ change }) => change === 'status'),
    mended: mendedSince(now, shown).map((correction) => ({ indicator, correction })),
    verdicts: verdictNews(then, now),
    late: days > 0 && !wasLate ? [{ indicator, days }] : [],
  }
}

/** Most visits find nothing new: told without looking at a figure. */
function mayHaveNews(
  { catalog }: Evidence,
  standing: readonly Publication[],
  shown: Shown,
): boolean {
  const { mended } = shown
  const knew = knewPublication(shown)
  return (
    catalog.indicators.some(({ updatePeriod }) => updatePeriod !== undefined) ||
    standing.some(
      (each) => !knew(each) || (each.revision > 1 && !mended.includes(publicationKey(each))),
    )
  )
}

/** Compares what was shown last with what is known now; nothing where the data are older than those. */
export function viewSinceVisit(evidence: Evidence, shown: Shown, at: Now): SinceVisit {
  const standing = [...standingPublications(evidence.publications, 'latest').values()]
  if (at.seq < shown.seq || !mayHaveNews(evidence, standing, shown)) return NOTHING
  const matter = { evidence, past: knownThen(evidence, shown), shown, at }
  const news = evidence.catalog.indicators.map((each) => newsOf(each, matter))
  const knew = knewPublication(shown)
  return {
    publications: standing.filter((each) => !knew(each)).sort(comparePrecedence),
    added: news.flatMap((each) => each.added),
    revised: news.flatMap((each) => each.revised),
    statuses: news.flatMap((each) => each.statuses),
    mended: news.flatMap((each) => each.mended),
    verdicts: news.flatMap((each) => each.verdicts),
    late: news.flatMap((each) => each.late),
  }
}
