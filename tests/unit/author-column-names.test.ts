import { describe, expect, it } from 'vitest'
import { findColumn, tableOfHeader, type TableName } from '../../src/author/column-names.ts'
import { word } from '../../src/text/ui-words.ts'

describe('a column by the words of the pages', () => {
  it.each<[TableName, string, string]>([
    ['observations', 'publication', '出处 来源 文件 document'],
    ['observations', 'period', '期次 时期 期别'],
    ['observations', 'value', '数值 值'],
    ['observations', 'unit', '单位'],
    ['observations', 'qualifier', '限定'],
    ['observations', 'status', '状态'],
    ['observations', 'printed', '原文'],
    ['observations', 'locator', '文中位置 位置'],
    ['observations', 'note', '说明 备注'],
    ['observations', 'reason', '缺失原因'],
    ['observations', 'region', '地区'],
    ['observations', 'indicator', '指标'],
    ['observations', 'breakdown', '分组 细分'],
    ['observations', 'contradicts', '存疑对象 矛盾'],
    ['publications', 'id', '编号 出处 来源'],
    ['publications', 'title', '标题 文件 document'],
    ['publications', 'publisher', '发布单位'],
    ['publications', 'published', '公布日期 发布日期'],
    ['publications', 'grade', '性质 等级 级别'],
    ['publications', 'url', '网址'],
    ['targets', 'period', '期限'],
    ['targets', 'basis', '衡量'],
    ['tasks', 'deadline', '期限'],
    ['tasks', 'state', '状态'],
  ])('in %s finds %s by %s', (table, column, names) => {
    for (const name of names.split(' ')) expect(findColumn(name, table)).toBe(column)
  })

  it.each([
    ['sourceColumn', 'publication'],
    ['period', 'period'],
    ['value', 'value'],
    ['unit', 'unit'],
    ['status', 'status'],
    ['locator', 'locator'],
    ['printed', 'printed'],
    ['note', 'note'],
    ['region', 'region'],
    ['indicator', 'indicator'],
  ] as const)('follows the heading of %s on screen', (heading, column) => {
    expect(findColumn(word(heading, 'zh'), 'observations')).toBe(column)
  })

  it('knows a table by a header of such words alone', () => {
    expect(tableOfHeader(['出处', '指标', '地区', '分组', '期次', '值', '单位', '原文'])).toBe(
      'observations',
    )
    expect(tableOfHeader(['出处', '文件', '发布单位', '公布日期', '性质'])).toBe('publications')
    expect(tableOfHeader(['出处', '指标', '天气'])).toBeUndefined()
  })
})
