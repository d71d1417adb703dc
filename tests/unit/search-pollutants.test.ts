import { describe, expect, it } from 'vitest'
import { buildSearchIndex, searchIndicators } from '../../src/desk/search-index.ts'
import { loadTransliterate } from '../../src/desk/transliterate.ts'
import type { Lang } from '../../src/text/lang.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { readShipped } from './builders/shipped.ts'

const shipped = buildSearchIndex(readShipped().catalog, await loadTransliterate())

function found(query: string, lang: Lang = 'zh', index = shipped): readonly string[] {
  return searchIndicators(index, query, lang).map((result) => result.indicator.id)
}

describe('a pollutant is found', () => {
  it.each([
    ['细颗粒物', ['pm25']],
    ['可吸入颗粒物', ['pm10']],
    ['颗粒物', ['pm25', 'pm10']],
    ['二氧化硫', ['so2']],
    ['二氧化氮', ['no2']],
    ['一氧化碳', ['co-p95']],
    ['臭氧', ['o3-p90']],
    ['雾霾', ['pm25']],
  ])('by its standard Chinese name %s', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  it('by what is measured of it, in one word', () => {
    for (const query of ['PM2.5浓度', '细颗粒物浓度', '细颗粒物平均浓度', '细颗粒物 浓度']) {
      expect(found(query), query).toEqual(['pm25'])
    }
    expect(found('二氧化硫浓度')).toEqual(['so2'])
    expect(found('臭氧日最大8小时')).toEqual(['o3-p90'])
  })

  it('by the initials and readings of its Chinese name', () => {
    for (const query of ['xklw', 'xikeliwu']) expect(found(query), query).toEqual(['pm25'])
    expect(found('kxrklw')).toEqual(['pm10'])
    expect(found('eyhl')).toEqual(['so2'])
    expect(found('chouyang')).toEqual(['o3-p90'])
  })

  it.each([
    ['fine particulate', ['pm25']],
    ['particulate', ['pm25', 'pm10']],
    ['ozone', ['o3-p90']],
    ['sulphur dioxide', ['so2']],
    ['sulfur dioxide', ['so2']],
    ['nitrogen dioxide', ['no2']],
    ['carbon monoxide', ['co-p95']],
  ])('by its English name %s', (query, ids) => {
    expect(found(query, 'en')).toEqual(ids)
    expect(found(query, 'zh')).toEqual(ids)
  })

  it('by the formula in the id where the name does not write it', () => {
    const spelt = indicator('o3-p90', { name: { zh: '第90百分位', en: 'Ninetieth percentile' } })
    expect(found('臭氧', 'zh', buildSearchIndex(catalog([spelt])))).toEqual(['o3-p90'])
  })

  it('but not in a word that only begins like its formula', () => {
    const cover = indicator('cover', { theme: 'air', name: { zh: '覆盖率', en: 'Cover CO2' } })
    expect(found('一氧化碳', 'zh', buildSearchIndex(catalog([cover])))).toEqual([])
  })

  it('and not said to be a concentration where days are counted', () => {
    const days = indicator('days', { unit: '天', name: { zh: 'PM2.5达标天数', en: 'Days' } })
    const index = buildSearchIndex(catalog([days]))
    expect(found('细颗粒物达标', 'zh', index)).toEqual(['days'])
    expect(found('PM2.5浓度', 'zh', index)).toEqual([])
  })
})

describe('the air as a theme is found', () => {
  it.each(['大气', '空气质量', '大气质量', 'kqzl'])('by %s', (query) => {
    expect(found(query)).toEqual(expect.arrayContaining(['pm25', 'good-air-days', 'air-rank']))
    expect(found(query)).not.toContain('sewage-plants')
  })

  it('after the indicator that says so in its own name', () => {
    expect(found('空气质量')[0]).toBe('air-rank')
    expect(found('air quality', 'en')[0]).toBe('air-rank')
  })
})
