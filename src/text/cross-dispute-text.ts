/** Two figures of two indicators that do not go together, in words: both figures, both documents. */
import type { Indicator } from '../contract/catalog.ts'
import type { CrossDispute, ForeignFigure } from '../domain/cross-dispute.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { bookTitle, fullWidthPunctuation } from './rich.ts'

function figureOf({ reading, indicator }: ForeignFigure, lang: Lang): string {
  const name = indicator.name[lang]
  const figure = formatFigure(reading, indicator, lang)
  return lang === 'zh' ? `${name}${figure}` : `${name}: ${figure}`
}

function saidBy(figure: ForeignFigure, lang: Lang): string {
  const { title, published } = figure.source
  const said = figureOf(figure, lang)
  return lang === 'zh'
    ? `${bookTitle(title)}（${published}）称${said}`
    : `${bookTitle(title)} (${published}), ${said}`
}

/** The notice on the pages of both. */
export function crossDisputeWords(
  { later, earlier }: CrossDispute,
  lang: Lang,
): { readonly label: string; readonly text: string } {
  const note = fullWidthPunctuation(later.statement.note ?? '')
  if (lang === 'en') {
    const both = `${saidBy(earlier, lang)}; ${saidBy(later, lang)}`
    return { label: 'In doubt', text: `${both}. The two disagree.${note === '' ? '' : ` ${note}`}` }
  }
  const both = `${saidBy(earlier, lang)}，${saidBy(later, lang)}，两处不一致`
  return { label: '存疑', text: `${both}。${note === '' ? '' : `${note}。`}` }
}

/** The same in few words, for a row that carries one of the two. */
export function formatCrossDoubt(
  { later, earlier }: CrossDispute,
  shown: Indicator,
  lang: Lang,
): string {
  const other = later.indicator.id === shown.id ? earlier : later
  const said = figureOf(other, lang)
  return lang === 'zh'
    ? `${other.source.published}公布${said}，两处不一致`
    : `${other.source.published} said ${said}; the two disagree`
}
