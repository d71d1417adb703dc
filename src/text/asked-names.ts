/** Words that readers ask with although no name in the catalog has them. */
import type { Bilingual } from '../contract/issue.ts'
import type { Accumulation } from '../contract/catalog.ts'

interface AskedNames {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** What a kind of figure is called besides. */
export const KIND_NAMES: ReadonlyMap<Accumulation, AskedNames> = new Map([
  ['mean', { zh: ['均值'], en: ['Average'] }],
  ['rank', { zh: ['排名', '名次'], en: ['Ranking'] }],
])

/** Of single indicators, by their ids; 双替代 is coal replaced by electricity or gas. */
export const INDICATOR_NAMES: ReadonlyMap<string, AskedNames> = new Map([
  ['air-rank', { zh: ['空气质量排名', '空气排名'], en: ['Air quality ranking'] }],
  ['good-water-sections', { zh: ['地表水水质', '优良水体比例'], en: ['Water quality'] }],
  [
    'clean-heating-households',
    { zh: ['煤改气', '煤改电', '电代煤', '气代煤'], en: ['Clean heating conversion'] },
  ],
])

/** What themes are about, where their own names are those of campaigns. */
export const THEME_NAMES: ReadonlyMap<string, AskedNames> = new Map([
  [
    'air',
    {
      zh: ['大气环境质量', '环境空气质量', '大气质量', '大气污染'],
      en: ['Air quality', 'Air pollution'],
    },
  ],
  ['water', { zh: ['水环境质量', '水污染'], en: ['Water quality', 'Water pollution'] }],
  ['soil', { zh: ['土壤环境质量', '土壤污染'], en: ['Soil quality', 'Soil pollution'] }],
])

/** Words of a question that ask for nothing by themselves. */
export const SMALL_WORDS = {
  zh: '有多少 多少 是什么 怎么样 几个 的 有 是'.split(' '),
  en: 'a an and are at by do does for from has have how in is it its many me much of on or show the there to was were what which with'.split(
    ' ',
  ),
} as const

/** One name each, as an index wants them. */
export function nameEach({ zh, en }: AskedNames): readonly Partial<Bilingual>[] {
  return [...zh.map((name) => ({ zh: name })), ...en.map((name) => ({ en: name }))]
}
