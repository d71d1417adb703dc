import { describe, expect, it } from 'vitest'
import {
  dataOf,
  importTables,
  linesOf,
  OBSERVATION_HEADER,
  publishSmallTables,
  readData,
  SMALL_TABLES,
} from '../fixtures/author/small-tables.ts'

const CORRECTED = {
  ...SMALL_TABLES,
  observations: SMALL_TABLES.observations.replace('46.0', '45.0'),
}

describe('mending a transcription with --revise', () => {
  it('adds a revision with its reason beside the first one, for what differs alone', () => {
    const fs = publishSmallTables()
    const before = dataOf(fs)
    const outcome = importTables(fs, CORRECTED, { reviseReason: '录入有误' })
    expect(outcome.lines.map(({ en }) => en)).toContain(
      'Revised: 1 publication; figures: 1 changed, 0 added, 0 removed, 3 as before; targets: 0 changed, 0 added, 0 removed, 1 as before',
    )
    expect(outcome.lines.map(({ zh }) => zh)).toContain(
      '更正：1 份来源；数：改 1，增 0，去 0，未动 3；目标：改 0，增 0，去 0，未动 1',
    )
    const { manifest, snapshots } = readData(fs)
    expect(manifest.snapshots.map(({ id, revision }) => [id, revision])).toEqual([
      ['report-2022', 1],
      ['report-2022', 2],
      ['report-2023', 1],
    ])
    expect(snapshots[1]).toMatchObject({ revision: 2, revisionReason: '录入有误' })
    expect(snapshots[1]?.observations[0]?.value).toBe(45)
    expect(snapshots[0]?.observations[0]?.value).toBe(46)
    for (const [path, text] of before) {
      if (path.includes('/snapshots/')) expect(dataOf(fs).get(path)).toBe(text)
    }
  })

  it('makes no third revision when the same correction comes again', () => {
    const fs = publishSmallTables()
    importTables(fs, CORRECTED, { reviseReason: '录入有误' })
    const before = dataOf(fs)
    expect(importTables(fs, CORRECTED, { reviseReason: '又一次' }).isDone).toBe(true)
    expect(dataOf(fs)).toEqual(before)
  })

  it('does not slip back to the first transcription without being asked', () => {
    const fs = publishSmallTables()
    importTables(fs, CORRECTED, { reviseReason: '录入有误' })
    const outcome = importTables(fs, SMALL_TABLES)
    expect(outcome.issues.map(({ code }) => code)).toEqual(['publication-differs'])
  })

  it.each([
    [
      'a revision that skips one',
      '3,更正',
      'publications.csv:2:id: revision 3, expected 2: revisions leave no gap',
    ],
    [
      'a revision without its reason',
      '2,',
      'publications.csv:2:revision_reason: nothing, expected the reason, needed from revision 2',
    ],
    [
      'the published revision with other content, saying how it is mended',
      '1,',
      'publications.csv:2:id: "report-2023" is published with other content (0 rows more, 0 changed, 0 missing), expected the same content; to mend a transcription use --revise "<reason>"',
    ],
    [
      'a revision that is no number',
      'two,更正',
      'publications.csv:2:revision: "two", expected a whole number from 1',
    ],
  ])('refuses %s', (_name, cells, line) => {
    const publications = `id,title,publisher,published,grade,revision,revision_reason\nreport-2023,题目,市局,2024-01-19,official,${cells}\n`
    const outcome = importTables(publishSmallTables(), { publications })
    expect(linesOf(outcome, 'en')).toEqual([`input/${line}`])
  })

  it('knows a published revision by its rows alone, and never gives it another reason', () => {
    const fs = publishSmallTables()
    importTables(fs, CORRECTED, { reviseReason: '录入有误' })
    const before = dataOf(fs)
    const numbered = (text: string) =>
      text.trim().replace(/\n/g, ',2\n').replace(',2', ',revision') + ',2\n'
    const tables = {
      observations: numbered(CORRECTED.observations),
      targets: numbered(CORRECTED.targets),
    }
    expect(linesOf(importTables(fs, tables), 'en')).toEqual([])
    const publications = `id,title,publisher,published,grade,url,revision,revision_reason
report-2022,二〇二二年报告,市局,2023-01-20,official,https://example.org/2022,2,别的原因
`
    expect(linesOf(importTables(fs, { ...tables, publications }), 'zh')).toEqual([
      'input/publications.csv:2:id: “report-2022”的第 2 版已发布，内容不同，应为与已发布的相同；已发布的版本不会改变',
    ])
    expect(dataOf(fs)).toEqual(before)
  })

  it('asks which revision a row belongs to where there are several', () => {
    const header = 'id,title,publisher,published,grade,revision,revision_reason'
    const tables = {
      publications: `${header}\nnew,题目,市局,2024-01-19,official,1,\nnew,题目,市局,2024-01-19,official,2,更正\n`,
      observations: `${OBSERVATION_HEADER},revision\nnew,pm25,410800,,2023,44,微克/立方米,A,,,,,,,\nnew,pm25,410800,,2023,45,微克/立方米,A,,,,,,,2\n`,
    }
    const fs = publishSmallTables()
    expect(linesOf(importTables(fs, tables), 'zh')).toEqual([
      'input/observations.csv:2:revision: 空，应为 publications 表中“new”的修订号之一',
    ])
    const observations = tables.observations.replace('A,,,,,,,\n', 'A,,,,,,,1\n')
    expect(linesOf(importTables(fs, { ...tables, observations }), 'zh')).toEqual([])
    expect(
      readData(fs)
        .snapshots.filter(({ id }) => id === 'new')
        .map((s) => [s.revision, s.observations[0]?.value]),
    ).toEqual([
      [1, 44],
      [2, 45],
    ])
  })
})
