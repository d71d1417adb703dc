/** The code that somebody pastes into another page: four rungs, each with its own fall-back. */
import type { Publication } from '../contract/statement.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { isTimeForm } from '../domain/form.ts'
import { viewMessage } from '../domain/message.ts'
import type { Rank } from '../domain/rank-claim.ts'
import { langTag } from '../text/lang.ts'
import { plain } from '../text/rich.ts'
import { formatMessage } from '../text/sentence.ts'
import {
  formatAlternative,
  formatMayBeNewer,
  formatPeriodAside,
  formatShared,
  shareWord,
  sourceLabel,
  sourceNames,
} from '../text/share-text.ts'
import { element, richMarkup, type Markup, type MarkupElement } from './markup.ts'
import type { ShareAddresses } from './share-addresses.ts'
import type { ShareChoice } from './share-choice.ts'
import { chinese, tableMarkup } from './share-table.ts'

/** What the preview has found out. */
export interface Measured {
  /** Of the panel at the chosen width; null before it is known. */
  readonly heightPx: number | null
  /** Of the picture's file: height by width. */
  readonly ratio: number | null
}

export interface SnippetOrder {
  /** In the language, region and day of the choice. */
  readonly view: IndicatorView
  readonly rank?: Rank | undefined
  /** Within the limits of its rung. */
  readonly choice: ShareChoice
  readonly addresses: ShareAddresses
  /** Day of knowledge of what is written down. */
  readonly knownDay: string
  readonly measured: Measured
}

/** Enough for most panels; a frame scrolls where it is too little. */
const USUAL_HEIGHT_PX = 560

function sentenceOf({ view, rank, choice: { lang } }: SnippetOrder): string {
  // The page around does not name the place.
  const said = plain(formatMessage({ ...viewMessage(view, rank), isHome: false }, lang))
  const { headline, indicator } = view
  return said + (headline ? formatPeriodAside(said, headline, indicator, lang) : '')
}

/** True where a file shows what was chosen, and more than the sentence says. */
export function hasFittingPicture({
  view,
  choice,
}: Pick<SnippetOrder, 'view' | 'choice'>): boolean {
  const isDrawn = isTimeForm(view.form) || view.wholes.length > 0
  return isDrawn && choice.asOf === 'latest' && choice.region === null
}

function sourceMarkup(
  source: Publication,
  { choice: { lang }, addresses }: SnippetOrder,
): readonly Markup[] {
  const { publisher, title } = sourceNames(source)
  const comma = lang === 'zh' ? '，' : ', '
  const link = element('a', { href: addresses.publication(source.id) }, ...chinese(title, lang))
  return [sourceLabel(lang), ...chinese(publisher, lang), comma, link, comma, source.published]
}

function pictureMarkup(order: SnippetOrder, size: Readonly<Record<string, string>>): MarkupElement {
  const { view, choice, addresses, knownDay } = order
  const source = view.headline?.source
  const { asOf, lang } = choice
  const alt = formatAlternative(sentenceOf(order), source, { knownDay, asOf }, lang)
  const image = { src: addresses.picture, alt, ...size, loading: 'lazy' }
  return element('p', {}, element('a', { href: addresses.page }, element('img', image)))
}

/** Where from, until when that is said, and the way to everything. */
function sourceLine(order: SnippetOrder, hasPicture: boolean): MarkupElement {
  const { view, choice, addresses, knownDay } = order
  const { lang } = choice
  const source = view.headline ? sourceMarkup(view.headline.source, order) : []
  const newer = hasPicture && view.headline ? formatMayBeNewer(knownDay, lang) : ''
  const stop = lang === 'zh' ? '。' : '. '
  const link = element('a', { href: addresses.page }, shareWord('allFigures', lang))
  return element('p', {}, ...source, newer, ...(source.length > 0 ? [stop] : []), link)
}

/** What stands in place of a panel that cannot be had: the picture, else the sentence. */
function fallback(order: SnippetOrder): readonly MarkupElement[] {
  const hasPicture = hasFittingPicture(order)
  const link = { href: order.addresses.page }
  const main = hasPicture
    ? pictureMarkup(order, { width: '100%' })
    : element('p', {}, element('a', link, ...richMarkup(sentenceOf(order))))
  return [main, sourceLine(order, hasPicture)]
}

/** The panel without what stands in it and beside it. */
export function panelAttributes(id: string, choice: ShareChoice): Readonly<Record<string, string>> {
  const { theme, lang, region, asOf } = choice
  return {
    indicator: id,
    lang: langTag(lang),
    ...(theme === 'light' ? {} : { theme }),
    ...(region === null ? {} : { region }),
    ...(asOf === 'latest' ? {} : { v: asOf }),
  }
}

function elementSnippet(order: SnippetOrder): readonly Markup[] {
  const { view, choice, addresses } = order
  const attributes = panelAttributes(view.indicator.id, choice)
  return [
    element('qinglan-panel', attributes, ...fallback(order)),
    element('script', { type: 'module', src: addresses.panelScript }),
  ]
}

function frameSnippet(order: SnippetOrder): readonly Markup[] {
  const { view, choice, addresses, measured } = order
  const title = formatShared(view.region, view.indicator, choice.lang)
  const height = String(measured.heightPx ?? USUAL_HEIGHT_PX)
  const size = { width: '100%', height }
  const object = { type: 'text/html', data: addresses.frame, title, ...size }
  // No style attribute: strict policies refuse it, and without this a frame has a border.
  const iframe = { src: addresses.frame, title, ...size, frameborder: '0', loading: 'lazy' }
  const page = { href: addresses.page }
  const frame = choice.isObject
    ? [element('object', object, ...fallback(order))]
    : [
        element('iframe', iframe),
        // What stands in an iframe is never shown, even where the frame is refused.
        element(
          'p',
          {},
          element(
            'a',
            page,
            ...richMarkup(title),
            `${choice.lang === 'zh' ? '：' : ': '}`,
            shareWord('allFigures', choice.lang),
          ),
        ),
      ]
  const script = element('script', { src: addresses.heightScript, defer: '' })
  return choice.tellsHeight ? [...frame, script] : frame
}

function pictureSnippet(order: SnippetOrder): readonly Markup[] {
  const { choice, measured } = order
  const { width } = choice
  const size =
    width === 'full'
      ? { width: '100%' }
      : {
          width: String(width),
          ...(measured.ratio === null
            ? {}
            : { height: String(Math.round(width * measured.ratio)) }),
        }
  return [pictureMarkup(order, size), sourceLine(order, true)]
}

/** What is pasted, as a tree: `writeMarkup` makes the text of it. */
export function embedSnippet(order: SnippetOrder): readonly Markup[] {
  const { view, choice, addresses, knownDay } = order
  switch (choice.rung) {
    case 'element':
      return elementSnippet(order)
    case 'frame':
      return frameSnippet(order)
    case 'picture':
      return pictureSnippet(order)
    case 'table':
      return tableMarkup(view, { ...choice, knownDay }, addresses)
  }
}
