/** What the overview says, taken from the shipped data by the rooms that the app itself uses. */
import { ROOT } from '../tools/run-command.mjs'
import { loadFolder } from '../src/author/data-folder.ts'
import { diskFileSystem } from '../src/author/disk.ts'
import { readPublished } from '../src/author/published.ts'
import { takeApart } from '../src/contract/statement.ts'
import { inspectionCounts } from '../src/domain/inspection-counts.ts'
import { trendStillWidths } from '../src/desk/still-widths.ts'
import { arrangeTrends } from '../src/desk/trend-layout.ts'
import { rankBeside, rankViewOf, viewOverview } from '../src/domain/overview.ts'
import { homeRegion } from '../src/domain/region-choice.ts'
import { frontNotices } from '../src/panels/front-notices.ts'
import { planSquares } from '../src/panels/squares.ts'
import { formatContribution } from '../src/text/contribution-text.ts'
import { formatFigure, formatFigurePeriod } from '../src/text/figure-text.ts'
import {
  formatInspectionSentence,
  formatPetitions,
  formatRound,
} from '../src/text/inspection-sentence.ts'
import { formatDoubt, formatNotice } from '../src/text/notice-text.ts'
import { formatOrdinal, formatTrendsHeading } from '../src/text/ordinal-text.ts'
import { formatPeriodShort } from '../src/text/period-text.ts'
import { fullWidthPunctuation, plain } from '../src/text/rich.ts'
import { formatSentence } from '../src/text/sentence.ts'
import { word } from '../src/text/ui-words.ts'

/**
 * @typedef {import('../src/domain/evidence.ts').Evidence} Evidence
 * @typedef {import('../src/domain/inspection.ts').Round} Round
 * @typedef {import('../src/domain/indicator-view.ts').IndicatorView} IndicatorView
 * @typedef {import('../src/domain/overview.ts').Overview} Overview
 * @typedef {import('../src/desk/trend-layout.ts').TrendSlot} TrendSlot
 *
 * @typedef {{ figure: string, period: string }} FigureContent
 * @typedef {FigureContent & { name: string, note: string }} RowContent
 * @typedef {FigureContent & {
 *   slot: TrendSlot, widthPx: number, sentence: string, notices: string[], source: string
 * }} TrendContent
 * @typedef {ReturnType<typeof readContent>} Content
 */

const LANG = 'zh'

/** @returns {Evidence} */
function readEvidence() {
  const files = loadFolder(diskFileSystem, `${ROOT}public/data`)
  const published = files && readPublished(files)
  if (!published?.ok) throw new Error(`public/data: ${JSON.stringify(published?.issues)}`)
  const apart = published.value.snapshots.map(takeApart)
  const stated = apart.flatMap(({ statements }) => statements)
  return {
    catalog: published.value.catalog,
    publications: apart.map(({ publication }) => publication),
    statementsOf: (indicator, region) =>
      stated.filter((each) => each.indicator === indicator && each.region === region),
    statedBy: ({ id, revision }) =>
      stated.filter((each) => each.publication === id && each.revision === revision),
  }
}

/**
 * @param {IndicatorView} view
 * @param {typeof formatFigurePeriod} formatOwnPeriod
 * @returns {FigureContent}
 */
function figureOf({ headline, indicator }, formatOwnPeriod) {
  if (!headline) return { figure: '', period: '' }
  return {
    figure: formatFigure(headline.reading, indicator, LANG),
    period: formatOwnPeriod(headline, indicator, LANG),
  }
}

/** @param {import('../src/domain/point.ts').Vintage} vintage */
function sourceOf({ source, statement }) {
  const parts = [source.publisher, source.title, source.published, statement.locator ?? '']
  const texts = parts.filter((part) => part !== '').map(fullWidthPunctuation)
  return `${word('source', LANG)} ${texts.join('，')}`
}

/** @param {Overview} overview */
function leadOf({ rounds: [latest, previous] }) {
  if (!latest || !previous) throw new Error('the overview leads with two rounds')
  const counts = inspectionCounts(latest)
  const kicker = [word('inspection', LANG), latest.breakdown, latest.tasks.period.text]
  return {
    kicker: kicker.join(' '),
    sentence: plain(formatInspectionSentence(counts, LANG)),
    squares: planSquares(latest.parts),
    done: `${counts.done} ${word('tasksDone', LANG)}`,
    open: `${counts.open} ${word('tasksOpen', LANG)}`,
    note: fullWidthPunctuation(latest.open.statement.note ?? ''),
    source: sourceOf(latest.tasks),
    previousSquares: planSquares(previous.parts),
    previous: `${previous.breakdown}，${formatRound(inspectionCounts(previous), LANG)}`,
    petitions: word('petitions', LANG),
    petitionsFigure: `${counts.petitionsClosed} ${formatPetitions(counts.petitions ?? NaN, LANG)}`,
    petitionsPeriod: latest.petitionsClosed?.period.text ?? '',
  }
}

/**
 * @param {TrendSlot} slot
 * @param {Overview} overview
 * @param {Evidence} evidence
 * @returns {TrendContent}
 */
function trendOf(slot, { views }, evidence) {
  const { view, span, layout } = slot
  const rank = rankViewOf(view, views, evidence)
  const point = rankBeside(view, rank)
  const ranked = rank && point ? { rank: { indicator: rank.indicator, point } } : {}
  return {
    slot,
    // At the width of window that the visits have.
    widthPx: trendStillWidths(span, layout)['1264'],
    sentence: plain(formatSentence(view, { lang: LANG, ...ranked })),
    ...figureOf(view, formatFigurePeriod),
    notices: frontNotices(view)
      .map((notice) => formatNotice(notice, view, LANG))
      .map(({ label, text }) => `${label} ${text}`),
    source: view.headline ? sourceOf(view.headline) : '',
  }
}

/**
 * @param {IndicatorView} view
 * @returns {RowContent}
 */
function rowOf(view) {
  const [doubt] = view.notices.flatMap((notice) => formatDoubt(notice, view, LANG) ?? [])
  const { figure, period } = figureOf(view, ({ period }) => formatPeriodShort(period, LANG))
  return {
    name: view.indicator.name[LANG],
    // A row without a value shows no figure.
    figure: view.headline?.reading.kind === 'value' ? figure : '',
    period,
    note: doubt ? `${doubt.label} ${doubt.text}` : '',
  }
}

/** Everything of the overview as of the latest day, in Chinese, in the light theme. */
export function readContent() {
  const evidence = readEvidence()
  const region = homeRegion(evidence.catalog)?.code ?? ''
  const overview = viewOverview(evidence, { asOf: 'latest', region })
  const slots = arrangeTrends(overview.trends)
  return {
    lead: leadOf(overview),
    recent: overview.publications.slice(0, 4).map((publication) => ({
      day: publication.published,
      title: fullWidthPunctuation(publication.title),
      given: formatContribution(publication, evidence.catalog, LANG),
    })),
    recentHeading: word('recent', LANG),
    trendsHeading: formatTrendsHeading(slots.length, LANG),
    trends: slots.map((slot) => trendOf(slot, overview, evidence)),
    rowsHeading: word('allIndicators', LANG),
    themes: overview.themes.map(({ theme, rows }, at) => ({
      name: `${formatOrdinal(at + 1, LANG)} ${theme.name[LANG]}`,
      rows: rows.map(({ view }) => rowOf(view)),
    })),
  }
}
