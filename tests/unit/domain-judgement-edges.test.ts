/** What went wrong once in judging targets, each as the case that showed it. Made-up figures. */
import { describe, expect, it } from 'vitest'
import { viewMessage } from '../../src/domain/message.ts'
import { formatDisagreement, formatProjection } from '../../src/text/opinion-text.ts'
import { plain } from '../../src/text/rich.ts'
import { formatSentence } from '../../src/text/sentence.ts'
import { formatWorking } from '../../src/text/working-text.ts'
import { catalog, cut } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { BASE_2020, CUMULATIVE, FLOW, judge, MEAN, RATIO, type Case } from './builders/judged.ts'
import { linesOf, pictureOf } from './builders/picture.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const changeOf20 = {
  period: '2018',
  value: 20,
  basis: 'change',
  baseline: { period: '2017', value: 100 },
} as const

describe('a sentence', () => {
  const sentenceWith = (
    figures: readonly (readonly [string, string])[],
    due: string,
    most: number,
  ) => {
    const view = viewOf(
      [
        snapshot(
          'a',
          '2024-01-01',
          figures.map(([period, printed]) => figure(period, printed)),
          {
            targets: [target(due, most)],
          },
        ),
      ],
      { catalog: catalog([MEAN]) },
    )
    return plain(formatSentence(view, { lang: 'zh' }))
  }

  it('says of its figure only what was judged by that figure', () => {
    expect(
      sentenceWith(
        [
          ['2018', '70'],
          ['2023', '45'],
        ],
        '2018',
        63,
      ),
    ).not.toContain('达到')
    expect(
      sentenceWith(
        [
          ['2022', '60'],
          ['2023-01', '45'],
        ],
        '2023-01',
        50,
      ),
    ).not.toContain('达到')
    expect(sentenceWith([['2018', '70']], '2018', 63)).toContain('未达到2018年目标≤63微克/立方米')
  })
})

describe('a change of a level', () => {
  it('is not decided by a later figure', () => {
    const figures: Case['figures'] = [
      ['2017', '100'],
      ['2020', '125'],
    ]
    expect(judge({ of: CUMULATIVE, figures, target: changeOf20 })).toMatchObject({
      verdict: 'unassessable',
      obstacle: 'not-reported',
    })
  })

  it('is counted from its baseline in working, pace and picture alike', () => {
    const due = { ...changeOf20, type: 'at-least', period: '2026', baseline: BASE_2020 } as const
    const unit = '家'
    const figures = ['2020', '2021', '2022', '2023'].map((period, i) =>
      figure(period, String(101 + i), { unit }),
    )
    const set = target(due.period, due.value, {
      ...due,
      unit,
      baseline: { period: '2020', value: 100 },
    })
    const view = viewOf([snapshot('a', '2024-01-01', figures, { targets: [set] })], {
      catalog: catalog([CUMULATIVE]),
    })
    const [judgement] = view.judgements
    expect(judgement?.goal).toBe(120)
    expect(judgement?.pace?.perYear).toBeGreaterThan(0)
    const lines = judgement ? formatWorking(judgement, view, 'zh') : []
    expect(lines.find(({ label }) => label === '算式')?.text).toBe('104 < 120，目前不在目标之内')
    expect(lines.find(({ label }) => label === '目标')?.text).toContain('任务≥+20家')
    const heights = linesOf(pictureOf(view), 'target').flatMap(({ spots }) =>
      spots.map(({ y }) => y),
    )
    const [end] = linesOf(pictureOf(view), 'target')
      .filter(({ spots }) => spots.length === 2)
      .slice(-1)
    // The way and the target end at one height.
    expect(
      heights.filter((y) => Math.abs(y - (end?.spots[0]?.y ?? 0)) < 0.01).length,
    ).toBeGreaterThan(2)
  })

  it('of a baseline that is not published is not drawn and not judged', () => {
    const unit = '家'
    const set = target('2026', 20, { type: 'reach', basis: 'change', unit })
    const figures = ['2021', '2022', '2023'].map((period) => figure(period, '104', { unit }))
    const view = viewOf([snapshot('a', '2024-01-01', figures, { targets: [set] })], {
      catalog: catalog([CUMULATIVE]),
    })
    expect(view.judgements[0]).toMatchObject({ verdict: 'unassessable', obstacle: 'no-baseline' })
    expect(linesOf(pictureOf(view), 'target')).toEqual([])
  })
})

