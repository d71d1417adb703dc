/** What is said of a publication beside what is published already, and of publishing itself. */
import { issue, type Bilingual, type Issue } from '../contract/issue.ts'
import type { RecordChange, RevisionChange } from './compare-revisions.ts'
import { both, quote, refusal, showPlainly, type Refusal } from './refusal.ts'

const EXPORT = 'npm run author -- export'

function countRecords(change: RevisionChange, count: (of: RecordChange) => number): number {
  return count(change.observations) + count(change.targets) + count(change.tasks)
}

/** Refused without a reason; where rows are missing, a reason alone would take them away. */
export function publicationDiffers(id: string, change: RevisionChange): Refusal {
  const added = countRecords(change, (of) => of.added)
  const changed = countRecords(change, (of) => of.changed)
  const missing = countRecords(change, (of) => of.removed.length)
  const [zh, en] =
    missing === 0
      ? ['更正转录请用 --revise "原因"', 'to mend a transcription use --revise "<reason>"']
      : [
          `更正要给出该出处的全部行：用 ${EXPORT} 导出，在导出的表中改，再导入并加 --revise "原因"`,
          `a correction gives all rows of that publication: write them with ${EXPORT}, edit there, and import that with --revise "<reason>"`,
        ]
  return refusal(
    'publication-differs',
    {
      zh: `${quote(id).zh}已发布，内容不同（多 ${added} 行，改 ${changed} 行，少 ${missing} 行）`,
      en: `${quote(id).en} is published with other content (${added} rows more, ${changed} changed, ${missing} missing)`,
    },
    `与已发布的相同；${zh}`,
    `the same content; ${en}`,
  )
}

const MAX_NAMED = 10

function nameRemoved(
  { removed }: RecordChange,
  zh: string,
  [one, more]: readonly [string, string],
): Bilingual[] {
  if (removed.length === 0) return []
  const named = removed.slice(0, MAX_NAMED).map(showPlainly)
  const others = removed.length - named.length
  return [
    {
      zh: `${removed.length} ${zh}：${named.join('、')}${others > 0 ? ' 等' : ''}`,
      en: `${removed.length} ${removed.length === 1 ? one : more}: ${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`,
    },
  ]
}

export function revisionRemoves(id: string, { observations, targets, tasks }: RevisionChange) {
  const parts = [
    ...nameRemoved(observations, '个数', ['figure', 'figures']),
    ...nameRemoved(targets, '个目标', ['target', 'targets']),
    ...nameRemoved(tasks, '项任务', ['task', 'tasks']),
  ]
  return refusal(
    'revision-removes',
    {
      zh: `更正${quote(id).zh}将去掉 ${parts.map(({ zh }) => zh).join('；')}`,
      en: `revising ${quote(id).en} would remove ${parts.map(({ en }) => en).join('; ')}`,
    },
    `该出处的全部行：用 ${EXPORT} 导出，在导出的表中改，再导入；确应去掉请加 --confirm`,
    `all rows of that publication: write them with ${EXPORT}, edit there, and import that; if they should go, add --confirm`,
  )
}

export function revisionDiffers(id: string, revision: number): Refusal {
  return refusal(
    'revision-differs',
    {
      zh: `${quote(id).zh}的第 ${revision} 版已发布，内容不同`,
      en: `revision ${revision} of ${quote(id).en} is published with other content`,
    },
    '与已发布的相同；已发布的版本不会改变',
    'the same content: a published revision never changes',
  )
}

export function revisionGap(found: number, next: number): Refusal {
  return refusal(
    'revision-gap',
    { zh: `第 ${found} 版`, en: `revision ${found}` },
    `第 ${next} 版；修订号不跳号`,
    `${next}: revisions leave no gap`,
  )
}

export function noSuchRevision(id: string, revision: number | undefined): Refusal {
  return refusal(
    'no-such-revision',
    revision === undefined
      ? { zh: '空', en: 'nothing' }
      : { zh: `第 ${revision} 版`, en: `revision ${revision}` },
    `publications 表中${quote(id).zh}的修订号之一`,
    `one of the revisions of ${quote(id).en} in the table publications`,
  )
}

export function revisionWithoutReason(): Refusal {
  return refusal(
    'revision-without-reason',
    { zh: '空', en: 'nothing' },
    '修订原因；第 2 版起必填',
    'the reason, needed from revision 2',
  )
}

