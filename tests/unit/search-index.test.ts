import { describe, expect, it } from 'vitest'
import { buildSearchIndex, searchIndicators } from '../../src/desk/search-index.ts'
import { loadTransliterate } from '../../src/desk/transliterate.ts'
import type { Lang } from '../../src/text/lang.ts'
import { catalog, indicator } from './builders/catalog.ts'

const NAMES: readonly (readonly [string, string, string, string])[] = [
  ['tasks', 'inspection', '督察整改任务数', 'Rectification tasks assigned'],
  ['green-factories', 'industry', '省级以上绿色工厂', 'Green factories (provincial and above)'],
  ['clean-heating', 'energy', '“双替代”清洁取暖户数', 'Households converted to clean heating'],
  ['pm25', 'air', 'PM2.5平均浓度', 'PM2.5 mean concentration'],
  ['pm10', 'air', 'PM10平均浓度', 'PM10 mean concentration'],
  ['good-air-days', 'air', '优良天数', 'Good-air days (AQI ≤ 100)'],
  ['good-air-ratio', 'air', '优良天数比例', 'Share of good-air days'],
  ['heavy-pollution-days', 'air', '重污染天数', 'Heavy-pollution days (AQI > 200)'],
  ['good-water', 'water', '国考断面Ⅰ~Ⅲ类水质比例', 'Surface-water sections at class I–III'],
  ['sewage-rate', 'water', '生活污水集中处理率', 'Domestic sewage treatment rate'],
]

const SMALL = catalog(
  NAMES.map(([id, theme, zh, en]) => indicator(id, { theme, name: { zh, en } })),
  {
    themes: [
      { id: 'inspection', name: { zh: '督察整改', en: 'Inspection rectification' } },
      { id: 'industry', name: { zh: '产业结构', en: 'Industry structure' } },
      { id: 'energy', name: { zh: '能源结构', en: 'Energy structure' } },
      { id: 'air', name: { zh: '蓝天保卫战', en: 'Blue sky' } },
      { id: 'water', name: { zh: '碧水保卫战', en: 'Clear water' } },
    ],
  },
)
const withReadings = buildSearchIndex(SMALL, await loadTransliterate())
const withoutReadings = buildSearchIndex(SMALL)

function found(query: string, lang: Lang = 'zh', index = withReadings): readonly string[] {
  return searchIndicators(index, query, lang).map((result) => result.indicator.id)
}

describe('search by Chinese name', () => {
  it('finds a part of a name anywhere in it', () => {
    expect(found('优良')).toEqual(['good-air-days', 'good-air-ratio'])
    expect(found('天数')).toEqual(['good-air-days', 'good-air-ratio', 'heavy-pollution-days'])
  })

  it('finds groups in any order, by as many of them as occur', () => {
    expect(found('比例 优良')).toEqual(['good-air-ratio'])
    expect(found('优良，比例')).toEqual(['good-air-ratio'])
    expect(found('优良 没有')).toEqual(['good-air-days', 'good-air-ratio'])
  })

  it('reads across quotation marks, typed or not', () => {
    expect(found('双替代清洁')).toEqual(['clean-heating'])
    expect(found('“双替代”清洁')).toEqual(['clean-heating'])
    expect(found('"双替代"')).toEqual(['clean-heating'])
  })

  it('finds all indicators of a theme, after those whose own name is meant', () => {
    expect(found('碧水')).toEqual(['good-water', 'sewage-rate'])
    expect(found('蓝天')).toHaveLength(5)
    expect(found('督察整改')[0]).toBe('tasks')
  })

  it('finds nothing for nothing, for blanks and for signs alone', () => {
    for (const query of ['', '   ', '“”', '。']) expect(found(query)).toEqual([])
  })
})

describe('search by formula', () => {
  it('finds PM2.5 however its figures and letters are written', () => {
    for (const query of ['PM2.5', 'pm25', 'PM₂.₅', 'ＰＭ２．５', 'PM2。5', 'pm2.5平均', 'pm 2.5']) {
      expect(found(query), query).toEqual(['pm25'])
    }
  })

  it('finds both PM indicators by the letters alone, and one when the figure begins', () => {
    expect(found('pm')).toEqual(['pm25', 'pm10'])
    expect(found('pm1')).toEqual(['pm10'])
  })

  it('finds Roman figures typed as letters', () => {
    expect(found('III类')).toEqual(['good-water'])
    expect(found('Ⅲ类')).toEqual(['good-water'])
  })
})

describe('search by pinyin', () => {
  it('finds by initials, one or two letters long', () => {
    for (const query of ['ylts', 'yltsh', 'YLTS', 'yl ts', 'ｙｌｔｓ']) {
      expect(found(query)[0], query).toBe('good-air-days')
    }
    expect(found('yltsbl')).toEqual(['good-air-ratio'])
  })

  it('finds by whole syllables, by mixtures, and while a syllable is under way', () => {
    for (const query of [
      'youliangtianshu',
      'youl',
      "you'liang",
      'yliangts',
      '优liang',
      'yōuliáng',
    ]) {
      expect(found(query)[0], query).toBe('good-air-days')
    }
  })

  it('finds a character by each of its readings', () => {
    for (const query of ['zhongwuran', 'zwr', 'zhwr', 'chongwuran']) {
      expect(found(query)[0], query).toBe('heavy-pollution-days')
    }
    for (const query of ['chulilv', 'chulilü', 'chulilu', 'clshuai', 'CLL']) {
      expect(found(query)[0], query).toBe('sewage-rate')
    }
    expect(found('lvse')[0]).toBe('green-factories')
  })

  it('shows by which readings a name was found, and none where it was typed itself', () => {
    const [result] = searchIndicators(withReadings, 'yltsh', 'zh')
    expect(result?.readings.map((step) => [step.text, step.reading, step.typed])).toEqual([
      ['优', 'you', 1],
      ['良', 'liang', 1],
      ['天', 'tian', 1],
      ['数', 'shu', 2],
    ])
    expect(searchIndicators(withReadings, '优良', 'zh')[0]?.readings).toEqual([])
  })

  it('finds by Chinese and English, but by no reading, until the readings are there', () => {
    expect(found('ylts', 'zh', withoutReadings)).toEqual([])
    expect(found('优良', 'zh', withoutReadings)).toEqual(['good-air-days', 'good-air-ratio'])
    expect(found('sewage', 'zh', withoutReadings)).toEqual(['sewage-rate'])
  })
})

describe('search by English words', () => {
  it('finds beginnings of words, in any order', () => {
    expect(found('heat clean', 'en')).toEqual(['clean-heating'])
    expect(found('good-air', 'en')).toEqual(['good-air-days', 'good-air-ratio'])
    expect(found('eating', 'en')).toEqual([])
  })

  it('prefers English words to readings for English readers, the reverse for Chinese', () => {
    const both = buildSearchIndex(
      catalog([
        indicator('by-reading', { name: { zh: '大气', en: 'Nothing' } }),
        indicator('by-word', { name: { zh: '水', en: 'Daily flow' } }),
      ]),
      (character) => (character === '大' ? ['da'] : []),
    )
    expect(found('da', 'en', both)).toEqual(['by-word', 'by-reading'])
    expect(found('da', 'zh', both)).toEqual(['by-reading', 'by-word'])
  })

  it('finds a theme by its English name', () => {
    expect(found('clear water', 'en')).toEqual(['good-water', 'sewage-rate'])
  })
})
