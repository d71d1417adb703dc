import { describe, expect, it } from 'vitest'
import { buildSearchIndex, searchIndicators } from '../../src/desk/search-index.ts'
import { loadTransliterate } from '../../src/desk/transliterate.ts'
import type { Lang } from '../../src/text/lang.ts'
import { readShipped } from './builders/shipped.ts'

const shipped = buildSearchIndex(readShipped().catalog, await loadTransliterate())

function found(query: string, lang: Lang = 'en'): readonly string[] {
  return searchIndicators(shipped, query, lang).map(({ indicator }) => indicator.id)
}

describe('a question as people ask it', () => {
  it.each([
    ['PM2.5 average', 'pm25'],
    ['average PM2.5', 'pm25'],
    ['annual PM2.5', 'pm25'],
    ['PM2.5 2021', 'pm25'],
    ['PM2.5 in 2021', 'pm25'],
    ['fine particles', 'pm25'],
    ['water quality', 'good-water-sections'],
    ['air quality ranking', 'air-rank'],
    ['clean heating conversion', 'clean-heating-households'],
    ['days of good air', 'good-air-days'],
    ['焦作 PM2.5', 'pm25'],
    ['焦作PM2.5', 'pm25'],
    ['焦作市优良天数', 'good-air-days'],
    ['2021年PM2.5', 'pm25'],
    ['PM2.5年均', 'pm25'],
    ['优良天数有多少', 'good-air-days'],
    ['Jiaozuo PM2.5', 'pm25'],
    ['how many green factories', 'green-factories'],
    ['What is the forest coverage?', 'forest-coverage'],
    ['空气排名', 'air-rank'],
    ['煤改气', 'clean-heating-households'],
  ])('finds what is meant: %s', (query, id) => {
    for (const lang of ['en', 'zh'] as const) expect(found(query, lang)[0], lang).toBe(id)
  })

  it('finds every rank by what it is', () => {
    const ranks = ['clean-heating-rank', 'park-green-rank', 'air-rank']
    for (const query of ['ranking', 'rank', '排名']) {
      expect([...found(query)].sort(), query).toEqual([...ranks].sort())
    }
  })

  it('finds nothing else where every word is found', () => {
    expect(found('average PM2.5')).toEqual(['pm25'])
    expect(found('PM2.5 2021')).toEqual(['pm25'])
    expect(found('焦作 PM2.5')).toEqual(['pm25'])
  })

  it('finds what fits the most words where nothing fits all', () => {
    expect(found('annual PM2.5')).toEqual(['pm25'])
    expect(found('优良 重污染', 'zh')).toEqual([
      'good-air-days',
      'good-air-ratio',
      'heavy-pollution-days',
      'heavy-polluters-relocated',
      'good-water-sections',
    ])
  })

  it('puts what also fits a place or a year before what does not', () => {
    expect(found('孟州 湿地', 'zh').slice(0, 2)).toEqual([
      'wetland-reserve-boards',
      'wetland-reserve-markers',
    ])
    expect(found('2022 access-control systems')[0]).toBe('gate-systems-since-2022')
  })

  it('finds by a place, a year or a small word that stands alone, in a name that has it', () => {
    expect(found('孟州', 'zh')).toHaveLength(2)
    expect(found('2022')).toEqual(expect.arrayContaining(['gate-systems-since-2022']))
    expect(found('in')).toContain('inspection-tasks')
  })

  it('finds nothing where no word is found', () => {
    for (const query of ['焦作日报', 'Jiaozuo', 'how many xyzzy', '2021', '多少']) {
      expect(found(query), query).toEqual([])
    }
  })
})
