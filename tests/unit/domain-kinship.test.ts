import { describe, expect, it } from 'vitest'
import { childrenOf, parentOf, rankedBy, rankOf, rowParentOf } from '../../src/domain/kinship.ts'
import { isPartOf } from '../../src/domain/parts.ts'
import {
  ancestorsOf,
  chooseRegion,
  findRegion,
  homeRegion,
} from '../../src/domain/region-choice.ts'
import { catalog, CITY, DISTRICT, indicator, PROVINCE, region } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'
import type { Region } from '../../src/contract/catalog.ts'
import type { Observation } from '../../src/contract/snapshot.ts'

const FAMILY = catalog([
  indicator('green'),
  indicator('green-factories'),
  indicator('green-factories-national'),
  indicator('greenhouse'),
  indicator('park-green-per-capita'),
  indicator('park-green-rank', { accumulation: 'rank' }),
  indicator('lone-rank', { accumulation: 'rank' }),
  indicator('false-rank'),
])

function find(id: string) {
  const found = FAMILY.indicators.find((each) => each.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('kinship by ids', () => {
  it('takes the closest id that this one extends for its parent', () => {
    expect(parentOf(find('green-factories-national'), FAMILY)?.id).toBe('green-factories')
    expect(parentOf(find('green-factories'), FAMILY)?.id).toBe('green')
    expect(parentOf(find('green'), FAMILY)).toBeUndefined()
  })

  it('does not take a shared beginning of a word for kinship', () => {
    expect(parentOf(find('greenhouse'), FAMILY)).toBeUndefined()
  })

  it('counts children, not grandchildren', () => {
    expect(childrenOf(find('green'), FAMILY).map(({ id }) => id)).toEqual(['green-factories'])
    expect(childrenOf(find('greenhouse'), FAMILY)).toEqual([])
  })

  it('knows what a rank ranks, and the rank of an indicator', () => {
    expect(rankedBy(find('park-green-rank'), FAMILY)?.id).toBe('park-green-per-capita')
    expect(rankOf(find('park-green-per-capita'), FAMILY)?.id).toBe('park-green-rank')
    expect(rankedBy(find('lone-rank'), FAMILY)).toBeUndefined()
    expect(rankedBy(find('false-rank'), FAMILY)).toBeUndefined()
    expect(rowParentOf(find('park-green-rank'), FAMILY)?.id).toBe('park-green-per-capita')
    expect(rowParentOf(find('green-factories'), FAMILY)?.id).toBe('green')
  })
})

describe('parts of a whole', () => {
  const kin = catalog([
    indicator('tasks', { accumulation: 'stock', unit: '项' }),
    indicator('tasks-done', { accumulation: 'cumulative', unit: '项' }),
    indicator('tasks-yearly', { accumulation: 'flow', unit: '项' }),
  ])
  const row = (id: string, printed: string, overrides: Partial<Observation> = {}) =>
    figure('2023-05-29', printed, { indicator: id, unit: '项', ...overrides })
  const partsIn = (...rows: Observation[]) =>
    viewOf([snapshot('a', '2023-05-29', rows)], { catalog: kin, indicator: 'tasks' }).parts

  it('are amounts of one unit, both levels or both flows', () => {
    const [tasks, done, yearly] = kin.indicators as [
      ReturnType<typeof indicator>,
      ReturnType<typeof indicator>,
      ReturnType<typeof indicator>,
    ]
    expect(isPartOf(done, tasks)).toBe(true)
    expect(isPartOf(yearly, tasks)).toBe(false)
    expect(isPartOf({ ...done, unit: '个' }, tasks)).toBe(false)
    for (const accumulation of ['ratio', 'mean', 'percentile', 'rank'] as const) {
      expect(isPartOf({ ...done, accumulation }, { ...tasks, accumulation })).toBe(false)
    }
  })

  it('belong to the same period, region and breakdown', () => {
    expect(partsIn(row('tasks', '46'), row('tasks-done', '34'))).toMatchObject({
      total: 46,
      parts: [{ value: 34, indicator: { id: 'tasks-done' } }],
    })
    expect(partsIn(row('tasks', '46'), row('tasks-done', '34', { period: '2022' }))).toBeUndefined()
    expect(
      partsIn(row('tasks', '46'), row('tasks-done', '34', { region: '410000' })),
    ).toBeUndefined()
    expect(
      partsIn(row('tasks', '46'), row('tasks-done', '34', { breakdown: '二' })),
    ).toBeUndefined()
  })

  it('are whole numbers, exact, and of the same definition', () => {
    expect(partsIn(row('tasks', '46.5'), row('tasks-done', '34'))).toBeUndefined()
    expect(partsIn(row('tasks', '46'), row('tasks-done', '34.5'))).toBeUndefined()
    expect(partsIn(row('tasks', '46', { qualifier: '>' }), row('tasks-done', '34'))).toBeUndefined()
    expect(partsIn(row('tasks', '46'), row('tasks-done', '34', { qualifier: '>' }))).toBeUndefined()
    expect(partsIn(row('tasks', '46'), row('tasks-done', '34', { status: 'D' }))).toBeUndefined()
  })

  it('are no forecasts, nor is their whole', () => {
    expect(partsIn(row('tasks', '46'), row('tasks-done', '34', { status: 'F' }))).toBeUndefined()
    expect(partsIn(row('tasks', '46', { status: 'F' }), row('tasks-done', '34'))).toBeUndefined()
  })
})

describe('the choice of a region', () => {
  const all = catalog()
  const within = (codes: readonly string[]) => (region: Region) => codes.includes(region.code)

  it('shows the region asked for where it has figures', () => {
    expect(chooseRegion(CITY, within(['410000', '410800']), all)).toEqual(CITY)
  })

  it('falls back to the only region that has any', () => {
    expect(chooseRegion(DISTRICT, within(['410000']), all)).toEqual(PROVINCE)
    expect(chooseRegion(PROVINCE, within(['410802']), all)).toEqual(DISTRICT)
  })

  it('falls back to the nearest above, else to the first', () => {
    expect(chooseRegion(DISTRICT, within(['410000', '410800']), all)).toEqual(CITY)
    expect(chooseRegion(PROVINCE, within(['410802', '410800']), all)).toEqual(CITY)
  })

  it('chooses none where there are no figures, or none of a known region', () => {
    expect(chooseRegion(CITY, within([]), all)).toBeUndefined()
    expect(chooseRegion(CITY, within(['999999']), all)).toBeUndefined()
  })

  it('opens with the city that has the most districts', () => {
    expect(homeRegion(all)).toEqual(CITY)
    const other = region('410100', '410000')
    expect(homeRegion(catalog([], { regions: [PROVINCE, other, CITY, DISTRICT] }))).toEqual(CITY)
    expect(homeRegion(catalog([], { regions: [PROVINCE] }))).toEqual(PROVINCE)
    expect(() => homeRegion(catalog([], { regions: [] }))).toThrow(RangeError)
  })

  it('finds the regions above, and ends where a region stands above itself', () => {
    expect(ancestorsOf(DISTRICT, all)).toEqual([CITY, PROVINCE])
    expect(ancestorsOf(PROVINCE, all)).toEqual([])
    const own = region('1', '1')
    expect(ancestorsOf(own, catalog([], { regions: [own] }))).toEqual([])
    const [a, b] = [region('1', '2'), region('2', '1')]
    expect(ancestorsOf(a, catalog([], { regions: [a, b] }))).toEqual([b])
    expect(findRegion(all, '__proto__')).toBeUndefined()
  })
})