describe('a deadline', () => {
  const due: Case = {
    of: CUMULATIVE,
    figures: [['2023', '30']],
    target: { period: '2024', value: 40, baseline: BASE_2020 },
  }

  it('is in time on its own day, and over on the next', () => {
    expect(judge({ ...due, published: '2024-12-31' }).verdict).toBe('on-schedule')
    expect(judge({ ...due, published: '2025-01-01' }).obstacle).toBe('not-reported')
  })

  it('is told by what is known, not by the day that is asked for', () => {
    const view = (asOf: string) => judge({ ...due, published: '2024-02-01' }, { asOf }).verdict
    expect(view('2030-01-01')).toBe(view('2024-02-01'))
  })

  it('that is over asks for no pace and foretells nothing', () => {
    const figures: Case['figures'] = [
      ['2013', '10'],
      ['2014', '12'],
      ['2015', '14'],
      ['2016', '16'],
    ]
    const over = judge({
      of: CUMULATIVE,
      figures,
      target: { period: '2018', value: 40 },
      published: '2024-02-01',
    })
    expect(over.obstacle).toBe('not-reported')
    expect(over.pace).toBeUndefined()
    expect(over.projection).toEqual({ kind: 'none' })
  })

  it('is decided by the last of two figures of its own day', () => {
    const both: Case = {
      ...due,
      figures: [
        ['2024', '39'],
        ['2024-12-31', '40'],
      ],
      published: '2025-02-01',
    }
    expect(judge(both)).toMatchObject({
      verdict: 'reached',
      point: { period: { text: '2024-12-31' } },
    })
    expect(judge(both).isLate).toBeUndefined()
  })

  it('that is over leaves the methods nothing to differ in', () => {
    const overdue = judge({ ...due, figures: [['2024', '39']], published: '2025-02-01' })
    expect(overdue.verdict).toBe('overdue')
    expect(formatDisagreement(overdue, 'zh')).toBe('')
  })
})

describe('a trend', () => {
  it('that is at its goal already arrives, instead of never', () => {
    const ahead = judge({
      of: CUMULATIVE,
      figures: [
        ['2020', '0'],
        ['2021', '10'],
        ['2022', '20'],
        ['2023', '21'],
      ],
      target: { period: '2026', value: 22, baseline: BASE_2020 },
      published: '2024-02-01',
    })
    expect(formatProjection(ahead, 'zh')).toContain('照此约在2023年12月到达目标')
  })
})

describe('a break', () => {
  const due: Case = {
    of: MEAN,
    figures: [
      ['2014', '84'],
      ['2018', '60'],
    ],
    target: { period: '2020', value: 50, baseline: { period: '2014', value: 84 } },
    published: '2019-02-01',
  }

  it('between baseline and figure leaves nothing to judge by, and no rate', () => {
    const broken = judge(due, { catalog: catalog([MEAN], { breaks: [cut('pm25', '2016-01-01')] }) })
    expect(broken).toMatchObject({ verdict: 'unassessable', obstacle: 'break' })
    expect(broken.completion).toBeUndefined()
    expect(broken.comparison).toEqual({ kind: 'none' })
    expect(judge(due).verdict).not.toBe('unassessable')
  })

  it('between the setting of a target and the figure that decides it is named', () => {
    const later = judge(
      { of: RATIO, figures: [['2020', '90']], target: { period: '2018', value: 85 } },
      { catalog: catalog([RATIO], { breaks: [cut('pm25', '2019-06-01')] }) },
    )
    expect(later).toMatchObject({ verdict: 'reached', cut: { from: '2019-06-01' } })
  })
})

describe('what documents disagree about', () => {
  it('is said of the verdict, and is a doubt where the other figure gives another', () => {
    const rivals = viewOf(
      [
        snapshot('a', '2019-01-01', [figure('2018', '62')], { targets: [target('2018', 63)] }),
        snapshot('b', '2019-01-01', [figure('2018', '64')], { grade: 'press' }),
      ],
      { catalog: catalog([MEAN]) },
    )
    const [judgement] = rivals.judgements
    expect(judgement).toMatchObject({ verdict: 'reached', isDisputed: true })
    expect(judgement?.doubts).toContainEqual({ kind: 'disputed', verdict: 'missed' })
    expect(viewMessage(rivals).schedule).toHaveLength(1)
  })
})

describe('a bound', () => {
  it('is no number to reckon a share or a rate with', () => {
    const bound = judge({
      of: RATIO,
      figures: [['2018', '95', { qualifier: '>=' }]],
      target: { period: '2018', value: 85, baseline: { period: '2015', value: 60 } },
    })
    expect(bound.verdict).toBe('reached')
    expect([bound.completion, bound.comparison]).toEqual([undefined, { kind: 'none' }])
  })

  it('that is about so much has a last digit like any other', () => {
    const about = judge({
      of: MEAN,
      figures: [['2018', '103', { qualifier: '~' }]],
      target: { period: '2018', value: 103, type: 'at-most' },
    })
    expect(about.doubts).toEqual([{ kind: 'rounding', verdict: 'missed' }])
  })
})

describe('a task of which nothing was reported', () => {
  it('is not said to lack the baseline that it has', () => {
    const view = viewOf(
      [
        snapshot('a', '2019-02-01', [figure('2017', '6.0', { unit: '家' })], {
          targets: [target('2018', 8, { type: 'reach', basis: 'change', unit: '家' })],
        }),
      ],
      { catalog: catalog([FLOW]) },
    )
    const [judgement] = view.judgements
    const lines = judgement ? formatWorking(judgement, view, 'zh').map(({ text }) => text) : []
    expect(lines.join()).toContain('期初从零起')
    expect(lines.join()).not.toMatch(/没有基期|未公布基期/)
  })
})
