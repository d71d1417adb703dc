import { describe, expect, it } from 'vitest'
import { catalog } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import {
  BASE_2020,
  CUMULATIVE,
  FLOW,
  judge,
  MEAN,
  RATIO,
  STOCK,
  type Case,
} from './builders/judged.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

describe('序时进度 of what is to be reached by a day', () => {
  it.each<readonly [string, Case, string]>([
    [
      'tasks that fall from 46 to 0 exactly on plan are on schedule',
      {
        of: STOCK,
        figures: [['2023-01-01', '23']],
        target: { period: '2025-01-01', value: 0, baseline: { period: '2021-01-01', value: 46 } },
        published: '2023-02-01',
      },
      'on-schedule',
    ],
    [
      '0.5 of 40 at half time is far behind',
      {
        of: CUMULATIVE,
        figures: [['2022-12-31', '0.5']],
        target: { period: '2024-12-31', value: 40, baseline: BASE_2020 },
        published: '2023-02-01',
      },
      'far-behind',
    ],
    [
      'a back-loaded plan is on schedule where it follows its milestones',
      {
        of: CUMULATIVE,
        figures: [['2023', '10']],
        target: {
          period: '2025',
          value: 100,
          baseline: { period: '2020', value: 0 },
          milestones: [
            { period: '2023', value: 10 },
            { period: '2024', value: 25 },
          ],
        },
        published: '2024-02-01',
      },
      'on-schedule',
    ],
    [
      'past the deadline and not there is overdue',
      {
        of: CUMULATIVE,
        figures: [['2025-03-31', '39']],
        target: { period: '2024-12-31', value: 40, baseline: BASE_2020 },
      },
      'overdue',
    ],
    [
      'nothing since the baseline is one point, and cannot be assessed',
      {
        of: CUMULATIVE,
        figures: [['2020-12-31', '0']],
        target: { period: '2024-12-31', value: 40, baseline: BASE_2020 },
        published: '2021-02-01',
      },
      'unassessable',
    ],
    [
      'one point without a published baseline cannot be assessed',
      {
        of: CUMULATIVE,
        figures: [['2022-12-31', '20']],
        target: { period: '2024-12-31', value: 40 },
        published: '2023-02-01',
      },
      'unassessable',
    ],
    [
      '95 % of what was planned is on schedule',
      {
        of: CUMULATIVE,
        figures: [['2022-12-31', '19']],
        target: { period: '2024-12-31', value: 40, baseline: { period: '2020-12-31', value: 0 } },
        published: '2023-02-01',
      },
      'on-schedule',
    ],
    [
      '80 % of what was planned is behind',
      {
        of: CUMULATIVE,
        figures: [['2022-12-31', '16.0']],
        target: { period: '2024-12-31', value: 40, baseline: BASE_2020 },
        published: '2023-02-01',
      },
      'behind',
    ],
    [
      'going the other way is far behind',
      {
        of: CUMULATIVE,
        figures: [['2022-12-31', '8']],
        target: { period: '2024-12-31', value: 40, baseline: { period: '2020-12-31', value: 10 } },
        published: '2023-02-01',
      },
      'far-behind',
    ],
    [
      'there before its time is reached, and needs no baseline',
      {
        of: CUMULATIVE,
        figures: [['2022-12-31', '41']],
        target: { period: '2024-12-31', value: 40 },
        published: '2023-02-01',
      },
      'reached',
    ],
    [
      'a deadline without a figure of its own is decided by the first later one',
      {
        of: RATIO,
        figures: [['2020-12-31', '90.3']],
        target: { period: '2018-12-31', value: 85 },
      },
      'reached',
    ],
    [
      'a bound that leaves both open cannot be assessed',
      {
        of: RATIO,
        figures: [['2020-12-31', '80', { qualifier: '>' }]],
        target: { period: '2018-12-31', value: 85 },
      },
      'unassessable',
    ],
    [
      'a bound beyond the target has reached it',
      {
        of: RATIO,
        figures: [['2018-12-31', '95', { qualifier: '>=' }]],
        target: { period: '2018-12-31', value: 85 },
      },
      'reached',
    ],
    [
      'a figure of another definition decides nothing',
      {
        of: RATIO,
        figures: [['2018-12-31', '95', { status: 'D' }]],
        target: { period: '2018-12-31', value: 85 },
      },
      'unassessable',
    ],
    [
      'a forecast decides nothing',
      {
        of: RATIO,
        figures: [['2018-12-31', '95', { status: 'F' }]],
        target: { period: '2018-12-31', value: 85 },
      },
      'unassessable',
    ],
  ])('%s', (_, given, verdict) => {
    expect(judge(given).verdict).toBe(verdict)
  })

  it('names the later figure that decided', () => {
    const judgement = judge({
      of: RATIO,
      figures: [
        ['2017-12-31', '80'],
        ['2020-12-31', '90.3'],
        ['2023-05-29', '91'],
      ],
      target: { period: '2018-12-31', value: 85 },
    })
    expect(judgement.point?.period.text).toBe('2020-12-31')
    expect(judgement.isLater).toBe(true)
  })

  it('says that a target was reached only after its time', () => {
    const given: Case = {
      of: CUMULATIVE,
      figures: [
        ['2024-12-31', '39'],
        ['2025-06-30', '41'],
      ],
      target: { period: '2024-12-31', value: 40, baseline: BASE_2020 },
    }
    expect(judge(given)).toMatchObject({ verdict: 'reached', isLate: true })
    expect(judge(given, { asOf: '2026-06-30' }).isLate).toBe(true)
  })

  it('shows completion and plan of the day of the figure, not of today', () => {
    const { completion, planned } = judge({
      of: CUMULATIVE,
      figures: [['2022-12-31', '10']],
      target: { period: '2024-12-31', value: 40, baseline: BASE_2020 },
      published: '2023-02-01',
    })
    expect(completion).toBe(0.25)
    // 730 of 1461 days.
    expect(planned).toBeCloseTo(730 / 1461, 12)
  })

  it('counts a change of a level from its baseline', () => {
    const given: Case = {
      of: CUMULATIVE,
      figures: [['2022-12-31', '20']],
      target: {
        period: '2024-12-31',
        value: 20,
        basis: 'change',
        baseline: { period: '2020-12-31', value: 10 },
      },
      published: '2023-02-01',
    }
    expect(judge(given)).toMatchObject({ verdict: 'on-schedule', completion: 0.5 })
    const { baseline: _, ...without } = given.target
    expect(judge({ ...given, target: without }).obstacle).toBe('no-baseline')
  })
})

