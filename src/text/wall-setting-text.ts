/** The settings of a wall in plain words: what each is called, what it does, what may be written. */
import type { Bilingual } from '../contract/issue.ts'
import type { Lang } from './lang.ts'

export interface SettingWords {
  readonly label: Bilingual
  readonly hint: Bilingual
  /** Said of what cannot be read. */
  readonly fault: Bilingual
  /** Stands in an empty field: what holds then. */
  readonly usual?: Bilingual
  readonly unit?: Bilingual
  /** A value that is no number and no time has a box of its own to tick. */
  readonly special?: Bilingual
}

const METRES = { zh: '米', en: 'm' }
const ANOTHER = { zh: '数据里没有这一项，请另选', en: 'Not in the data: choose another' }

const WORDS = {
  dwell: {
    label: { zh: '每页停留', en: 'Each slide stands' },
    hint: {
      zh: '默认看一页有多少内容，最长45秒',
      en: 'By default as there is to read, up to 45 s',
    },
    fault: { zh: '请写5到600的整数', en: 'A whole number from 5 to 600, please' },
    usual: { zh: '按内容', en: 'by content' },
    unit: { zh: '秒', en: 's' },
  },
  hours: {
    label: { zh: '值守时段', en: 'Duty hours' },
    hint: {
      zh: '时段内屏幕不熄，其余时间转暗',
      en: 'The screen stays on; it dims outside them',
    },
    fault: { zh: '请写成 07:30-18:30', en: 'Like 07:30-18:30, please' },
    usual: { zh: '07:30-18:30', en: '07:30-18:30' },
    special: { zh: '全天', en: 'All day' },
  },
  reload: {
    label: { zh: '每日重载', en: 'Daily reload' },
    hint: {
      zh: '在两页之间重新载入，换上新程序',
      en: 'Between two slides, to take in a new release',
    },
    fault: { zh: '请写成 03:30', en: 'Like 03:30, please' },
    usual: { zh: '03:30', en: '03:30' },
    special: { zh: '不重载', en: 'Never' },
  },
  region: {
    label: { zh: '地区', en: 'Region' },
    hint: {
      zh: '该地区没有的指标，用上一级的并注明',
      en: 'What it lacks comes from the one above',
    },
    fault: ANOTHER,
  },
  v: {
    label: { zh: '所知截至', en: 'Known as of' },
    hint: {
      zh: '选过去的一天，此后公布的不算',
      en: 'On a past day nothing later counts',
    },
    fault: ANOTHER,
  },
  lang: {
    label: { zh: '语言', en: 'Language' },
    hint: { zh: '文件标题等原文照旧', en: 'Titles of documents stay as they are' },
    fault: ANOTHER,
  },
  theme: {
    label: { zh: '配色', en: 'Theme' },
    hint: { zh: '大屏宜用深色；明亮的大厅可用浅色', en: 'Dark for walls, light for bright halls' },
    fault: ANOTHER,
  },
  screen: {
    label: { zh: '屏幕宽度', en: 'Width of the screen' },
    hint: {
      zh: '整面屏有多宽；与距离一起定字号',
      en: 'With the distance it decides the type size',
    },
    fault: { zh: '请写0.3到40，最多两位小数', en: 'From 0.3 to 40, two decimals at most' },
    usual: { zh: '未填', en: 'not said' },
    unit: METRES,
  },
  distance: {
    label: { zh: '观看距离', en: 'Viewing distance' },
    hint: { zh: '屏幕到最后一排', en: 'From the screen to the last row' },
    fault: { zh: '请写0.5到60，最多两位小数', en: 'From 0.5 to 60, two decimals at most' },
    usual: { zh: '未填', en: 'not said' },
    unit: METRES,
  },
} as const satisfies Record<string, SettingWords>

/** As the address of the wall names it. */
export type SettingName = keyof typeof WORDS

export function settingWords(name: SettingName): SettingWords {
  return WORDS[name]
}

/** "最新，2024-06-03". */
export function formatLatestDay(day: string | undefined, lang: Lang): string {
  const latest = lang === 'zh' ? '最新' : 'Latest'
  return day === undefined ? latest : `${latest}${lang === 'zh' ? '，' : ', '}${day}`
}
