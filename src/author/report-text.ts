/** What the command says when it is done, in Chinese or English. */
import type { Bilingual, Issue } from '../contract/issue.ts'
import type { ChangeCount, Count, ImportReport, RevisedCount } from './import-report.ts'
import type { FileSummary } from './read-input.ts'
import type { TidiedCount } from './tidied-numbers.ts'

export type Language = keyof Bilingual

/** `<file>:<row>:<column>: <found>, <expected>`. */
export function formatIssue({ path, message }: Issue, language: Language): string {
  return path === '' ? message[language] : `${path}: ${message[language]}`
}

function formatFile({ name, encoding, rowCount }: FileSummary): Bilingual {
  return {
    zh: `  ${name}（${encoding}，${rowCount} 行）`,
    en: `  ${name} (${encoding}, ${rowCount} rows)`,
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function formatCount(zh: string, en: string, count: Count): Bilingual[] {
  const { publications, observations, targets, tasks } = count
  if (publications === 0) return []
  const partsZh = [`${publications} 份来源`, `${observations} 个数`]
  const partsEn = [plural(publications, 'publication'), plural(observations, 'observation')]
  if (targets > 0) {
    partsZh.push(`${targets} 个目标`)
    partsEn.push(plural(targets, 'target'))
  }
  if (tasks > 0) {
    partsZh.push(`${tasks} 项任务`)
    partsEn.push(plural(tasks, 'task'))
  }
  return [{ zh: `${zh}：${partsZh.join('，')}`, en: `${en}: ${partsEn.join(', ')}` }]
}

function formatChange(zh: string, en: string, count: ChangeCount): Bilingual {
  const { changed, added, removed, stayed } = count
  return {
    zh: `${zh}：改 ${changed}，增 ${added}，去 ${removed}，未动 ${stayed}`,
    en: `${en}: ${changed} changed, ${added} added, ${removed} removed, ${stayed} as before`,
  }
}

function hasAny({ changed, added, removed, stayed }: ChangeCount): boolean {
  return changed + added + removed + stayed > 0
}

/** A revision stands in for the whole publication: rows alone would not say what became of it. */
function formatRevised(zh: string, en: string, count: RevisedCount): Bilingual[] {
  const { publications, observations, targets, tasks } = count
  if (publications === 0) return []
  const parts = [
    { zh: `${publications} 份来源`, en: plural(publications, 'publication') },
    formatChange('数', 'figures', observations),
    ...(hasAny(targets) ? [formatChange('目标', 'targets', targets)] : []),
    ...(hasAny(tasks) ? [formatChange('任务', 'tasks', tasks)] : []),
  ]
  return [
    {
      zh: `${zh}：${parts.map((part) => part.zh).join('；')}`,
      en: `${en}: ${parts.map((part) => part.en).join('; ')}`,
    },
  ]
}

export function formatFiles(files: readonly FileSummary[]): Bilingual[] {
  if (files.length === 0) return []
  return [{ zh: '读取：', en: 'Read:' }, ...files.map(formatFile)]
}

/** What was taken otherwise than it stands in the table, in one line. */
function formatTidied({ fullWidth, withUnit }: TidiedCount): Bilingual[] {
  const zh: string[] = []
  const en: string[] = []
  if (fullWidth > 0) {
    zh.push(`已按半角读入 ${fullWidth} 个数`)
    en.push(
      `${plural(fullWidth, 'figure')} ${fullWidth === 1 ? 'was' : 'were'} read from full-width characters`,
    )
  }
  if (withUnit > 0) {
    zh.push(`已按数后所带单位读入 ${withUnit} 个数`)
    en.push(
      `${plural(withUnit, 'figure')} ${withUnit === 1 ? 'was' : 'were'} read with the unit behind the digits`,
    )
  }
  return zh.length === 0 ? [] : [{ zh: zh.join('，'), en: en.join(', ') }]
}

const DONE = {
  added: { zh: '新增', en: 'Added' },
  revised: { zh: '更正', en: 'Revised' },
  catalog: { zh: '目录', en: 'Catalog' },
} as const

/** Of an import that was not written, nothing may sound as if it were. */
const NOT_DONE = {
  added: { zh: '将新增', en: 'Would add' },
  revised: { zh: '将更正', en: 'Would revise' },
  catalog: { zh: '目录将有', en: 'The catalog would have' },
} as const

export function formatReport(report: ImportReport, isDone: boolean): Bilingual[] {
  const { indicatorCount, breakCount } = report
  const { added, revised, catalog } = isDone ? DONE : NOT_DONE
  return [
    ...formatFiles(report.files),
    ...report.notes.map(({ path, message }) => ({
      zh: `  ${path}: ${message.zh}`,
      en: `  ${path}: ${message.en}`,
    })),
    ...formatTidied(report.tidied),
    ...formatCount(added.zh, added.en, report.added),
    ...formatRevised(revised.zh, revised.en, report.revised),
    ...formatCount('未变', 'Unchanged', report.unchanged),
    {
      zh: `${catalog.zh}：${indicatorCount} 个指标，${breakCount} 处序列中断`,
      en: `${catalog.en}: ${plural(indicatorCount, 'indicator')}, ${plural(breakCount, 'series break')}`,
    },
  ]
}
