/** The ledger of a publication as groups of rows, gravest first. */
import type { Indicator, Region } from '../contract/catalog.ts'
import type { Publication } from '../contract/statement.ts'
import type { CrossDispute } from '../domain/cross-dispute.ts'
import type { LedgerEntry } from '../domain/ledger.ts'
import type { Period } from '../domain/period.ts'
import type { Vintage } from '../domain/point.ts'
import type {
  LedgerCorrection,
  LedgerDispute,
  PublicationLedger,
} from '../domain/publication-ledger.ts'
import type { TargetEntry } from '../domain/target-ledger.ts'
import type { TargetView } from '../domain/target-view.ts'
import { formatFigure } from '../text/figure-text.ts'
import type { Lang } from '../text/lang.ts'
import { formatRevised, ledgerWord, type LedgerWord } from '../text/ledger-text.ts'
import { fullWidthPunctuation } from '../text/rich.ts'
import { formatTargetSign } from '../text/target-text.ts'
import { word } from '../text/ui-words.ts'

/** A figure of another publication, or what we had transcribed before. */
export interface LedgerFigure {
  readonly text: string
  readonly source?: Publication
  /** True for what no longer stands. */
  readonly isStruck: boolean
}

export interface LedgerRow {
  readonly indicator: Indicator
  readonly region: Region
  readonly breakdown?: string | undefined
  readonly period: Period
  readonly others: readonly LedgerFigure[]
  /** Between the others and this publication's figure. */
  readonly sign: '→' | '=' | '≈' | '≠'
  readonly now: string
  readonly why: string
  /** In the language of the source. */
  readonly note: string
}

export interface LedgerGroup {
  readonly name: LedgerWord
  readonly isGrave: boolean
  readonly rows: readonly LedgerRow[]
}

function noteOf({ note = '' }: { readonly note?: string | undefined }): string {
  return fullWidthPunctuation(note)
}

const SIGNS = { revised: '→', status: '→', rounded: '≈', repeated: '=', conflict: '≠' } as const

type Shown = keyof typeof SIGNS

function entryRow(entry: LedgerEntry & { readonly change: Shown }, lang: Lang): LedgerRow {
  const { change, series, period, now, before, rivals } = entry
  const { indicator, region, breakdown } = series
  const figureOf = ({ reading, source }: Vintage): LedgerFigure => ({
    text: formatFigure(reading, indicator, lang),
    source,
    isStruck: change === 'revised',
  })
  const why = {
    revised: () => (before ? formatRevised(before, now, lang) : ''),
    status: () => (before ? formatRevised(before, now, lang) : ''),
    rounded: () => ledgerWord('sameQuantity', lang),
    repeated: () => '',
    conflict: () => '',
  }[change]()
  const others = change === 'conflict' ? rivals : before ? [before] : []
  return {
    indicator,
    region,
    breakdown,
    period,
    others: others.map(figureOf),
    sign: SIGNS[change],
    now: formatFigure(now.reading, indicator, lang),
    why,
    note: noteOf(now.statement),
  }
}

function disputeRow({ series, contradiction }: LedgerDispute, lang: Lang): LedgerRow {
  const { indicator, region, breakdown } = series
  const { point, against, other, sum } = contradiction
  const said = sum ?? other?.reading
  return {
    indicator,
    region,
    breakdown,
    period: point.period,
    others: [
      {
        text: said ? formatFigure(said, indicator, lang) : '',
        ...(sum ? {} : { source: against }),
        isStruck: false,
      },
    ],
    sign: '≠',
    now: formatFigure(point.reading, indicator, lang),
    why: sum ? ledgerWord('excess', lang) : '',
    note: noteOf(point.statement),
  }
}

function crossRow({ region, later, earlier }: CrossDispute, lang: Lang): LedgerRow {
  const name = earlier.indicator.name[lang]
  const figure = formatFigure(earlier.reading, earlier.indicator, lang)
  return {
    indicator: later.indicator,
    region,
    period: later.period,
    others: [{ text: `${name} ${figure}`, source: earlier.source, isStruck: false }],
    sign: '≠',
    now: formatFigure(later.reading, later.indicator, lang),
    why: '',
    note: noteOf(later.statement),
  }
}

function correctionRow(mended: LedgerCorrection, lang: Lang): LedgerRow {
  const { indicator, region, breakdown, period, before, after, source } = mended
  const was = before ? formatFigure(before, indicator, lang) : word('leftOut', lang)
  return {
    indicator,
    region,
    breakdown,
    period,
    others: [{ text: was, isStruck: before !== undefined }],
    sign: '→',
    now: after ? formatFigure(after, indicator, lang) : word('notStated', lang),
    why: source.revisionReason === undefined ? ledgerWord('noReason', lang) : '',
    note: source.revisionReason ?? '',
  }
}

const TARGET_SIGNS = { restated: '=', changed: '→', conflict: '≠' } as const

function targetRow(
  entry: TargetEntry & { readonly change: keyof typeof TARGET_SIGNS },
  lang: Lang,
): LedgerRow {
  const { change, indicator, now, before, rivals } = entry
  const textOf = (view: TargetView) =>
    formatTargetSign(view) + formatFigure(view.reading, indicator, lang)
  const others = change === 'conflict' ? rivals : before ? [before] : []
  return {
    indicator,
    region: now.region,
    period: now.period,
    others: others.map((view) => ({
      text: textOf(view),
      source: view.source,
      isStruck: change === 'changed',
    })),
    sign: TARGET_SIGNS[change],
    now: textOf(now),
    why: '',
    note: noteOf(now.target),
  }
}

/** What was only added stands in the tables of the page, and not here. */
export function planLedgerRows(ledger: PublicationLedger, lang: Lang): readonly LedgerGroup[] {
  const changed = (name: Shown): LedgerRow[] =>
    ledger.entries.flatMap((entry) =>
      entry.change === name ? [entryRow({ ...entry, change: name }, lang)] : [],
    )
  const targets = (name: keyof typeof TARGET_SIGNS): LedgerRow[] =>
    ledger.targets.flatMap((entry) =>
      entry.change === name ? [targetRow({ ...entry, change: name }, lang)] : [],
    )
  const disputes = [
    ...ledger.disputes.map((dispute) => disputeRow(dispute, lang)),
    ...ledger.crossDisputes.map((dispute) => crossRow(dispute, lang)),
  ]
  const groups: readonly (readonly [LedgerWord, readonly LedgerRow[]])[] = [
    ['contradicted', disputes],
    ['conflict', [...changed('conflict'), ...targets('conflict')]],
    ['revised', changed('revised')],
    ['status', changed('status')],
    ['changed', targets('changed')],
    ['corrected', ledger.corrections.map((mended) => correctionRow(mended, lang))],
    ['rounded', changed('rounded')],
    ['repeated', changed('repeated')],
    ['restated', targets('restated')],
  ]
  return groups
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => {
      return { name, isGrave: name === 'contradicted' || name === 'conflict', rows }
    })
}
