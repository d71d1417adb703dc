import { describe, expect, it } from 'vitest'
import {
  importTables,
  linesOf,
  publishSmallTables,
  readData,
  SMALL_TABLES,
} from '../fixtures/author/small-tables.ts'

const PUBLICATIONS = '编号,标题,发布单位,公布日期,性质\nreport-2024,报告,市局,2025-01-20,官方\n'
const HEADER = '出处,指标,地区,期次,数值,单位,状态,缺失原因'

function importRow(row: string, tables: Readonly<Record<string, string>> = {}) {
  const fs = publishSmallTables()
  const observations = `${HEADER}\n${row}\n`
  const outcome = importTables(fs, { publications: PUBLICATIONS, observations, ...tables })
  return { outcome, read: () => readData(fs).snapshots[2] }
}

describe('words in the place of codes', () => {
  it.each([
    ['正式', 'A'],
    ['断点', 'B'],
    ['口径不同', 'D'],
    ['推算', 'E'],
    ['初步', 'P'],
    ['预测', 'F'],
    ['Provisional', 'P'],
  ])('take the status %s for %s', (word, status) => {
    const { outcome, read } = importRow(`report-2024,pm25,410800,2024,43,微克/立方米,${word},`)
    expect(linesOf(outcome, 'zh')).toEqual([])
    expect(read()?.observations[0]?.status).toBe(status)
  })

  it('take 缺失 for M', () => {
    const { read } = importRow('report-2024,pm25,410800,2024,,微克/立方米,缺失,停运')
    expect(read()?.observations[0]).toMatchObject({ status: 'M', value: null })
  })

  it.each([
    ['官方', 'official'],
    ['监测', 'monitoring'],
    ['报道', 'press'],
    ['Press', 'press'],
  ])('take the kind %s for %s', (word, grade) => {
    const { read } = importRow('report-2024,pm25,410800,2024,43,微克/立方米,,', {
      publications: PUBLICATIONS.replace('官方', word),
    })
    expect(read()?.grade).toBe(grade)
  })

  it('take type and basis of a target as the pages say them', () => {
    const { read } = importRow('report-2024,pm25,410800,2024,43,微克/立方米,,', {
      targets:
        '出处,指标,地区,期限,数值,单位,目标类型,衡量\nreport-2024,气化率,Jiaozuo City,2025,99,%,不低于,期末水平\n',
    })
    expect(read()?.targets[0]).toMatchObject({
      indicator: 'gas-access',
      region: '410800',
      type: 'at-least',
      basis: 'level',
    })
  })
})

describe('names in the place of ids', () => {
  it.each([
    ['PM2.5平均浓度', '焦作市'],
    ['PM2.5 mean concentration', 'Jiaozuo City'],
    ['pm25', '410800'],
  ])('stand for the record: %s, %s', (indicator, region) => {
    const { outcome, read } = importRow(`report-2024,${indicator},${region},2024,43,微克/立方米,,`)
    expect(linesOf(outcome, 'zh')).toEqual([])
    expect(read()?.observations[0]).toMatchObject({ indicator: 'pm25', region: '410800' })
  })

  it('may be those of the same import', () => {
    const { read } = importRow('report-2024,臭氧浓度,焦作市,2024,43,微克/立方米,,', {
      indicators:
        'id,theme,zh,en,unit,accumulation,desired,scope\nozone,air,臭氧浓度,Ozone,微克/立方米,mean,down,城市\n',
    })
    expect(read()?.observations[0]?.indicator).toBe('ozone')
  })

  it('are refused where two records share them, naming both', () => {
    const { outcome } = importRow('report-2024,PM2.5平均浓度,焦作市,2024,43,微克/立方米,,', {
      indicators:
        'id,theme,zh,en,unit,accumulation,desired,scope\npm25-old,air,PM2.5平均浓度,PM2.5 before,微克/立方米,mean,down,城市\n',
    })
    expect(linesOf(outcome, 'zh')).toEqual([
      'input/observations.csv:2:指标: “PM2.5平均浓度”，应为目录中的指标，是否指 pm25、pm25-old',
    ])
    expect(linesOf(outcome, 'en')).toEqual([
      'input/observations.csv:2:指标: "PM2.5平均浓度", expected an indicator of the catalog; did you mean pm25, pm25-old',
    ])
  })

  it('make no second figure of one that is stated by its id', () => {
    const rows =
      'report-2024,pm25,410800,2024,43,微克/立方米,,\nreport-2024,PM2.5平均浓度,焦作市,2024,43,微克/立方米,正式,'
    const { outcome, read } = importRow(rows, { themes: SMALL_TABLES.themes })
    expect(outcome.isDone).toBe(true)
    expect(read()?.observations).toHaveLength(1)
  })
})
