import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/contract/catalog.ts'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { checkGeneration } from '../../src/author/check-generation.ts'
import { publishSmallTables, readData } from '../fixtures/author/small-tables.ts'

const { catalog, snapshots } = readData(publishSmallTables())
const [report] = snapshots

function findingsOf(changed: {
  readonly catalog?: Partial<Catalog>
  readonly snapshot?: Partial<Snapshot>
}): string[] {
  if (!report) throw new Error('no snapshot')
  return checkGeneration({ ...catalog, ...changed.catalog }, [
    { path: 's', snapshot: { ...report, ...changed.snapshot } },
  ]).map(({ path, message }) => `${path}: ${message.en}`)
}

describe('a generation read back', () => {
  it('is sound as it was written', () => {
    expect(findingsOf({})).toEqual([])
  })

  it('must name what its catalog has', () => {
    expect(findingsOf({ catalog: { indicators: [], breaks: [] } }).slice(0, 2)).toEqual([
      's:observations.0.indicator: "pm25", expected an indicator of the catalog',
      's:observations.1.indicator: "gas-access", expected an indicator of the catalog',
    ])
    expect(findingsOf({ catalog: { themes: [] } })[0]).toBe(
      'catalog:indicators.0.theme: air, expected one of the catalog',
    )
    expect(findingsOf({ catalog: { regions: catalog.regions.slice(1) } })).toEqual([
      'catalog:regions.0.parent: 410000, expected one of the catalog',
    ])
  })

  it('must break series that exist', () => {
    const breaks = [{ indicator: 'ozone', from: '2018-09-01', reason: '改变' }]
    expect(findingsOf({ catalog: { breaks } })).toEqual([
      'catalog:breaks.0.indicator: ozone, expected one of the catalog',
    ])
  })

  it('must state each figure and each entry once', () => {
    const observations = [
      ...(report?.observations ?? []),
      ...(report?.observations.slice(0, 1) ?? []),
    ]
    expect(findingsOf({ snapshot: { observations } })).toEqual([
      's:observations.4: pm25|410800||2022 again, expected once',
    ])
    const themes = [...catalog.themes, ...catalog.themes.slice(0, 1)]
    expect(findingsOf({ catalog: { themes } })).toEqual([
      'catalog:themes.2: air again, expected once',
    ])
  })

  it('must hold no revision without the one before, and none without a reason', () => {
    expect(findingsOf({ snapshot: { revision: 2, revisionReason: '更正' } })).toEqual([
      's:revision: no revision 1 before it',
    ])
  })

  it('must not hold a figure that no number is', () => {
    const observations = report?.observations.map((o) => ({ ...o, value: 1e300 })) ?? []
    expect(findingsOf({ snapshot: { observations } })[0]).toBe(
      's:observations.0.value: "1e+300", expected at most 15 significant digits and 12 decimals',
    )
  })
})
