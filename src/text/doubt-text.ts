/** What is said against a figure, in words: briefly in a sentence, with the document in a table. */
import type { Indicator } from '../contract/catalog.ts'
import type { Doubt } from '../domain/doubt.ts'
import { dateOfDay, parseDay } from '../domain/period.ts'
import type { Point } from '../domain/point.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { lowerFirst } from './letter-case.ts'
import { monthName } from './period-text.ts'
import { bookTitle, fullWidthPunctuation, PHRASE_END } from './rich.ts'

/** 2023年4月. */
export function formatMonth(day: string, lang: Lang): string {
  const [year, month] = dateOfDay(parseDay(day))
  return lang === 'zh' ? `${year}年${month}月` : `${monthName(month, lang)} ${year}`
}

/** "17家"; of another indicator 行政村总数1826个. */
function figureOf(doubt: Extract<Doubt, { kind: 'figure' }>, shown: Indicator, lang: Lang): string {
  const { indicator } = doubt
  const figure = formatFigure(doubt.reading, indicator, lang)
  if (indicator.id === shown.id) return figure
  const name = fullWidthPunctuation(indicator.name[lang])
  return lang === 'zh' ? name + figure : `${figure} for ${lowerFirst(indicator.name.en)}`
}

function excessWords(sum: string, lang: Lang): string {
  return lang === 'zh'
    ? `各部分合计${sum}，${PHRASE_END}超过总数`
    : `the parts come to ${sum}, more than their whole`
}

/** A clause behind the figure of `point`: 与2023年4月公布的行政村总数1826个不一致. */
export function formatDoubtClause(
  doubt: Doubt,
  point: Point,
  shown: Indicator,
  lang: Lang,
): string {
  const { published } = doubt.source
  if (doubt.kind === 'excess') {
    const said = excessWords(formatFigure(doubt.sum, shown, lang), lang)
    return lang === 'zh' ? `存疑：${said}` : `in doubt: ${said}`
  }
  const isSameDay = published === point.source.published
  if (lang === 'zh') {
    const when = isSameDay ? '同日' : formatMonth(published, lang)
    const said = doubt.kind === 'figure' ? figureOf(doubt, shown, lang) : '说法'
    return `与${when}公布的${PHRASE_END}${said}不一致`
  }
  const when = isSameDay ? 'on the same day' : `in ${formatMonth(published, lang)}`
  if (doubt.kind === 'document') return `disagrees with what was published ${when}`
  return doubt.indicator.id === shown.id
    ? `disagrees with ${figureOf(doubt, shown, lang)} published ${when}`
    : `disagrees with what was published ${when}: ${figureOf(doubt, shown, lang)}`
}

function formatOne(doubt: Doubt, shown: Indicator, lang: Lang): string {
  const { title, published } = doubt.source
  const named =
    lang === 'zh' ? `${bookTitle(title)}（${published}）` : `${bookTitle(title)} (${published})`
  if (doubt.kind === 'excess') {
    const said = excessWords(formatFigure(doubt.sum, shown, lang), lang)
    return lang === 'zh' ? `与${named}对照，${said}` : `beside ${named}, ${said}`
  }
  if (doubt.kind === 'document') {
    return lang === 'zh' ? `与${named}的说法不一致` : `disagrees with ${named}`
  }
  const said = figureOf(doubt, shown, lang)
  return lang === 'zh' ? `与${named}的${said}不一致` : `disagrees with ${said} in ${named}`
}

/** For a row of a table, with the other documents; empty where nothing is said against it. */
export function formatDoubts(doubts: readonly Doubt[], shown: Indicator, lang: Lang): string {
  return doubts.map((each) => formatOne(each, shown, lang)).join(lang === 'zh' ? '；' : '; ')
}
