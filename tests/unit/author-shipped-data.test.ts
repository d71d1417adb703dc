import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { buildDataPackage } from '../../src/author/data-package.ts'
import { loadFolder } from '../../src/author/data-folder.ts'
import { diskFileSystem } from '../../src/author/disk.ts'
import { buildJsonSchemas } from '../../src/author/json-schema.ts'
import { readPublished } from '../../src/author/published.ts'
import { decimalOf, formatDecimal } from '../../src/domain/decimal.ts'
import { MemoryFileSystem } from '../fixtures/author/memory-file-system.ts'
import { importTables, linesOf, readData } from '../fixtures/author/small-tables.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FIXTURE = `${ROOT}/tests/fixtures/author/report-2023-05-29.csv`

function readShipped() {
  const folder = loadFolder(diskFileSystem, `${ROOT}/public/data`)
  const published = folder && readPublished(folder)
  if (!published?.ok) throw new Error('the shipped data are not whole')
  return published.value
}

describe('the shipped data', () => {
  it('are whole, with 28 publications, 292 figures, 75 indicators, 9 targets and 9 breaks', () => {
    const { manifest, snapshots, catalog } = readShipped()
    expect(manifest.dataset).toBe('jiaozuo-environment')
    expect(snapshots).toHaveLength(28)
    expect(snapshots.flatMap(({ observations }) => observations)).toHaveLength(292)
    expect(snapshots.flatMap(({ targets }) => targets)).toHaveLength(9)
    expect(catalog.indicators).toHaveLength(75)
    expect(catalog.breaks).toHaveLength(9)
  })

  it('give all 55 figures of the report of 2023-05-29 as it prints them, in its order', () => {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(FIXTURE, 'utf8').trim(), {
      header: true,
    })
    expect(data).toHaveLength(55)
    const report = readShipped().snapshots.find(({ id }) => id === 'jz-rectification-2023-05-29')
    const figures = report?.observations.map(({ value, decimals, ...observation }) => ({
      indicator: observation.indicator,
      region: observation.region,
      breakdown: observation.breakdown ?? '',
      period: observation.period,
      qualifier: observation.qualifier ?? '',
      value: value === null ? null : formatDecimal(decimalOf(value, decimals)),
      unit: observation.unit,
      locator: observation.locator,
      printed: observation.printed,
    }))
    expect(figures).toEqual(data)
  })

  it('keep the digits of their sources', () => {
    const observations = readShipped().snapshots.flatMap((snapshot) => snapshot.observations)
    const written = (indicator: string, period: string) =>
      observations
        .filter((found) => found.indicator === indicator && found.period === period)
        .map(({ value, decimals }) => value?.toFixed(decimals))
    expect(written('clean-heating-households-yearly', '2017-01-01/2017-11-23')).toEqual(['6.0'])
    expect(written('co-p95', '2015')).toEqual(['3.90'])
    expect(written('good-air-ratio', '2020')).toEqual(['67.0'])
  })

  it('import again to the same bytes, without a question', () => {
    const shipped = readShipped()
    const tables = buildDataPackage(shipped)
      .filter(({ path }) => path.endsWith('.csv'))
      .map(({ path, bytes }) => [path, bytes] as const)
    const fs = new MemoryFileSystem()
    const outcome = importTables(fs, Object.fromEntries(tables))
    expect(linesOf(outcome, 'zh')).toEqual([])
    const { catalog, snapshots } = readData(fs).manifest
    expect({ catalog, snapshots }).toEqual({
      catalog: shipped.manifest.catalog,
      snapshots: shipped.manifest.snapshots,
    })
  })

  it('stand beside the contract of today as JSON Schema', () => {
    for (const { path, bytes } of buildJsonSchemas()) {
      expect(readFileSync(`${ROOT}/public/data/${path}`, 'utf8')).toBe(
        new TextDecoder().decode(bytes),
      )
    }
  })
})
