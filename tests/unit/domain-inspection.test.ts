import { describe, expect, it } from 'vitest'
import type { Observation, Snapshot } from '../../src/contract/snapshot.ts'
import { viewRounds, type Round } from '../../src/domain/inspection.ts'
import { viewOverview } from '../../src/domain/overview.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

const ROUND = '2021-2022省委督察'
const CATALOG = catalog([
  indicator('inspection-tasks', { accumulation: 'stock', unit: '项' }),
  indicator('inspection-tasks-done', { accumulation: 'cumulative', unit: '项' }),
  indicator('inspection-tasks-open', { accumulation: 'stock', unit: '项' }),
  indicator('petitions', { accumulation: 'cumulative', unit: '件' }),
  indicator('petitions-closed', { accumulation: 'cumulative', unit: '件' }),
])

function row(id: string, day: string, printed: string, overrides: Partial<Observation> = {}) {
  const unit = id.startsWith('petitions') ? '件' : '项'
  return figure(day, printed, { indicator: id, unit, breakdown: ROUND, ...overrides })
}

function counts(day: string, tasks: string, done: string, open: string, round = ROUND) {
  const overrides = { breakdown: round }
  return [
    row('inspection-tasks', day, tasks, overrides),
    row('inspection-tasks-done', day, done, overrides),
    row('inspection-tasks-open', day, open, overrides),
  ]
}

function roundsOf(snapshots: Snapshot[], region = '410800', asOf = 'latest') {
  return viewRounds(evidenceOf(snapshots, CATALOG), { asOf, region })
}

function said({ breakdown, parts }: Round) {
  return [breakdown, parts.whole.period.text, parts.total, ...parts.parts.map(({ value }) => value)]
}

const REPORT = snapshot('a', '2023-05-29', [
  ...counts('2023-05-29', '46', '34', '12'),
  row('petitions', '2023-05-29', '228'),
  row('petitions-closed', '2023-05-29', '228'),
])

describe('rounds of inspection', () => {
  it('are tasks as a whole with what is done and what is open', () => {
    const [round] = roundsOf([REPORT])
    expect(round && said(round)).toEqual([ROUND, '2023-05-29', 46, 34, 12])
    expect(round?.petitions?.statement.value).toBe(228)
    expect(round?.petitionsClosed?.statement.value).toBe(228)
  })

  it('are never joined, the later one first', () => {
    const earlier = snapshot('b', '2019-11-15', counts('2019-11-15', '36', '22', '14', '2018督察'))
    expect(roundsOf([earlier, REPORT]).map(said)).toEqual([
      [ROUND, '2023-05-29', 46, 34, 12],
      ['2018督察', '2019-11-15', 36, 22, 14],
    ])
    expect(roundsOf([earlier, REPORT], '410800', '2020-01-01')).toHaveLength(1)
  })

  it('never put figures of two days together: 40 done of 46 with 12 open is no whole', () => {
    const news = snapshot('b', '2024-01-31', [row('inspection-tasks-done', '2024-01-31', '40')])
    expect(roundsOf([REPORT, news]).map(said)).toEqual([[ROUND, '2023-05-29', 46, 34, 12]])
    const more = snapshot('c', '2024-02-29', [row('inspection-tasks', '2024-02-29', '47')])
    expect(roundsOf([REPORT, news, more]).map(said)).toEqual([[ROUND, '2023-05-29', 46, 34, 12]])
  })

  it('never put figures of two regions together', () => {
    const all = snapshot('b', '2023-05-29', [
      row('inspection-tasks', '2023-05-29', '5', { region: '410802' }),
      ...counts('2023-05-29', '46', '34', '12'),
    ])
    expect(roundsOf([all], '410802')).toEqual([])
    expect(roundsOf([all])).toHaveLength(1)
  })

  it('are not told where a count is missing', () => {
    const [tasks, done] = counts('2023-05-29', '46', '34', '12') as [Observation, Observation]
    const open = missing('2023-05-29', '未公布', {
      indicator: 'inspection-tasks-open',
      unit: '项',
      breakdown: ROUND,
    })
    expect(roundsOf([snapshot('a', '2023-05-29', [tasks, done, open])])).toEqual([])
    expect(roundsOf([])).toEqual([])
  })

  it('name closed petitions only beside the petitions of the same day', () => {
    const later = snapshot('b', '2024-01-31', [row('petitions', '2024-01-31', '300')])
    const [round] = roundsOf([REPORT, later])
    expect(round?.petitions?.statement.value).toBe(300)
    expect(round?.petitionsClosed).toBeUndefined()
  })
})

describe('the overview', () => {
  it('lists publications alike, whatever order they came in', () => {
    const all = ['b', 'a', 'c'].map((id) => snapshot(id, '2023-05-29'))
    const idsOf = (snapshots: Snapshot[]) =>
      viewOverview(evidenceOf(snapshots, CATALOG), {
        asOf: 'latest',
        region: '410800',
      }).publications.map(({ id }) => id)
    expect(idsOf(all)).toEqual(['a', 'b', 'c'])
    expect(idsOf([...all].reverse())).toEqual(['a', 'b', 'c'])
  })

  it('has every indicator once, a part under its whole', () => {
    const { themes } = viewOverview(evidenceOf([REPORT], CATALOG), {
      asOf: 'latest',
      region: '410800',
    })
    expect(
      themes.flatMap(({ rows }) => rows.map(({ view, isPart }) => [view.indicator.id, isPart])),
    ).toEqual([
      ['inspection-tasks', false],
      ['inspection-tasks-done', true],
      ['inspection-tasks-open', true],
      ['petitions', false],
      ['petitions-closed', true],
    ])
  })
})
