/** The words of the ledger: what a publication did, how much of it, and why. */
import type { Bilingual } from '../contract/issue.ts'
import type { LedgerCounts } from '../domain/ledger-counts.ts'
import type { Vintage } from '../domain/point.ts'
import type { Lang } from './lang.ts'
import { fullWidthPunctuation } from './rich.ts'
import { formatStatus } from './status-text.ts'

const WORDS = {
  ledger: { zh: '对已知的数做了什么', en: 'What it did to what was known' },
  byPublication: { zh: '按公布先后', en: 'In the order of publication' },
  document: { zh: '出处', en: 'Document' },
  did: { zh: '做了什么', en: 'What it did' },
  figures: { zh: '此前与本次', en: 'Before and now' },
  reason: { zh: '说明', en: 'Why' },
  noReason: { zh: '出处未说明原因', en: 'the source gives no reason' },
  sameQuantity: { zh: '相差在末位取舍之内，是同一个数', en: 'they differ by rounding only' },
  excess: { zh: '各部分合计超过总数', en: 'the parts come to more than their whole' },
  contested: { zh: '有修订或矛盾', en: 'Revised or contradicted' },
  added: { zh: '新增', en: 'added' },
  revised: { zh: '修订', en: 'revised' },
  status: { zh: '状态改变', en: 'status changed' },
  rounded: { zh: '精度不同', en: 'rounded' },
  repeated: { zh: '重复', en: 'repeated' },
  conflict: { zh: '同日两说', en: 'in conflict' },
  contradicted: { zh: '存疑', en: 'in doubt' },
  corrected: { zh: '转录更正', en: 'mended by us' },
  set: { zh: '提出目标', en: 'target set' },
  restated: { zh: '重申目标', en: 'target restated' },
  changed: { zh: '改变目标', en: 'target changed' },
} as const satisfies Record<string, Bilingual>

export type LedgerWord = keyof typeof WORDS

export function ledgerWord(name: LedgerWord, lang: Lang): string {
  return WORDS[name][lang]
}

/** For the head of a group or a line: "修订", "Revised". */
export function ledgerLabel(name: LedgerWord, lang: Lang): string {
  const text = WORDS[name][lang]
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export interface CountPiece {
  readonly text: string
  /** Contradictions and conflicts. */
  readonly isGrave: boolean
}

const COUNTED = [
  'added',
  'revised',
  'status',
  'rounded',
  'repeated',
  'conflict',
  'contradicted',
  'corrected',
] as const satisfies readonly (keyof LedgerCounts)[]

/** "新增53", "存疑4", or that all of it is new; what there is none of stays unsaid. */
export function ledgerCounts(counts: LedgerCounts, lang: Lang): readonly CountPiece[] {
  const present = COUNTED.filter((name) => counts[name] > 0)
  if (present.length === 1 && present[0] === 'added') {
    return [{ text: lang === 'zh' ? '均为新增' : 'all new', isGrave: false }]
  }
  return present.map((name) => ({
    text: lang === 'zh' ? `${WORDS[name].zh}${counts[name]}` : `${counts[name]} ${WORDS[name].en}`,
    isGrave: name === 'conflict' || name === 'contradicted',
  }))
}

/** What became of the status, and that the source gives no reason where it gives none. */
export function formatRevised(before: Vintage, now: Vintage, lang: Lang): string {
  const [was, is] = [before.statement.status, now.statement.status].map((status) =>
    formatStatus(status, lang),
  )
  const moved = lang === 'zh' ? `状态由“${was}”改为“${is}”` : `status ${was} → ${is}`
  const silent = now.statement.note === undefined ? WORDS.noReason[lang] : ''
  return [was === is ? '' : moved, silent].filter((part) => part !== '').join(separatorOf(lang))
}

/** Why a figure was revised, as far as the source says; what became of its status. */
export function formatReason(before: Vintage, now: Vintage, lang: Lang): string {
  const note = fullWidthPunctuation(now.statement.note ?? '')
  const parts = [formatRevised(before, now, lang), note].filter((part) => part !== '')
  return parts.join(separatorOf(lang))
}

function separatorOf(lang: Lang): string {
  return lang === 'zh' ? '；' : '; '
}

/** Said where a publication's figures are too many to be compared one by one. */
export function formatTooMany(figures: number, lang: Lang): string {
  return lang === 'zh'
    ? `这份出处有${figures}个数，不在此逐个与此前的数对照；各指标页按公布先后列出。`
    : `This publication gives ${figures} figures, too many to compare here; the page of each indicator lists them in the order of publication.`
}

/** Said of a list of publications whose figures are too many to be looked at all at once. */
export function formatNotCounted(lang: Lang): string {
  return lang === 'zh'
    ? '数据量大，各出处新增、修订了多少，见各自的页面。'
    : 'There is much data: how much each publication added or revised stands on its own page.'
}

/** Above the table of a publication; `given` is all that it gives, "3个数、1个目标". */
export function formatAdded(added: number, total: number, given: string, lang: Lang): string {
  if (added === total) {
    return lang === 'zh'
      ? `${given}，期次都是此前没有的，均为新增。`
      : `${given}: all of it for periods that had none.`
  }
  if (added === 0) {
    return lang === 'zh' ? `${given}，没有新增；逐个如下。` : `${given}: none of it is new.`
  }
  return lang === 'zh'
    ? `${given}，其中新增${added}个，见下表；其余如下。`
    : `${given}, of which ${added} are new and stand in the tables below; the rest is here.`
}
