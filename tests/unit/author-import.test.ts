import { describe, expect, it } from 'vitest'
import { MemoryFileSystem } from '../fixtures/author/memory-file-system.ts'
import {
  dataOf,
  importTables,
  linesOf,
  OBSERVATION_HEADER,
  publishSmallTables,
  readData,
  SMALL_TABLES,
} from '../fixtures/author/small-tables.ts'

const NEXT_PUBLICATION = `id,title,publisher,published,grade
report-2024,二〇二四年报告,市局,2025-01-20,official
`

function nextYear(...rows: string[]) {
  return { publications: NEXT_PUBLICATION, observations: [OBSERVATION_HEADER, ...rows].join('\n') }
}

describe('importing', () => {
  it('publishes tables as a generation, and counts what it took', () => {
    const fs = new MemoryFileSystem()
    const outcome = importTables(fs, SMALL_TABLES)
    expect(outcome.isDone).toBe(true)
    expect(outcome.lines.map(({ zh }) => zh)).toEqual([
      '读取：',
      '  input/breaks.csv（UTF-8，1 行）',
      '  input/indicators.csv（UTF-8，4 行）',
      '  input/observations.csv（UTF-8，4 行）',
      '  input/publications.csv（UTF-8，2 行）',
      '  input/regions.csv（UTF-8，2 行）',
      '  input/targets.csv（UTF-8，1 行）',
      '  input/themes.csv（UTF-8，2 行）',
      '新增：2 份来源，4 个数，1 个目标',
      '目录：4 个指标，1 处序列中断',
      '已写入 data：seq 1，共 2 个快照。',
    ])
    const { manifest, snapshots, catalog } = readData(fs)
    expect(manifest).toMatchObject({ dataset: 'small', seq: 1, written: '2024-02-01T00:00:00Z' })
    expect(catalog.breaks).toHaveLength(1)
    expect(snapshots[0]?.observations[0]).toEqual({
      indicator: 'pm25',
      region: '410800',
      period: '2022',
      value: 46,
      decimals: 1,
      unit: '微克/立方米',
      status: 'A',
      printed: '46',
      locator: '三',
    })
    expect(snapshots[0]?.targets[0]).toMatchObject({
      baseline: { period: '2020', value: 90.5 },
      milestones: [
        { period: '2023', value: 96 },
        { period: '2024', value: 97.5 },
      ],
    })
  })

  it('takes a publication without rows as a snapshot of its own', () => {
    const { snapshots } = readData(publishSmallTables())
    expect(snapshots[1]).toMatchObject({ id: 'report-2023', observations: [], targets: [] })
  })

  it('changes no byte when the same tables come again, in any order of rows', () => {
    const fs = publishSmallTables()
    const before = dataOf(fs)
    const [header, ...rows] = SMALL_TABLES.observations.trim().split('\n')
    const observations = [header, ...rows.reverse()].join('\n')
    const outcome = importTables(
      fs,
      { ...SMALL_TABLES, observations },
      { written: '2030-01-01T00:00:00Z' },
    )
    expect(outcome.lines.slice(-1)[0]?.en).toBe('data is unchanged: seq 1, 2 snapshots in all.')
    expect(dataOf(fs)).toEqual(before)
  })

  it('adds the next publication to the published catalog, and leaves every older file alone', () => {
    const fs = publishSmallTables()
    const before = dataOf(fs)
    const row = 'report-2024,pm25,410800,,2024,43.0,微克/立方米,A,,,,report-2022,,'
    expect(importTables(fs, nextYear(row)).isDone).toBe(true)
    const after = dataOf(fs)
    expect(readData(fs).manifest).toMatchObject({ seq: 2, dataset: 'small' })
    expect(readData(fs).manifest.snapshots.map(({ id }) => id)).toEqual([
      'report-2022',
      'report-2023',
      'report-2024',
    ])
    for (const [path, text] of before) {
      if (path !== 'data/manifest.json') expect(after.get(path)).toBe(text)
    }
  })

  it('takes a single file by its header, whatever its name', () => {
    const fs = publishSmallTables()
    const tables = {
      'new.csv': NEXT_PUBLICATION,
      '十二月.csv': `${OBSERVATION_HEADER}\nreport-2024,pm25,410800,,2024,43,微克/立方米,A,,,,,,`,
    }
    expect(linesOf(importTables(fs, tables), 'en')).toEqual([])
    expect(readData(fs).snapshots[2]?.observations).toHaveLength(1)
  })

  it('understands Chinese column names, and a status that is not written as normal', () => {
    const fs = publishSmallTables()
    const tables = {
      publications: '编号,标题,发布单位,发布日期,级别\nreport-2024,报告,市局,2025-01-20,official\n',
      observations:
        '来源,指标,地区,时期,数值,单位,限定\nreport-2024,pm25,410800,2024,４３．０,微克/立方米,≥\n',
    }
    expect(linesOf(importTables(fs, tables), 'zh')).toEqual([])
    expect(readData(fs).snapshots[2]?.observations[0]).toMatchObject({
      value: 43,
      decimals: 1,
      status: 'A',
      qualifier: '>=',
    })
  })

  it('names a refused cell by the Chinese column that it stands in', () => {
    const tables = {
      observations:
        '来源,指标,地区,时期,数值,单位\nreport-2023,pm25,410800,2023,十二,微克/立方米\n',
    }
    expect(linesOf(importTables(publishSmallTables(), tables), 'zh')).toEqual([
      'input/observations.csv:2:数值: “十二”，应为数字，如 1234.5（不带千分位和指数）',
    ])
  })

  it.each([
    [['４３', '４４．０'], '已按半角读入 2 个数', '2 figures were read from full-width characters'],
    [['43', '４４'], '已按半角读入 1 个数', '1 figure was read from full-width characters'],
    [
      ['43 微克/立方米', '44'],
      '已按数后所带单位读入 1 个数',
      '1 figure was read with the unit behind the digits',
    ],
    [
      ['４３', '0.044毫克/立方米'],
      '已按半角读入 1 个数，已按数后所带单位读入 1 个数',
      '1 figure was read from full-width characters, 1 figure was read with the unit behind the digits',
    ],
  ])('counts figures that it did not take as they stand: %j', ([first, second], zh, en) => {
    const outcome = importTables(
      publishSmallTables(),
      nextYear(
        `report-2024,pm25,410800,,2024,${first},微克/立方米,A,,,,,,`,
        `report-2024,pm25,410000,,2024,${second},微克/立方米,A,,,,,,`,
      ),
    )
    expect(outcome.lines.map((line) => line.zh)).toContain(zh)
    expect(outcome.lines.map((line) => line.en)).toContain(en)
  })

  it('keeps a missing value with its reason, as nothing but missing', () => {
    const fs = publishSmallTables()
    importTables(fs, nextYear('report-2024,pm25,410800,,2024,,微克/立方米,,,,,,,监测站停运'))
    expect(readData(fs).snapshots[2]?.observations[0]).toMatchObject({
      value: null,
      status: 'M',
      reason: '监测站停运',
    })
  })

  it('takes a forecast beyond the day of publication', () => {
    const fs = publishSmallTables()
    const row = 'report-2024,pm25,410800,,2025,42,微克/立方米,F,,,,,,'
    expect(importTables(fs, nextYear(row)).isDone).toBe(true)
  })

  it('takes texts as texts, markup included', () => {
    const fs = publishSmallTables()
    const title = '<img src=x onerror=alert(1)> {{ 1 }} 100%'
    const publications = `id,title,publisher,published,grade\nodd,"${title}",市局,2025-01-20,press\n`
    expect(importTables(fs, { publications }).isDone).toBe(true)
    expect(readData(fs).snapshots[2]?.title).toBe(title)
  })

  it('drops an identical repeat of a row, and says so', () => {
    const fs = publishSmallTables()
    const row = 'report-2024,pm25,410800,,2024,43,微克/立方米,A,,,,,,'
    const outcome = importTables(fs, nextYear(row, row))
    expect(outcome.isDone).toBe(true)
    expect(outcome.lines.map(({ zh }) => zh)).toContain(
      '  input/observations.csv:3:indicator: 与 input/observations.csv:2:indicator 完全相同，只取一次',
    )
    expect(readData(fs).snapshots[2]?.observations).toHaveLength(1)
  })

  it('updates the catalog by id, and removes nothing from it', () => {
    const fs = publishSmallTables()
    const header = 'id,theme,zh,en,unit,accumulation,desired,scope,definition'
    importTables(fs, {
      indicators: `${header}\npm25,air,细颗粒物,Fine particles,毫克/立方米,mean,down,城市站点,年均\n`,
    })
    importTables(fs, {
      indicators: `${header}\npm25,air,细颗粒物,Fine particles,毫克/立方米,mean,down,城区,\n`,
    })
    const { catalog, manifest } = readData(fs)
    expect(manifest.seq).toBe(3)
    expect(catalog.indicators.map(({ id }) => id)).toEqual([
      'pm25',
      'air-rank',
      'gas-access',
      'households',
    ])
    expect(catalog.indicators[0]).toMatchObject({
      unit: '毫克/立方米',
      scope: '城区',
      definition: '年均',
    })
  })

  it('refuses another dataset than the published one', () => {
    const outcome = importTables(publishSmallTables(), SMALL_TABLES, { dataset: 'other' })
    // Nothing changes, and still the name is wrong.
    expect(linesOf(outcome, 'en')).toEqual(['--dataset: "other", expected "small"'])
  })

  it('refuses to build on published data that are not whole', () => {
    const fs = publishSmallTables()
    const path = [...fs.files.keys()].find((name) => name.startsWith('data/snapshots/report-2022'))
    fs.files.delete(path ?? '')
    const before = dataOf(fs)
    const outcome = importTables(
      fs,
      nextYear('report-2024,pm25,410800,,2024,43,微克/立方米,A,,,,,,'),
    )
    expect(linesOf(outcome, 'en')).toEqual([`${path}: no such file, though listed`])
    expect(dataOf(fs)).toEqual(before)
  })

  it('says that a manifest has grown too large for readers, and keeps the old one', () => {
    const fs = publishSmallTables()
    const before = dataOf(fs)
    const rows = Array.from({ length: 400 }, (_, at) => `bulletin-${at},公报,市局,2024-01-01,press`)
    const publications = ['id,title,publisher,published,grade', ...rows].join('\n')
    const [line = ''] = linesOf(importTables(fs, { publications }), 'zh')
    expect(line).toMatch(/^manifest\.json: 清单 \d+ 字节，应为不超过 65536 字节$/)
    expect(dataOf(fs)).toEqual(before)
  })
})
