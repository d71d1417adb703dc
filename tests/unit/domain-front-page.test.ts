import { describe, expect, it } from 'vitest'
import type { Catalog, Indicator } from '../../src/contract/catalog.ts'
import type { Observation, Snapshot } from '../../src/contract/snapshot.ts'
import { chooseTrends } from '../../src/domain/front-page.ts'
import { viewIndicator, type IndicatorView } from '../../src/domain/indicator-view.ts'
import { viewPublication } from '../../src/domain/publication-view.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const THEMES = ['air', 'water', 'land'].map((id) => ({ id, name: { zh: id, en: id } }))

function chosenFrom(indicators: Indicator[], snapshots: Snapshot[]): readonly string[] {
  const all: Catalog = catalog(indicators, { themes: THEMES })
  const evidence = evidenceOf(snapshots, all)
  const views = indicators
    .map(({ id }) => viewIndicator(evidence, id, { asOf: 'latest', region: '410800' }))
    .filter((view): view is IndicatorView => view !== null)
  return chooseTrends(views, all).map((view) => view.indicator.id)
}

function years(id: string, ...printed: string[]): Observation[] {
  return printed.map((each, i) => figure(String(2015 + i), each, { indicator: id }))
}

const STOCK = { accumulation: 'stock' } as const
const TOTAL = { accumulation: 'cumulative' } as const

describe('the trends of the front page', () => {
  it('never hold a contradiction', () => {
    const observations = [...years('total', '17', '9', '20', '21'), ...years('calm', '1', '2')]
    const chosen = chosenFrom(
      [indicator('total', TOTAL), indicator('calm', TOTAL)],
      [snapshot('a', '2024-01-01', observations)],
    )
    expect(chosen).toEqual(['calm'])
  })

  it('never hold the figures of another region', () => {
    const foreign = years('far', '1', '2', '3').map((each) => ({ ...each, region: '410000' }))
    const chosen = chosenFrom([indicator('far')], [snapshot('a', '2024-01-01', foreign)])
    expect(chosen).toEqual([])
  })

  it('never hold one figure, nor two that do not compare', () => {
    const observations = [
      ...years('one', '1'),
      figure('2015', '1', { indicator: 'two' }),
      figure('2016', '2', { indicator: 'two', status: 'D' }),
    ]
    const chosen = chosenFrom(
      [indicator('one', STOCK), indicator('two', STOCK)],
      [snapshot('a', '2024-01-01', observations)],
    )
    expect(chosen).toEqual([])
  })

  it('never hold a part beside its whole', () => {
    const observations = [...years('tree', '1', '2', '3'), ...years('tree-oak', '1', '2', '3')]
    const chosen = chosenFrom(
      [indicator('tree', STOCK), indicator('tree-oak', STOCK)],
      [snapshot('a', '2024-01-01', observations)],
    )
    expect(chosen).toEqual(['tree'])
  })

  it('hold the worthiest of each form in a theme, in the order of the catalog', () => {
    const chosen = chosenFrom(
      [
        indicator('few', STOCK),
        indicator('many', STOCK),
        indicator('days', { accumulation: 'flow' }),
        indicator('lake', { ...STOCK, theme: 'water' }),
      ],
      [
        snapshot('a', '2024-01-01', [
          ...years('few', '1', '2', '3'),
          ...years('many', '1', '2', '3', '4', '5'),
          ...years('days', '1', '2'),
          ...years('lake', '1', '2', '3'),
        ]),
      ],
    )
    expect(chosen).toEqual(['many', 'days', 'lake'])
  })

  it('are six at most', () => {
    const accumulations = ['stock', 'flow', 'mean', 'cumulative'] as const
    const indicators = THEMES.flatMap(({ id: theme }) =>
      accumulations.map((accumulation) =>
        indicator(`${theme}-of-${accumulation}`, { theme, accumulation }),
      ),
    )
    const observations = indicators.flatMap(({ id }) => years(id, '1', '2', '3'))
    const chosen = chosenFrom(indicators, [snapshot('a', '2024-01-01', observations)])
    expect(chosen).toHaveLength(6)
    expect(chosen).toEqual(indicators.map(({ id }) => id).filter((id) => chosen.includes(id)))
  })
})

describe('the page of a publication', () => {
  const all = catalog([indicator('pm25'), indicator('lake', { theme: 'water' })], {
    themes: THEMES,
  })
  const first = snapshot(
    'a',
    '2022-09-09',
    [
      figure('2021', '3', { indicator: 'lake' }),
      figure('2021', '45'),
      figure('2020', '0.048', { unit: '毫克/立方米' }),
      figure('2021', '50', { region: '410000' }),
    ],
    { targets: [target('2025', 42)] },
  )
  const evidence = evidenceOf([first, snapshot('b', '2023-01-01', [figure('2021', '44')])], all)

  it('holds every figure that it gave, by theme, superseded or not', () => {
    const view = viewPublication(evidence, 'a', 'latest')
    expect(
      view?.groups.map(({ theme, rows }) => [
        theme.id,
        rows.map((row) => [row.period.text, row.region.code, row.statement.value]),
      ]),
    ).toEqual([
      [
        'air',
        [
          ['2020', '410800', 0.048],
          ['2021', '410000', 50],
          ['2021', '410800', 45],
        ],
      ],
      ['water', [['2021', '410800', 3]]],
    ])
    expect(view?.groups[0]?.rows[0]?.reading).toMatchObject({ value: 48, decimals: 0 })
    expect(view?.targets.map(({ reading }) => reading.value)).toEqual([42])
  })

  it('shows the standing revision', () => {
    const mended = snapshot('a', '2022-09-09', [figure('2021', '54')], { revision: 2 })
    const view = viewPublication(evidenceOf([mended, first], all), 'a', 'latest')
    expect(view?.groups.flatMap(({ rows }) => rows.map((row) => row.statement.value))).toEqual([54])
  })

  it('is unknown before its day, and for an id that nobody has', () => {
    expect(viewPublication(evidence, 'a', '2022-09-08')).toBeNull()
    expect(viewPublication(evidence, 'nobody', 'latest')).toBeNull()
  })

  it('exists for a publication without figures', () => {
    const view = viewPublication(evidenceOf([snapshot('a', '2022-09-09')], all), 'a', 'latest')
    expect([view?.groups, view?.targets]).toEqual([[], []])
  })
})
