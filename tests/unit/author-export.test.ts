import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { guardFormula, unguardFormula } from '../../src/author/formula-guard.ts'
import { runExport } from '../../src/author/run-export.ts'
import { sha256Hex } from '../../src/author/sha256.ts'
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

function exportOf(fs: MemoryFileSystem): Record<string, string> {
  const outcome = runExport(fs, 'data', 'package')
  if (!outcome.isDone) throw new Error(linesOf(outcome, 'en').join('\n'))
  const entries = [...fs.files].filter(([path]) => path.startsWith('package/'))
  return Object.fromEntries(
    entries.map(([path, bytes]) => [
      path.slice('package/'.length),
      new TextDecoder().decode(bytes),
    ]),
  )
}

/** Files whose names carry their hash: equal names are equal bytes. */
function contentNames(fs: MemoryFileSystem): string[] {
  return [...dataOf(fs).keys()].filter((path) => path !== 'data/manifest.json').sort()
}

function roundTrip(fs: MemoryFileSystem): MemoryFileSystem {
  const again = new MemoryFileSystem()
  const outcome = importTables(again, exportOf(fs))
  expect(linesOf(outcome, 'en')).toEqual([])
  return again
}

describe('an export', () => {
  it('imports into an empty folder to the same bytes', () => {
    const fs = publishSmallTables()
    const again = roundTrip(fs)
    expect(contentNames(again)).toEqual(contentNames(fs))
    expect(readData(again).snapshots).toEqual(readData(fs).snapshots)
  })

  it('holds every revision with its reason', () => {
    const fs = publishSmallTables()
    const observations = SMALL_TABLES.observations.replace('46.0', '45.0')
    importTables(fs, { ...SMALL_TABLES, observations }, { reviseReason: '录入有误' })
    expect(contentNames(roundTrip(fs))).toEqual(contentNames(fs))
  })

  it('holds missing values, qualifiers, contradictions, notes and texts of every kind', () => {
    const fs = publishSmallTables()
    const outcome = importTables(fs, {
      publications:
        'id,title,publisher,published,grade,audience\nodd,"=cmd|"" /C calc""!A0",＋市局,2025-01-20,press,internal\n',
      observations: `${OBSERVATION_HEADER}
odd,pm25,410800,-城区,2024,,微克/立方米,,,,,,,监测站停运
odd,pm25,410800,@郊区,2024,43.00,微克/立方米,E,>=,"'=43",“第1页”,report-2022,"a, ""b""; <c>",
odd,gas-access,410800,,2024,0.0,%,B,~,,,,,
`,
      targets: `publication,indicator,region,period,value,unit,type,basis
odd,households,410800,2025,-0.50,万户,reach,change
`,
    })
    expect(linesOf(outcome, 'en')).toEqual([])
    const again = roundTrip(fs)
    expect(readData(again).snapshots).toEqual(readData(fs).snapshots)
    expect(readData(again).snapshots[2]?.title).toBe('=cmd|" /C calc"!A0')
  })

  it('guards texts that a spreadsheet would run, and leaves numbers numbers', () => {
    const fs = publishSmallTables()
    importTables(fs, {
      publications: 'id,title,publisher,published,grade\nodd,=1+1,市局,2025-01-20,press\n',
      targets:
        'publication,indicator,region,period,value,unit,type,basis\nodd,households,410800,2025,-0.50,万户,reach,change\n',
    })
    const tables = exportOf(fs)
    expect(tables['publications.csv']).toContain("odd,'=1+1,")
    expect(tables['targets.csv']).toContain(',-0.50,万户,')
  })

  it('describes its tables as a Data Package, with sizes and hashes that hold', () => {
    const fs = publishSmallTables()
    const files = exportOf(fs)
    const descriptor: unknown = JSON.parse(files['datapackage.json'] ?? '')
    expect(descriptor).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'small',
      version: '1',
      created: '2024-02-01T00:00:00Z',
    })
    const { resources } = descriptor as { resources: Record<string, unknown>[] }
    expect(resources.map(({ name }) => name)).toEqual([
      'publications',
      'themes',
      'regions',
      'indicators',
      'breaks',
      'observations',
      'targets',
      'tasks',
    ])
    for (const { path, bytes, hash, encoding, schema } of resources) {
      const text = files[String(path)] ?? ''
      const encoded = fs.files.get(`package/${String(path)}`) ?? new Uint8Array()
      expect([bytes, hash]).toEqual([encoded.length, `sha256:${sha256Hex(encoded)}`])
      expect(encoding).toBe('utf-8')
      const { fields } = schema as { fields: { name: string }[] }
      expect(fields.map(({ name }) => name)).toEqual(Papa.parse<string[]>(text).data[0])
    }
  })

  it('opens in a Chinese Excel: its tables begin with a byte order mark, its descriptor does not', () => {
    const fs = publishSmallTables()
    exportOf(fs)
    const marked = [...fs.files]
      .filter(([path]) => path.startsWith('package/'))
      .map(([path, bytes]) => [path.endsWith('.csv'), bytes.slice(0, 3).join() === '239,187,191'])
    expect(marked).toHaveLength(9)
    expect(marked.every(([isTable, isMarked]) => isTable === isMarked)).toBe(true)
  })

  it('imports from its own bytes, byte order mark and all, to the same bytes', () => {
    const fs = publishSmallTables()
    exportOf(fs)
    const tables = [...fs.files].flatMap(([path, bytes]) => {
      const name = /^package\/(.+\.csv)$/.exec(path)?.[1]
      return name === undefined ? [] : [[name, bytes] as const]
    })
    const again = new MemoryFileSystem()
    const outcome = importTables(again, Object.fromEntries(tables))
    expect(outcome.lines.map(({ zh }) => zh)).toContain('  input/themes.csv（UTF-8 BOM，2 行）')
    expect(contentNames(again)).toEqual(contentNames(fs))
  })

  it('comes out the same again, and overwrites nothing that has been edited', () => {
    const fs = publishSmallTables()
    exportOf(fs)
    expect(runExport(fs, 'data', 'package').isDone).toBe(true)
    fs.files.set('package/themes.csv', new Uint8Array([1]))
    expect(linesOf(runExport(fs, 'data', 'package'), 'zh')).toEqual([
      'package/themes.csv: 已有内容不同的同名文件，应为空文件夹，或同一次导出',
    ])
    expect(fs.files.get('package/themes.csv')).toEqual(new Uint8Array([1]))
  })
})

describe('the guard against formulas', () => {
  it.each(['=1', '+1', '-1', '@a', '\ta', '\ra', '\na', '＝1', '＋1', '－1', '＠a', "'=1"])(
    'covers %j',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`)
    },
  )

  it('leaves other texts alone, apostrophes included', () => {
    expect(["'tis", '1-2', '', "''"].map(guardFormula)).toEqual(["'tis", '1-2', '', "''"])
  })

  it('is taken off again from any text', () => {
    const text = fc
      .array(fc.constantFrom("'", '=', '-', '＝', 'a', '1'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (original) => {
        expect(unguardFormula(guardFormula(original))).toBe(original)
      }),
    )
  })
})
