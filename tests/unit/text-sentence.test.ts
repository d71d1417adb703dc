import { describe, expect, it } from 'vitest'
import { formatSentence } from '../../src/text/sentence.ts'
import { plain } from '../../src/text/rich.ts'
import { viewOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'

const { catalog, snapshots } = readShipped()
const view = (indicator: string, asOf: 'latest' | string = 'latest') =>
  viewOf(snapshots, { catalog, indicator, asOf })
const sentence = (indicator: string, lang: 'zh' | 'en' = 'zh', asOf = 'latest') =>
  plain(formatSentence(view(indicator, asOf), { lang }))

describe('the sentence of a panel', () => {
  it('claims no change across a break, and says why', () => {
    expect(sentence('pm25')).toBe(
      '2021年PM2.5平均浓度45微克/立方米；2018年9月口径改变，不与此前比较',
    )
  })

  it('says the change between comparable years', () => {
    expect(sentence('good-air-days')).toBe('2020年优良天数210天，比2019年（推算）多46天')
    expect(sentence('good-air-days', 'en')).toBe(
      'Good-air days (AQI ≤ 100), 2020: 210 days; 46 days more than in 2019 (estimated)',
    )
  })

  it('says 持平 only where both are equal as printed', () => {
    expect(sentence('district-heating')).toBe('中心城区集中供热普及率91%，与2022年9月持平')
  })

  it('claims no fall where two figures differ by rounding', () => {
    expect(sentence('clean-heating-households')).toBe('“双替代”清洁取暖户数累计37.85万户')
  })

  it('claims no change from a figure that contradicts the one before, and says that they disagree', () => {
    expect(sentence('green-factories')).toBe('省级以上绿色工厂累计9家；与2022年9月公布的17家不一致')
  })

  it("names the province where the figure is not the city's", () => {
    expect(sentence('good-water-sections')).toMatch(/^河南省2023年/)
  })

  it('marks an estimate, and speaks of ranks as places in the province', () => {
    expect(sentence('pm25', 'zh', '2021-01-01')).toMatch(
      /^2016年PM2\.5平均浓度84\.0微克\/立方米（推算）/,
    )
    expect(sentence('air-rank')).toBe(
      '2021年8月空气质量居全省第6位，已知7期里最好第1位、最后第17位',
    )
  })

  it('says so where nothing was known yet', () => {
    expect(sentence('green-parks', 'zh', '2020-01-01')).toBe(
      '省级绿色工业园区：截至所选日期尚无数据',
    )
  })
})
