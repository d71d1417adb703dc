import { describe, expect, it } from 'vitest'
import type { Observation, Target } from '../../src/contract/snapshot.ts'
import { PAGE_PALETTE } from '../../src/charts/palette.ts'
import type { IndicatorView } from '../../src/domain/indicator-view.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { boxesOf, linesOf, marksOf, pictureOf, textsOf } from './builders/picture.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

function days(period: string, printed: string, overrides: Partial<Observation> = {}): Observation {
  return figure(period, printed, { unit: '天', ...overrides })
}

function view(observations: Observation[], targets: Target[] = []): IndicatorView {
  const flow = indicator('pm25', { accumulation: 'flow', unit: '天' })
  const known = viewOf([snapshot('a', '2024-01-01', observations, { targets })], {
    catalog: catalog([flow]),
  })
  return { ...known, form: 'columns' }
}

function due(period: string, value: number, overrides: Partial<Target> = {}): Target {
  return target(period, value, { unit: '天', type: 'reach', basis: 'change', ...overrides })
}

describe('columns', () => {
  it('start at zero, so that heights are in the ratio of the figures', () => {
    const picture = pictureOf(view([days('2019', '100'), days('2020', '200')]))
    const [first, second] = boxesOf(picture, 'column').map(({ box }) => box.height)
    expect((second ?? 0) / (first ?? 1)).toBeCloseTo(2)
  })

  it('take 68 % of their period', () => {
    const picture = pictureOf(view([days('2019', '100'), days('2021', '200')]))
    const [first, second] = boxesOf(picture, 'column')
    const perYear = ((second?.box.x ?? 0) - (first?.box.x ?? 0)) / 731
    expect((first?.box.width ?? 0) / (365 * perYear)).toBeCloseTo(0.68, 2)
  })

  it('leave out months where years are known: a month of days beside a year looks like a fall', () => {
    const picture = pictureOf(
      view([days('2019', '100'), days('2020', '200'), days('2020-01', '9')]),
    )
    expect(boxesOf(picture, 'column')).toHaveLength(2)
    expect(textsOf(picture)).not.toContain('9')
  })

  it('that we derived are outlined over a soft fill, reported ones solid', () => {
    const picture = pictureOf(view([days('2019', '100', { status: 'E' }), days('2020', '200')]))
    const [derived, reported] = boxesOf(picture, 'column')
    expect([derived?.fill, derived?.stroke?.color]).toEqual([
      PAGE_PALETTE.citySoft,
      PAGE_PALETTE.city,
    ])
    expect([reported?.fill, reported?.stroke]).toEqual([PAGE_PALETTE.city, undefined])
  })

  it('give way to a diamond where the definition differs', () => {
    const picture = pictureOf(view([days('2019', '100', { status: 'D' }), days('2020', '200')]))
    expect(boxesOf(picture, 'column')).toHaveLength(1)
    expect(marksOf(picture, 'mark').map(({ kind }) => kind)).toEqual(['diamond'])
  })

  it('have the province as a tick over the same slot, at its own height', () => {
    const province = days('2020', '245', { region: '410000' })
    const picture = pictureOf(view([days('2019', '164'), days('2020', '210'), province]))
    const [tick] = linesOf(picture, 'peer-stretch')
    const [, column] = boxesOf(picture, 'column')
    const top = column?.box
    expect(tick?.spots[0]?.x).toBeLessThan(top?.x ?? 0)
    expect(tick?.spots[1]?.x).toBeGreaterThan((top?.x ?? 0) + (top?.width ?? 0))
    expect(tick?.spots[0]?.y).toBeLessThan(top?.y ?? 0)
  })
})

describe('the target of a single year', () => {
  const yearly = [days('2017-01-01/2017-11-23', '6.0')]

  it('is a mark over the slot of that year, with its value and whose it is', () => {
    const picture = pictureOf(view(yearly, [due('2017', 5)]))
    const [line] = linesOf(picture, 'target')
    const [column] = boxesOf(picture, 'column')
    expect(line?.spots[0]?.x).toBeLessThan(column?.box.x ?? 0)
    expect(line?.spots[1]?.x).toBeGreaterThan((column?.box.x ?? 0) + (column?.box.width ?? 0))
    expect(textsOf(picture).join(' ')).toContain('地区4108002017年任务 5')
  })

  it('says so where nothing was reported of that year, and only there', () => {
    const picture = pictureOf(view(yearly, [due('2017', 5), due('2018', 8.2, { decimals: 1 })]))
    const words = textsOf(picture)
    expect(words.filter((word) => word === '未报')).toHaveLength(1)
    expect(words.slice(words.indexOf('8.2'))[1]).toBe('未报')
  })
})
