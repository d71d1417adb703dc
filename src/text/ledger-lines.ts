/** What one publication did to one indicator, line by line. */
import type { Contradiction } from '../domain/contradiction.ts'
import type { Correction } from '../domain/correction.ts'
import type { LedgerChapter } from '../domain/indicator-ledger.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { LedgerEntry } from '../domain/ledger.ts'
import type { Vintage } from '../domain/point.ts'
import type { Reading } from '../domain/reading.ts'
import type { Region } from '../contract/catalog.ts'
import type { TargetEntry } from '../domain/target-ledger.ts'
import { formatCrossDoubt } from './cross-dispute-text.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatReason, ledgerLabel, ledgerWord, type LedgerWord } from './ledger-text.ts'
import { formatPeriodShort } from './period-text.ts'
import { fullWidthPunctuation } from './rich.ts'
import { formatTargetSign } from './target-text.ts'
import { word } from './ui-words.ts'

export interface LedgerLine {
  readonly label: string
  readonly text: string
  readonly isGrave: boolean
}

interface Setting {
  readonly view: IndicatorView
  readonly lang: Lang
}

/** Up to here every period is named. */
const MOST_NAMED = 3

function figure(reading: Reading, { view, lang }: Setting): string {
  return formatFigure(reading, view.indicator, lang)
}

/** Whose figure it is, where that is not the region that the page leads with. */
function whose(region: Region, breakdown: string | undefined, { view, lang }: Setting): string {
  const name = region.code === view.region.code ? '' : region.name[lang]
  const group = breakdown === undefined ? '' : fullWidthPunctuation(breakdown)
  const parts = [name, group].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join(' ')} `
}

function dated({ source, reading }: Vintage, setting: Setting): string {
  const said = figure(reading, setting)
  return setting.lang === 'zh' ? `${said}（${source.published}）` : `${said} (${source.published})`
}

function sameAs({ source }: Pick<Vintage, 'source'>, lang: Lang): string {
  return lang === 'zh' ? `，与${source.published}相同` : `, the same as on ${source.published}`
}

function changeText(
  { change, series, period, now, before, rivals }: LedgerEntry,
  setting: Setting,
) {
  const { lang } = setting
  const separator = lang === 'zh' ? '；' : '; '
  const when = whose(series.region, series.breakdown, setting) + formatPeriodShort(period, lang)
  const is = figure(now.reading, setting)
  if (change === 'conflict') {
    return `${when} ${is} ≠ ${rivals.map((rival) => dated(rival, setting)).join(' ≠ ')}`
  }
  if (!before) return `${when} ${is}`
  const was = dated(before, setting)
  if (change === 'repeated') return `${when} ${is}${sameAs(before, lang)}`
  if (change === 'rounded')
    return `${when} ${was} ≈ ${is}${separator}${ledgerWord('sameQuantity', lang)}`
  return `${when} ${was} → ${is}${separator}${formatReason(before, now, lang)}`
}

/** Few additions one by one with their figures; many as how many, from when to when. */
function addedLines(entries: readonly LedgerEntry[], setting: Setting): LedgerLine[] {
  const { lang } = setting
  const label = ledgerLabel('added', lang)
  if (entries.length <= MOST_NAMED) {
    return entries.map((entry) => ({ label, text: changeText(entry, setting), isGrave: false }))
  }
  const groups = new Map<LedgerEntry['series'], LedgerEntry[]>()
  for (const entry of entries)
    groups.set(entry.series, [...(groups.get(entry.series) ?? []), entry])
  return [...groups].map(([{ region, breakdown }, group]) => {
    const [first, last] = [group[0], group[group.length - 1]].map((entry) =>
      entry ? formatPeriodShort(entry.period, lang) : '',
    )
    const count = lang === 'zh' ? `${group.length}期` : `${group.length} periods`
    const span = group.length === 1 ? first : `${first} … ${last}`
    const text = `${whose(region, breakdown, setting)}${count}${lang === 'zh' ? '：' : ': '}${span}`
    return { label, text, isGrave: false }
  })
}

function disputeText({ point, against, other, sum }: Contradiction, setting: Setting): string {
  const { lang } = setting
  const when = formatPeriodShort(point.period, lang)
  const is = `${when} ${figure(point.reading, setting)}`
  if (sum) {
    const parts = figure(sum, setting)
    return lang === 'zh' ? `${is}，各部分合计${parts}` : `${is}; the parts come to ${parts}`
  }
  if (other) return `${is} ≠ ${dated(other, setting)}`
  return lang === 'zh'
    ? `${is}，${against.published}说法不同`
    : `${is}; ${against.published} differs`
}

function correctionText(mended: Correction, setting: Setting): string {
  const { lang } = setting
  const { before, after, region, breakdown, period, source } = mended
  const when = whose(region, breakdown, setting) + formatPeriodShort(period, lang)
  const was = before ? figure(before, setting) : word('leftOut', lang)
  const is = after ? figure(after, setting) : word('notStated', lang)
  const why = source.revisionReason ?? ledgerWord('noReason', lang)
  return `${when} ${was} → ${is}${lang === 'zh' ? '；' : '; '}${why}`
}

function targetText({ change, now, before, rivals }: TargetEntry, setting: Setting): string {
  const { lang } = setting
  const value = (target: TargetEntry['now']) =>
    formatTargetSign(target) + figure(target.reading, setting)
  const when = `${whose(now.region, undefined, setting)}${formatPeriodShort(now.period, lang)}`
  const at = (target: TargetEntry['now']) =>
    lang === 'zh'
      ? `${value(target)}（${target.source.published}）`
      : `${value(target)} (${target.source.published})`
  if (change === 'conflict') return `${when} ${value(now)} ≠ ${rivals.map(at).join(' ≠ ')}`
  if (!before) return `${when} ${value(now)}`
  return change === 'restated'
    ? `${when} ${value(now)}${sameAs(before, lang)}`
    : `${when} ${at(before)} → ${value(now)}`
}

/** Gravest first, what was added last. */
export function ledgerLines(
  chapter: LedgerChapter,
  view: IndicatorView,
  lang: Lang,
): readonly LedgerLine[] {
  const setting = { view, lang }
  const line = (name: LedgerWord, text: string): LedgerLine => ({
    label: ledgerLabel(name, lang),
    text,
    isGrave: name === 'contradicted' || name === 'conflict',
  })
  const ofChange = (change: LedgerEntry['change']) =>
    chapter.entries.filter((entry) => entry.change === change)
  const changes = (['conflict', 'revised', 'status', 'rounded', 'repeated'] as const).flatMap(
    (change) => ofChange(change).map((entry) => line(change, changeText(entry, setting))),
  )
  return [
    ...chapter.disputes.map(({ contradiction }) =>
      line('contradicted', disputeText(contradiction, setting)),
    ),
    ...chapter.crossDisputes.map((dispute) =>
      line('contradicted', formatCrossDoubt(dispute, view.indicator, lang)),
    ),
    ...changes,
    ...chapter.corrections.map((mended) => line('corrected', correctionText(mended, setting))),
    ...chapter.targets.map((entry) => line(entry.change, targetText(entry, setting))),
    ...addedLines(ofChange('added'), setting),
  ]
}
