/** The JSON-stat files, read back by a reader of other people's. */
import JSONstat from 'jsonstat-toolkit'
import { describe, expect, it } from 'vitest'
import { buildJsonStat } from '../../src/desk/json-stat.ts'
import { viewEverywhere } from '../../src/domain/indicator-everywhere.ts'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { periodKey } from '../../src/domain/point.ts'
import { evidenceOf, viewOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

interface Written {
  readonly size: readonly number[]
  readonly value: Readonly<Record<string, number | null>>
  readonly status: Readonly<Record<string, string>>
  readonly extension: {
    readonly observations: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly sources: readonly { readonly id: string }[]
    readonly status: { readonly label: Readonly<Record<string, string>> }
  }
}

function write(
  snapshots: readonly Snapshot[],
  id = 'pm25',
  catalog?: Parameters<typeof evidenceOf>[1],
) {
  const view = viewEverywhere(evidenceOf(snapshots, catalog), id)
  if (!view) throw new Error(`no view of ${id}`)
  const text = JSON.stringify(buildJsonStat(view, 'trial'))
  const written = JSON.parse(text) as Written
  return { view, written, read: JSONstat(JSON.parse(text) as object) }
}

describe('a data set', () => {
  const { written, read } = write([
    snapshot('a', '2022-01-01', [
      figure('2021', '46.0', { locator: '三', printed: '46微克' }),
      figure('2021-06', '38', { status: 'P', qualifier: '~' }),
      missing('2020', '仪器检修'),
    ]),
    snapshot('b', '2022-02-01', [figure('2021', '51', { region: '410000' })], {
      url: 'https://example.org/b',
    }),
  ])

  it('says which dimension is time, place and measure', () => {
    expect(read.class).toBe('dataset')
    expect(read.id).toEqual(['indicator', 'region', 'period'])
    expect(read.role).toMatchObject({
      time: ['period'],
      geo: ['region'],
      metric: ['indicator'],
    })
    expect(read.Dimension('period').id).toEqual(['2020', '2021-06', '2021'])
    expect(read.Dimension('region').id).toEqual(['410800', '410000'])
    expect(read.Dimension('indicator').Category('pm25').unit).toEqual({
      label: '微克/立方米',
      decimals: 1,
    })
    expect(read.updated).toBe('2022-02-01')
  })

  it('holds what is missing as missing with its reason, and leaves out what nobody said', () => {
    const at = { indicator: 'pm25', region: '410800', period: '2020' }
    expect(read.Data(at)).toMatchObject({ value: null, status: 'M' })
    expect(read.Data({ ...at, region: '410000' })).toMatchObject({ value: null, status: null })
    expect(Object.keys(written.value)).toHaveLength(4)
    expect(written.extension.observations['0']).toEqual({ reason: '仪器检修', source: 'a' })
    expect(written.extension.status.label).toEqual({ A: '正式', M: '缺失', P: '初步' })
  })

  it('keeps digits as printed, qualifiers and places beside the numbers', () => {
    expect(written.extension.observations['1']).toEqual({
      digits: '38',
      qualifier: '~',
      source: 'a',
    })
    expect(written.extension.observations['2']).toEqual({
      digits: '46.0',
      printed: '46微克',
      source: 'a',
      locator: '三',
    })
    expect(written.extension.sources).toEqual([
      expect.objectContaining({ id: 'b', url: 'https://example.org/b' }),
      expect.objectContaining({ id: 'a', published: '2022-01-01' }),
    ])
  })

  it('tells breakdowns apart, and takes one half-year that is written in two ways for one', () => {
    const { read: broken } = write([
      snapshot('a', '2022-01-01', [
        figure('2021-01/2021-06', '5'),
        figure('2021-01-01/2021-06-30', '7', { breakdown: '第一轮' }),
      ]),
    ])
    expect(broken.id).toEqual(['indicator', 'region', 'breakdown', 'period'])
    expect(broken.Dimension('period').id).toEqual(['2021-01-01/2021-06-30'])
    const at = { indicator: 'pm25', region: '410800', period: '2021-01-01/2021-06-30' }
    expect(broken.Data({ ...at, breakdown: '_X' }).value).toBe(5)
    expect(broken.Data({ ...at, breakdown: '第一轮' }).value).toBe(7)
  })

  it('of an indicator of which nothing is known has no cells', () => {
    const { written: empty } = write([])
    expect(empty.size).toEqual([1, 0, 0])
    expect(empty.value).toEqual({})
  })
})

describe('the shipped data', () => {
  const { catalog, snapshots } = readShipped()

  it.each(catalog.indicators.map(({ id }) => id))(
    'of %s read back to the numbers and statuses that its page shows',
    (id) => {
      const { written, read, view } = write(snapshots, id, catalog)
      const shown = viewOf(snapshots, { catalog, indicator: id })
      const periods = new Map(
        view.series.flatMap(({ points }) =>
          points.map(({ period }) => [periodKey(period), period.text]),
        ),
      )
      let count = 0
      for (const { region, breakdown, points } of [...shown.series, ...shown.peers]) {
        for (const { period, reading, status } of points) {
          const cell = read.Data({
            indicator: id,
            region: region.code,
            ...(read.id.includes('breakdown') && { breakdown: breakdown ?? '_X' }),
            period: periods.get(periodKey(period)) ?? '',
          })
          expect(cell.value).toBe(reading.kind === 'value' ? reading.value : null)
          expect(cell.status).toBe(status)
          count += 1
        }
      }
      const all = view.series.reduce((sum, { points }) => sum + points.length, 0)
      expect(count).toBeLessThanOrEqual(all)
      expect(Object.keys(written.status)).toHaveLength(all)
      expect(Object.keys(written.extension.observations)).toHaveLength(all)
      if (all > 0) expect(read.n).toBe(written.size.reduce((product, each) => product * each, 1))
    },
  )
})
