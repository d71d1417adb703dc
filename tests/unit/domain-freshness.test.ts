import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../src/contract/catalog.ts'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import {
  daysOverdue,
  judgedOn,
  judgeFreshness,
  readClocks,
  type Clocks,
} from '../../src/domain/freshness.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

function viewWith(snapshots: readonly Snapshot[], more: Partial<Indicator> = {}, asOf = 'latest') {
  const known = catalog([indicator('pm25', { updatePeriod: 'year', ...more })])
  return viewOf(snapshots, { catalog: known, asOf })
}

function clocksOf(...args: Parameters<typeof viewWith>): Clocks {
  const clocks = readClocks(viewWith(...args))
  if (!clocks) throw new Error('no figure')
  return clocks
}

/** What the clocks say, without the point. */
function days(...args: Parameters<typeof viewWith>): readonly (string | null)[] {
  const { periodEnd, published, nextDue } = clocksOf(...args)
  return [periodEnd, published, nextDue]
}

const YEAR = snapshot('report', '2022-09-09', [figure('2021', '45')])

describe('the clocks of a figure', () => {
  it('are the end of its period, its publication and when the next is due', () => {
    expect(days([YEAR])).toEqual(['2021-12-31', '2022-09-09', '2023-06-29'])
  })

  it('know no due day where the catalog has no update period', () => {
    const known = catalog([indicator('pm25')])
    const clocks = readClocks(viewOf([YEAR], { catalog: known }))
    expect(clocks?.nextDue).toBeNull()
  })

  it('are none where nothing is known', () => {
    expect(readClocks(viewWith([]))).toBeNull()
    expect(readClocks(viewWith([YEAR], {}, '2022-09-08'))).toBeNull()
  })

  it('count a yearly mean from the last year, whatever months came later', () => {
    const months = snapshot('months', '2023-06-20', [figure('2023-05', '31')])
    expect(days([YEAR, months])).toEqual(['2021-12-31', '2022-09-09', '2023-06-29'])
  })

  it('count a monthly mean from the last month, or from a longer stretch that reaches further', () => {
    const november = snapshot('months', '2021-12-10', [figure('2021-11', '31')])
    const january = snapshot('january', '2022-02-10', [figure('2022-01', '31')])
    const monthly = { updatePeriod: 'month' } as const
    expect(days([november], monthly)).toEqual(['2021-11-30', '2021-12-10', '2022-01-30'])
    expect(days([YEAR, november], monthly)).toEqual(['2021-12-31', '2022-09-09', '2022-03-02'])
    expect(days([YEAR, january], monthly)).toEqual(['2022-01-31', '2022-02-10', '2022-03-30'])
  })

  it('count from a shorter stretch where there is no other', () => {
    const day = snapshot('day', '2022-02-10', [figure('2022-02-09', '31')])
    expect(days([day], { updatePeriod: 'month' })[0]).toBe('2022-02-09')
  })

  it('take a half-year for no year, and a February for a month', () => {
    const half = snapshot('half', '2022-07-10', [figure('2022-01/2022-06', '31')])
    expect(days([YEAR, half])[0]).toBe('2021-12-31')
    expect(days([YEAR, half], { updatePeriod: 'half-year' })[0]).toBe('2022-06-30')
    const february = snapshot('february', '2023-03-10', [figure('2023-02', '31')])
    expect(days([YEAR, half, february], { updatePeriod: 'month' })[0]).toBe('2023-02-28')
  })

  it('count a level from the last day on which it was taken, of whatever kind', () => {
    const later = snapshot('later', '2023-05-29', [figure('2023-05-29', '37')])
    const found = days([YEAR, later], { accumulation: 'cumulative' })
    expect(found).toEqual(['2023-05-29', '2023-05-29', '2024-11-25'])
  })

  it('take neither a forecast nor a missing figure for data', () => {
    const more = snapshot('more', '2023-03-01', [
      figure('2023', '40', { status: 'F' }),
      missing('2022', '未公布'),
    ])
    expect(days([YEAR, more])).toEqual(['2021-12-31', '2022-09-09', '2023-06-29'])
  })

  it('are not moved on by a figure of another definition', () => {
    const other = snapshot('other', '2023-03-01', [figure('2022', '40', { status: 'D' })])
    expect(days([YEAR, other])[0]).toBe('2021-12-31')
    expect(days([other])[0]).toBe('2022-12-31')
  })
})

