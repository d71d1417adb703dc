/** The sentence of a panel: what the figure says. Made by rules from the model, never by hand. */
import type { Indicator } from '../contract/catalog.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { dateOfDay, parseDay } from '../domain/period.ts'
import { periodKey, type Point } from '../domain/point.ts'
import { comparableBefore, type Series } from '../domain/series.ts'
import { formatChange } from './change-text.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatPeriod, monthName } from './period-text.ts'
import { PHRASE_END } from './rich.ts'

/** What ranks an indicator: the catalog's rank indicator and its point for the same moment. */
export interface Rank {
  readonly indicator: Indicator
  readonly point: Point
}

export interface SentenceContext {
  readonly lang: Lang
  /** The rank that belongs to the indicator, where one is known. */
  readonly rank?: Rank
}

const RANK_WORDS = /全省(?:月排名|排名|位次)$/

/** What a rank is about: 空气质量全省月排名 → 空气质量. */
function rankSubject(indicator: Indicator, lang: Lang): string {
  if (lang === 'zh') return indicator.name.zh.replace(RANK_WORDS, '')
  return indicator.name.en.replace(/,? rank in province$/i, '')
}

/** Only a rank within the province is claimed as such; the scope says so (全省省辖市). */
function rankClause(rank: Rank, indicator: Indicator, lang: Lang): string {
  const subject = rankSubject(rank.indicator, lang)
  const figure = formatFigure(rank.point.reading, rank.indicator, lang)
  const isSameSubject = indicator.name[lang].startsWith(subject)
  if (lang === 'en') {
    return isSameSubject ? `${figure} in the province` : `${subject}: ${figure} in the province`
  }
  return `${isSameSubject ? '' : subject}居全省${figure}`
}

/** A break between the headline and everything before it: the two sides are not compared. */
function breakClause(series: Series, headline: Point, lang: Lang): string | null {
  const cut = [...series.breaks]
    .reverse()
    .find((candidate) => parseDay(candidate.from) <= headline.period.start)
  const hasOlder = cut && series.points.some((point) => point.period.end <= parseDay(cut.from))
  if (!cut || !hasOlder) return null
  const [year, month] = dateOfDay(parseDay(cut.from))
  return lang === 'zh'
    ? `${year}年${month}月口径改变，${PHRASE_END}不与此前比较`
    : `definition changed in ${monthName(month, lang)} ${year}, not compared with earlier figures`
}

function rangeClause(series: Series, lang: Lang): string | null {
  const ranks = series.points.flatMap((point) =>
    point.reading.kind === 'value' ? [point.reading] : [],
  )
  if (ranks.length < 3) return null
  const values = ranks.map((reading) => reading.value)
  const [best, worst] = [Math.min(...values), Math.max(...values)]
  return lang === 'zh'
    ? `已知${ranks.length}期里最好第${best}位、${PHRASE_END}最后第${worst}位`
    : `best ${best}, worst ${worst} of the ${ranks.length} known`
}

function levelClause(view: IndicatorView, headline: Point, lang: Lang): string {
  const { indicator } = view
  const figure = formatFigure(headline.reading, indicator, lang)
  const isRank = indicator.accumulation === 'rank'
  const name = isRank ? rankSubject(indicator, lang) : indicator.name[lang]
  const estimated = headline.status === 'E' ? (lang === 'zh' ? '（推算）' : ' (estimated)') : ''
  // Days and odd intervals stand beside the figure; in a sentence they would bury it.
  const isPlain = headline.period.kind !== 'day' && headline.period.kind !== 'interval'
  const when = isPlain ? formatPeriod(headline.period, lang) : ''
  // Another region's figure is never to be taken for the city's.
  const where = view.isHome ? '' : view.region.name[lang]
  if (lang === 'en') {
    const inPeriod = when === '' ? '' : `, ${when}`
    return `${where === '' ? '' : `${where}, `}${name}${inPeriod}: ${figure}${isRank ? ' in the province' : ''}${estimated}`
  }
  return `${where}${when}${name}${PHRASE_END}${isRank ? '居全省' : ''}${figure}${estimated}`
}

/** Change to the comparable point before, or the peer's figure of the same period. */
function secondClause(view: IndicatorView, headline: Point, context: SentenceContext) {
  const { main, indicator } = view
  const { lang, rank } = context
  if (!main) return null
  if (indicator.accumulation === 'rank') return rangeClause(main, lang)
  if (rank) return rankClause(rank, indicator, lang)
  const before = comparableBefore(main, headline)
  const change = before && formatChange(headline, before, indicator, lang)
  if (change) return change
  return peerClause(view, headline, lang)
}

function peerClause(view: IndicatorView, headline: Point, lang: Lang): string | null {
  for (const peer of view.peers) {
    const beside = peer.points.find(
      ({ period }) => periodKey(period) === periodKey(headline.period),
    )
    if (beside?.reading.kind !== 'value') continue
    const figure = formatFigure(beside.reading, view.indicator, lang)
    const isProvince = peer.region.level === 'province'
    if (lang === 'zh') return `同期${isProvince ? '全省' : peer.region.name.zh}${figure}`
    return `${peer.region.name.en} ${figure}`
  }
  return null
}

/** "2020年优良天数210天，比2019年多46天". */
export function formatSentence(view: IndicatorView, context: SentenceContext): string {
  const { lang } = context
  const { headline, indicator } = view
  if (!headline) {
    return lang === 'zh'
      ? `${indicator.name.zh}：${PHRASE_END}截至所选日期尚无数据`
      : `${indicator.name.en}: nothing known as of the chosen day`
  }
  const level = levelClause(view, headline, lang)
  const second = secondClause(view, headline, context)
  const hasCompared = view.main && comparableBefore(view.main, headline)
  const cut = view.main && !hasCompared ? breakClause(view.main, headline, lang) : null
  const [joiner, clause] = cut ? ['；', cut] : ['，', second]
  if (!clause) return level
  return lang === 'zh' ? `${level}${joiner}${clause}` : `${level}; ${clause}`
}
