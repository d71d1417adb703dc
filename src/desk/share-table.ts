/** An indicator's figures as a plain table for pages that take nothing else: no class, no style. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { PeriodKind } from '../domain/period.ts'
import { addedCell, figureCell, saidCell } from '../panels/figure-cells.ts'
import { planFigureRows, type FigureGroup, type FigureRowPlan } from '../panels/figure-rows.ts'
import { langTag, type Lang } from '../text/lang.ts'
import { formatPeriodShort } from '../text/period-text.ts'
import { fullWidthPunctuation } from '../text/rich.ts'
import {
  formatDoubtfulStatus,
  formatTableCaption,
  scopeLabel,
  shareWord,
  sourceNames,
} from '../text/share-text.ts'
import { word } from '../text/ui-words.ts'
import { element, richMarkup, type Markup, type MarkupElement } from './markup.ts'
import type { ShareAddresses } from './share-addresses.ts'

/** Strict policies refuse a style attribute, and a bare cell of two Chinese characters breaks between them. */
function whole(lang: Lang): Readonly<Record<string, string>> {
  return lang === 'zh' ? { nowrap: '' } : {}
}

const COLUMNS = ['period', 'value', 'status', 'sourceColumn', 'note'] as const

export interface TableChoice {
  readonly lang: Lang
  /** Day of knowledge that the table names. */
  readonly knownDay: string
  readonly hasMonths: boolean
}

function kindsOf(view: IndicatorView): ReadonlySet<PeriodKind> {
  const points = [...view.series, ...view.peers].flatMap((series) => series.points)
  return new Set(points.map(({ period }) => period.kind))
}

/** True where there are months, and figures of longer periods beside them. */
export function hasMonthsApart(view: IndicatorView): boolean {
  const kinds = kindsOf(view)
  return kinds.has('month') && kinds.size > 1
}

/** Texts of the documents stay in their language and say so. */
export function chinese(text: string, lang: Lang): readonly Markup[] {
  if (text === '') return []
  const set = richMarkup(text)
  return lang === 'zh' ? set : [element('span', { lang: langTag('zh') }, ...set)]
}

function rowOf(
  row: FigureRowPlan,
  view: IndicatorView,
  lang: Lang,
  addresses: ShareAddresses,
): MarkupElement {
  if (row.kind === 'break') {
    const width = String(COLUMNS.length)
    return element('tr', {}, element('td', { colspan: width }, ...richMarkup(row.text)))
  }
  const { point } = row
  const { indicator } = view
  const noted = { ...row, indicator }
  const [said, added] = [saidCell(noted, lang), addedCell(noted, lang)]
  const between = said === '' || added === '' ? [] : [lang === 'zh' ? '；' : '; ']
  const { publisher } = sourceNames(point.source)
  const source = element(
    'a',
    { href: addresses.publication(point.source.id) },
    ...chinese(publisher, lang),
  )
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, formatPeriodShort(point.period, lang)),
    element('td', {}, figureCell(point, indicator, lang)),
    element('td', whole(lang), formatDoubtfulStatus(point.status, row.doubt !== undefined, lang)),
    // The day first: a narrow cell would break it at its hyphens.
    element('td', {}, `${point.source.published}${lang === 'zh' ? '，' : ', '}`, source),
    element('td', {}, ...chinese(said, lang), ...between, ...richMarkup(added)),
  )
}

function isKept(row: FigureRowPlan, hasMonths: boolean): boolean {
  return hasMonths || row.kind === 'break' || row.point.period.kind !== 'month'
}

function bodyOf(
  { name, rows }: FigureGroup,
  isNamed: boolean,
  draw: (row: FigureRowPlan) => MarkupElement,
): MarkupElement {
  const head = { scope: 'rowgroup', colspan: String(COLUMNS.length) }
  const named = isNamed ? [element('tr', {}, element('th', head, ...richMarkup(name)))] : []
  return element('tbody', {}, ...named, ...rows.map(draw))
}

/** The table, then its scope and the way to the full page. */
export function tableMarkup(
  view: IndicatorView,
  { lang, knownDay, hasMonths }: TableChoice,
  addresses: ShareAddresses,
): readonly Markup[] {
  const leavesOutMonths = hasMonthsApart(view) && !hasMonths
  const groups = planFigureRows(view, lang)
    .map((group) => ({
      ...group,
      rows: group.rows.filter((row) => isKept(row, !leavesOutMonths)),
    }))
    .filter(({ rows }) => rows.some(({ kind }) => kind === 'point'))
  // The caption names the unit: a narrow table has no room for it twice.
  const heads = COLUMNS.map((column) => element('th', { scope: 'col' }, word(column, lang)))
  const caption = formatTableCaption(view, { knownDay, leavesOutMonths }, lang)
  const scope = fullWidthPunctuation(view.indicator.scope)
  const stop = lang === 'zh' ? '。' : '. '
  const table = element(
    'table',
    {},
    element('caption', {}, ...richMarkup(caption)),
    element('thead', {}, element('tr', {}, ...heads)),
    ...groups.map((group) =>
      bodyOf(group, groups.length > 1 || group.name !== '', (row) =>
        rowOf(row, view, lang, addresses),
      ),
    ),
  )
  const foot = element(
    'p',
    {},
    scopeLabel(lang),
    ...chinese(scope.replace(/。$/, ''), lang),
    stop,
    element('a', { href: addresses.page }, shareWord('allFigures', lang)),
  )
  return [table, foot]
}