describe('the task of one period', () => {
  const task = { period: '2024', value: 8, basis: 'change' } as const

  it.each<readonly [string, Case['figures'], string, string]>([
    ['is reached by the figure of its period', [['2024', '8.2']], '2025-02-01', 'reached'],
    ['is overdue where its period brought less', [['2024', '7.9']], '2025-02-01', 'overdue'],
    ['is reached before its end', [['2024-01-01/2024-11-23', '8.1']], '2024-11-23', 'reached'],
    ['is on schedule halfway', [['2024-01/2024-06', '4.0']], '2024-07-10', 'on-schedule'],
    ['is far behind at a quarter of it', [['2024-01/2024-06', '2.0']], '2024-07-10', 'far-behind'],
    ['is not decided by a later period', [['2025', '9.0']], '2026-02-01', 'unassessable'],
    ['is not decided by part of it', [['2024-01/2024-06', '4.0']], '2025-02-01', 'unassessable'],
    [
      'is not decided by its second half',
      [['2024-07/2024-12', '8.5']],
      '2025-02-01',
      'unassessable',
    ],
    ['is not decided by silence', [], '2025-02-01', 'unassessable'],
  ])('%s', (_, figures, published, verdict) => {
    expect(judge({ of: FLOW, figures, target: task, published }).verdict).toBe(verdict)
  })

  it('says that nothing was reported', () => {
    const judgement = judge({ of: FLOW, figures: [], target: task, published: '2025-02-01' })
    expect(judgement.obstacle).toBe('not-reported')
  })
})

describe('what is to hold in a period', () => {
  const atMost = { period: '2025', value: 42.5, decimals: 1, type: 'at-most' } as const

  it.each<readonly [string, Case['figures'], string, string]>([
    ['is not due before it', [['2023', '45.3']], '2024-06-03', 'not-due'],
    ['is not due before it, met or not', [['2023', '41.0']], '2024-06-03', 'not-due'],
    ['is met', [['2025', '42.5']], '2026-02-01', 'reached'],
    ['is missed', [['2025', '42.6']], '2026-02-01', 'missed'],
    ['is not decided by another year', [['2026', '40.0']], '2027-02-01', 'unassessable'],
    ['is not decided by a month', [['2025-12', '40.0']], '2026-02-01', 'unassessable'],
  ])('%s', (_, figures, published, verdict) => {
    expect(judge({ of: MEAN, figures, target: atMost, published }).verdict).toBe(verdict)
  })

  it('a level is decided by the first later figure', () => {
    const given: Case = {
      of: RATIO,
      figures: [['2026-03-31', '84']],
      target: { period: '2025', value: 85, type: 'at-least' },
    }
    expect(judge(given)).toMatchObject({ verdict: 'missed', isLater: true })
  })
})

describe('whose target it is', () => {
  it("is never judged by the city's figures where it is the province's", () => {
    const given: Case = {
      of: MEAN,
      figures: [['2025', '40']],
      target: { period: '2025', value: 42.5, decimals: 1, type: 'at-most', region: '410000' },
    }
    expect(judge(given)).toMatchObject({ verdict: 'unassessable', obstacle: 'not-reported' })
    const ofProvince: Case = { ...given, figures: [['2025', '45', { region: '410000' }]] }
    expect(judge(ofProvince).verdict).toBe('missed')
  })
})

describe('a chosen day', () => {
  it('is judged by what was known then', () => {
    const due = target('2018-12-31', 85, { type: 'reach', unit: '%' })
    const all = [
      snapshot('a', '2018-07-09', [], { targets: [due] }),
      snapshot('b', '2022-12-09', [figure('2020-12-31', '90.3', { unit: '%' })]),
    ]
    const verdictAt = (asOf: string) =>
      viewOf(all, { asOf, catalog: catalog([RATIO]) }).judgements.map(({ verdict, obstacle }) => [
        verdict,
        obstacle,
      ])
    expect(verdictAt('2018-07-08')).toEqual([])
    expect(verdictAt('2018-07-09')).toEqual([['unassessable', 'no-figure']])
    // Nothing came out since: for all that is known, it may still be 2018.
    expect(verdictAt('2019-12-31')).toEqual([['unassessable', 'no-figure']])
    expect(verdictAt('2022-12-09')).toEqual([['reached', undefined]])
  })
})