/** Of the option without its text. */
export function noReason(): Refusal {
  return refusal(
    'no-reason',
    { zh: '空', en: 'nothing' },
    '更正的原因，如 --revise "小数点抄错"',
    'the reason for the correction, such as --revise "decimal point misread"',
  )
}

export function unitOfPublished(found: string, unit: string): Refusal {
  return refusal(
    'unit-of-published',
    quote(found),
    `能与已发布的单位${unit}换算的单位`,
    `a unit that converts to the published one, ${unit}`,
  )
}

export interface SuddenChange {
  readonly found: string
  readonly earlier: string
  readonly period: string
  /** The publication that says so. */
  readonly from: string
  /** Read in this unit, the figure would be near the earlier one. */
  readonly likelyUnit: string | undefined
}

export function suddenChange({
  found,
  earlier,
  period,
  from,
  likelyUnit: unit,
}: SuddenChange): Refusal {
  const [zh, en] = unit
    ? [`；单位是否应为 ${unit}？`, `; should the unit be ${unit}? If the figure`]
    : ['；', '; if it']
  return refusal(
    'sudden-change',
    quote(found),
    `与 ${from} 所称 ${period} 的 ${earlier} 相差不超过十倍${zh}确认无误请加 --confirm`,
    `no more than ten times from ${earlier} of ${period} in ${from}${en} is right, add --confirm`,
  )
}

export interface CumulativeFall {
  readonly found: string
  /** False for an older figure that comes late and is above a later one. */
  readonly isLower: boolean
  readonly earlier: string
  readonly period: string
  /** The publication that says so. */
  readonly from: string
}

export function cumulativeFall({ found, isLower, earlier, period, from }: CumulativeFall): Refusal {
  const [zh, en] = isLower ? ['不少于', 'no less'] : ['不多于', 'no more']
  return refusal(
    'cumulative-fall',
    quote(found),
    `${zh} ${from} 所称 ${period} 的 ${earlier}，累计数不会减少；两份文件矛盾请在 contradicts 列写 ${from}，确认无误请加 --confirm`,
    `${en} than ${earlier} of ${period} in ${from}: a cumulative figure does not fall; if the two documents contradict each other, write ${from} in the column contradicts; if it is right, add --confirm`,
  )
}

export interface DifferingFigure {
  readonly earlier: string
  readonly from: string
  readonly isSameDay: boolean
}

/** No refusal: revisions are part of the record. */
export function figureDiffers(path: string, { earlier, from, isSameDay }: DifferingFigure): Issue {
  const [zh, en] = isSameDay
    ? ['，两份同日公布，两个数并列，按存疑显示', 'of the same day; both stay, shown as a conflict']
    : ['，两个数并列，按修订显示', '; both stay, shown as a revision']
  return issue(
    path,
    'figure-differs',
    `与 ${from} 的 ${earlier} 不同${zh}`,
    `differs from ${earlier} in ${from}${isSameDay ? ' ' : ''}${en}`,
  )
}

export function notYetPublished(found: string, today: string): Refusal {
  return refusal(
    'not-yet-published',
    quote(found),
    `不晚于今天（${today}）的日期`,
    `a day not after today, ${today}`,
  )
}

export function otherDataset(found: string, published: string): Refusal {
  return refusal('other-dataset', quote(found), quote(published).zh, quote(published).en)
}

export function manifestTooLarge(bytes: number, most: number): Refusal {
  return refusal(
    'manifest-too-large',
    { zh: `清单 ${bytes} 字节`, en: `a manifest of ${bytes} bytes` },
    `不超过 ${most} 字节`,
    `at most ${most}`,
  )
}

export function seqExhausted(seq: number): Refusal {
  return refusal('seq-exhausted', both(`seq ${seq}`), '还能增加的 seq', 'a seq that can still rise')
}

export function noManifest(): Refusal {
  return refusal(
    'no-manifest',
    { zh: '没有 manifest.json', en: 'no manifest.json' },
    '已发布的数据目录',
    'a folder of published data',
  )
}

export function alreadyThere(): Refusal {
  return refusal(
    'already-there',
    { zh: '已有内容不同的同名文件', en: 'a file of that name with other content' },
    '空文件夹，或同一次导出',
    'an empty folder or the same export',
  )
}
