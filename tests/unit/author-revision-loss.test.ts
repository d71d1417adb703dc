import { describe, expect, it } from 'vitest'
import { runExport } from '../../src/author/run-export.ts'
import type { MemoryFileSystem } from '../fixtures/author/memory-file-system.ts'
import {
  dataOf,
  importTables,
  linesOf,
  OBSERVATION_HEADER,
  publishSmallTables,
  readData,
  SMALL_TABLES,
} from '../fixtures/author/small-tables.ts'

/** One corrected row of the four figures and one target that report-2022 stated. */
const ONE_ROW = {
  observations: `${OBSERVATION_HEADER}\nreport-2022,pm25,410800,,2022,45.0,微克/立方米,A,,46,三,,,\n`,
}

/** The tables of an export, as a clerk would find them in its folder. */
function exportTables(fs: MemoryFileSystem): Record<string, string> {
  expect(runExport(fs, 'data', 'package').isDone).toBe(true)
  const tables = [...fs.files].flatMap(([path, bytes]) => {
    const name = /^package\/(.+\.csv)$/.exec(path)?.[1]
    return name === undefined ? [] : [[name, new TextDecoder().decode(bytes)] as const]
  })
  for (const path of fs.files.keys()) if (path.startsWith('package/')) fs.files.delete(path)
  return Object.fromEntries(tables)
}

describe('a revision that would take figures away', () => {
  it('writes nothing, and lists what would disappear and the ways out', () => {
    const fs = publishSmallTables()
    const before = dataOf(fs)
    const outcome = importTables(fs, ONE_ROW, { reviseReason: '录入有误' })
    expect(outcome.isDone).toBe(false)
    expect(linesOf(outcome, 'zh')).toEqual([
      'input/observations.csv:2:publication: 更正“report-2022”将去掉 3 个数：gas-access 2022-12-31、households 2022-12-31、air-rank 2022-12；1 个目标：gas-access 2025，应为该出处的全部行：用 npm run author -- export 导出，在导出的表中改，再导入；确应去掉请加 --confirm',
    ])
    expect(linesOf(outcome, 'en')).toEqual([
      'input/observations.csv:2:publication: revising "report-2022" would remove 3 figures: gas-access 2022-12-31, households 2022-12-31, air-rank 2022-12; 1 target: gas-access 2025, expected all rows of that publication: write them with npm run author -- export, edit there, and import that; if they should go, add --confirm',
    ])
    expect(outcome.lines.slice(-3).map(({ zh }) => zh)).toEqual([
      '将更正：1 份来源；数：改 1，增 0，去 3，未动 0；目标：改 0，增 0，去 1，未动 0',
      '目录将有：4 个指标，1 处序列中断',
      '没有写入任何文件。',
    ])
    expect(dataOf(fs)).toEqual(before)
  })

  it('is written with --confirm, and says what went', () => {
    const fs = publishSmallTables()
    const outcome = importTables(fs, ONE_ROW, { reviseReason: '录入有误', isConfirmed: true })
    expect(outcome.isDone).toBe(true)
    expect(outcome.lines.map(({ zh }) => zh)).toContain(
      '更正：1 份来源；数：改 1，增 0，去 3，未动 0；目标：改 0，增 0，去 1，未动 0',
    )
    expect(readData(fs).snapshots[1]?.observations).toHaveLength(1)
  })

  it('names up to ten of them, and counts the others', () => {
    const fs = publishSmallTables()
    const rows = Array.from(
      { length: 12 },
      (_, at) =>
        `report-2023,pm25,410800,,2023-${String(at + 1).padStart(2, '0')},44,微克/立方米,A,,,,,,`,
    )
    const observations = [OBSERVATION_HEADER, ...rows].join('\n')
    importTables(fs, { observations }, { reviseReason: '补录' })
    const [line = ''] = linesOf(
      importTables(fs, { publications: SMALL_TABLES.publications }, { reviseReason: '标题有误' }),
      'zh',
    ).filter((found) => found.includes('report-2023'))
    expect(line).toContain(
      '将去掉 12 个数：pm25 2023-01、pm25 2023-02、pm25 2023-03、pm25 2023-04、pm25 2023-05、pm25 2023-06、pm25 2023-07、pm25 2023-08、pm25 2023-09、pm25 2023-10 等，应为',
    )
  })

  it('tells figures apart by region and group where one publication has several', () => {
    const fs = publishSmallTables()
    const rows = [
      'report-2023,pm25,410800,,2023,44,微克/立方米,A,,,,,,',
      'report-2023,pm25,410000,,2023,45,微克/立方米,A,,,,,,',
      'report-2023,gas-access,410800,市区,2023-12-31,99,%,A,,,,,,',
    ]
    const of = (some: readonly string[]) => ({
      observations: [OBSERVATION_HEADER, ...some].join('\n'),
    })
    importTables(fs, of(rows), { reviseReason: '补录' })
    const [line] = linesOf(importTables(fs, of(rows.slice(0, 1)), { reviseReason: '改' }), 'en')
    expect(line).toContain(
      'remove 2 figures: pm25 410000 2023, gas-access 410800 市区 2023-12-31, expected',
    )
  })

  it('takes tasks away only when confirmed', () => {
    const fs = publishSmallTables()
    const tasks =
      'publication,number,title,leadUnit,state\nreport-2023,1,甲,市局,closed\nreport-2023,2,乙,市局,closed\n'
    importTables(fs, { tasks }, { reviseReason: '补录' })
    const fewer = { tasks: tasks.replace(/report-2023,2.*\n/, '') }
    expect(linesOf(importTables(fs, fewer, { reviseReason: '改' }), 'zh')[0]).toContain(
      '更正“report-2023”将去掉 1 项任务：2，应为',
    )
  })

  it('is not asked about between revisions of one import', () => {
    const fs = publishSmallTables()
    importTables(fs, ONE_ROW, { reviseReason: '录入有误', isConfirmed: true })
    const tables = exportTables(fs)
    const before = dataOf(fs)
    for (const path of fs.files.keys()) if (path.startsWith('data/')) fs.files.delete(path)
    expect(linesOf(importTables(fs, tables), 'en')).toEqual([])
    const snapshots = (data: ReadonlyMap<string, string>) =>
      [...data].filter(([path]) => path.includes('/snapshots/')).sort()
    expect(snapshots(dataOf(fs))).toEqual(snapshots(before))
  })
})

