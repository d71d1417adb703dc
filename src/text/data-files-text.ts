/** Words of the files that lie beside the pages, and of the line that offers them. */
import type { Bilingual } from '../contract/issue.ts'
import type { Indicator } from '../contract/catalog.ts'
import type { Lang } from './lang.ts'
import { formatUnit } from './number-text.ts'
import { fullWidthPunctuation } from './rich.ts'

const WORDS = {
  /** Before the links; the files hold what is known now, in all regions. */
  files: { zh: '数据文件（最新，全部地区）', en: 'Data files (latest, all regions)' },
  csv: { zh: 'CSV', en: 'CSV' },
  jsonStat: { zh: 'JSON-stat', en: 'JSON-stat' },
  metadata: { zh: '说明', en: 'Metadata' },
  indicator: { zh: '指标', en: 'Indicator' },
  region: { zh: '地区', en: 'Region' },
  breakdown: { zh: '分组', en: 'Breakdown' },
  period: { zh: '期次', en: 'Period' },
  noBreakdown: { zh: '未分组', en: 'No breakdown' },
  cells: {
    zh: '没有值的格：从未公布。值为 null 的格：缺失，原因见 extension.observations 同一序号；限定、原文位数、出处与位置也在那里。',
    en: 'A cell without a value was never published. A cell whose value is null is missing: the reason stands in extension.observations under the same index, as do qualifier, digits as printed, source and place.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

export type DataFileWord = keyof typeof WORDS

export function dataFileWord(name: DataFileWord, lang: Lang): string {
  return WORDS[name][lang]
}

export function dataFileWords(name: DataFileWord): Bilingual {
  return WORDS[name]
}

/** What a data set is, for catalogs of data sets: name, unit, scope and definition. */
export function describeDataset(indicator: Indicator, place: string): string {
  const { name, unit, scope, definition } = indicator
  const said = [
    `${place}${name.zh}（${unit}），每个数都注明出处文件、公布日期与口径。`,
    `口径：${fullWidthPunctuation(scope)}。`,
    ...(definition === undefined ? [] : [`定义：${fullWidthPunctuation(definition)}`]),
    `${name.en} (${formatUnit(unit, 'en') || unit}), each figure with its source.`,
  ]
  return said.join('')
}