describe('the published clock', () => {
  const again = (day: string, printed = '45', id = `again-${day}`) =>
    snapshot(id, day, [figure('2021', printed)])

  it('is not set anew by saying the same again', () => {
    expect(days([YEAR, again('2023-05-29'), again('2024-06-03')])[1]).toBe('2022-09-09')
  })

  it('is not set anew by more decimals of the same quantity, but by another value', () => {
    expect(days([YEAR, again('2023-05-29', '45.0')])[1]).toBe('2022-09-09')
    expect(days([YEAR, again('2023-05-29', '45.2')])[1]).toBe('2022-09-09')
    expect(days([YEAR, again('2023-05-29', '45.6')])[1]).toBe('2023-05-29')
  })

  it('is that of the return where a figure was revised and comes back', () => {
    const all = [YEAR, again('2023-05-29', '46'), again('2024-06-03'), again('2024-07-01')]
    expect(days(all)[1]).toBe('2024-06-03')
  })

  it('is not stopped by a rival that never stood', () => {
    const rival = { ...again('2023-05-29', '46', 'rival'), grade: 'press' as const }
    expect(days([YEAR, again('2023-05-29'), rival])[1]).toBe('2022-09-09')
  })

  it('knows on an earlier day only what had been said by then', () => {
    const all = [YEAR, again('2023-05-29', '46')]
    expect(days(all)[1]).toBe('2023-05-29')
    expect(days(all, {}, '2023-05-28')[1]).toBe('2022-09-09')
  })

  it('moves with a qualifier, and with a change to another definition', () => {
    const atMost = snapshot('q', '2023-05-29', [figure('2021', '45', { qualifier: '<=' })])
    expect(days([YEAR, atMost])[1]).toBe('2023-05-29')
    const other = snapshot('d', '2023-05-29', [figure('2021', '45', { status: 'D' })])
    expect(days([YEAR, other])[1]).toBe('2023-05-29')
  })
})

describe('lateness', () => {
  it.each([
    ['2023-06-28', { kind: 'in-time' }],
    ['2023-06-29', { kind: 'in-time' }],
    ['2023-06-30', { kind: 'overdue', days: 1 }],
    ['2024-06-29', { kind: 'overdue', days: 366 }],
    ['', { kind: 'unjudged' }],
    ['2022-09-09', { kind: 'in-time' }],
    ['2022-09-08', { kind: 'implausible' }],
    ['1970-01-01', { kind: 'implausible' }],
  ] as const)('on %j is %j', (day, expected) => {
    expect(judgeFreshness(clocksOf([YEAR]), day)).toEqual(expected)
  })

  it('of a clock that stands before the last repetition is not judged either', () => {
    const again = snapshot('again', '2024-01-01', [figure('2021', '45')])
    expect(judgeFreshness(clocksOf([YEAR, again]), '2023-12-31')).toEqual({ kind: 'implausible' })
  })

  it('is judged on the chosen day, not today', () => {
    expect(judgedOn('latest', '2026-11-24')).toBe('2026-11-24')
    expect(judgedOn('2023-06-29', '2026-11-24')).toBe('2023-06-29')
    expect(judgedOn('2023-06-29', '')).toBe('2023-06-29')
    expect(judgedOn('latest', '')).toBe('')
  })

  it('is never judged on a day still to come', () => {
    expect(judgedOn('2030-01-01', '2026-11-24')).toBe('2026-11-24')
  })

  it('is nothing where the catalog has no update period', () => {
    expect(daysOverdue(viewWith([YEAR]), '2023-07-09')).toBe(10)
    const known = catalog([indicator('pm25')])
    expect(daysOverdue(viewOf([YEAR], { catalog: known }), '2099-01-01')).toBe(0)
    expect(daysOverdue(viewWith([]), '2099-01-01')).toBe(0)
  })
})