describe('the way out that the report names', () => {
  it('is an export, edited and imported whole: one figure changes, nothing goes', () => {
    const fs = publishSmallTables()
    const tables = exportTables(fs)
    const observations = (tables['observations.csv'] ?? '').replace('46.0', '45.0')
    const edited = { ...tables, 'observations.csv': observations }
    const outcome = importTables(fs, edited, { reviseReason: '录入有误' })
    expect(linesOf(outcome, 'zh')).toEqual([])
    expect(outcome.lines.map(({ zh }) => zh)).toContain(
      '更正：1 份来源；数：改 1，增 0，去 0，未动 3；目标：改 0，增 0，去 0，未动 1',
    )
    const after = dataOf(fs)
    expect(readData(fs).snapshots[1]).toMatchObject({ revision: 2, revisionReason: '录入有误' })
    // Again: the first revision that the rows name is another by now, and the second says the same.
    expect(linesOf(importTables(fs, edited, { reviseReason: '录入有误' }), 'zh')).toEqual([])
    expect(dataOf(fs)).toEqual(after)
  })

  it('never changes a revision that a later one has replaced', () => {
    const fs = publishSmallTables()
    const tables = exportTables(fs)
    const edit = (value: string) => ({
      ...tables,
      'observations.csv': (tables['observations.csv'] ?? '').replace('46.0', value),
    })
    importTables(fs, edit('45.0'), { reviseReason: '录入有误' })
    const outcome = importTables(fs, edit('44.0'), { reviseReason: '又改' })
    expect(outcome.issues.map(({ code }) => code)).toEqual(['revision-differs'])
  })

  it('is named by the refusal without --revise, where rows are missing', () => {
    const outcome = importTables(publishSmallTables(), ONE_ROW)
    expect(linesOf(outcome, 'zh')).toEqual([
      'input/observations.csv:2:publication: “report-2022”已发布，内容不同（多 0 行，改 1 行，少 4 行），应为与已发布的相同；更正要给出该出处的全部行：用 npm run author -- export 导出，在导出的表中改，再导入并加 --revise "原因"',
    ])
    expect(linesOf(outcome, 'en')).toEqual([
      'input/observations.csv:2:publication: "report-2022" is published with other content (0 rows more, 1 changed, 4 missing), expected the same content; a correction gives all rows of that publication: write them with npm run author -- export, edit there, and import that with --revise "<reason>"',
    ])
  })
})
