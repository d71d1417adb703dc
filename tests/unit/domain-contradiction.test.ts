import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../src/contract/catalog.ts'
import type { Observation, Snapshot } from '../../src/contract/snapshot.ts'
import type { Series } from '../../src/domain/series.ts'
import { catalog, cut, indicator } from './builders/catalog.ts'
import { mainOf, noticeKinds, runsOf, viewOf, type ViewOptions } from './builders/evidence.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

function options(overrides: Partial<Indicator> = {}, breaks: ReturnType<typeof cut>[] = []) {
  const total = indicator('green-factories', {
    accumulation: 'cumulative',
    unit: '家',
    ...overrides,
  })
  return { catalog: catalog([total], { breaks }) } satisfies ViewOptions
}

function count(period: string, printed: string, overrides: Partial<Observation> = {}) {
  return figure(period, printed, { indicator: 'green-factories', unit: '家', ...overrides })
}

/** One publication for each figure, named and dated after its period. */
function published(...figures: Observation[]): Snapshot[] {
  return figures.map((each, i) => snapshot(`doc-${i}`, `20${20 + i}-06-01`, [each]))
}

/** What is told: kind, marked period, the other document and its value. */
function told({ contradictions }: Series) {
  return contradictions.map(({ kind, point, against, other }) => [
    kind,
    point.period.text,
    against.id,
    other?.statement.value,
  ])
}

describe('a cumulative figure that falls', () => {
  it('contradicts the earlier document, and is marked on the later one', () => {
    const found = mainOf(published(count('2022-09-09', '17'), count('2023-05-29', '9')), options())
    expect(told(found)).toEqual([['fall', '2023-05-29', 'doc-0', 17]])
    expect(runsOf(found)).toEqual([['end', [17]]])
  })

  it('by no more than the coarser rounding is the same stock', () => {
    const all = published(count('2022-09-09', '37.9'), count('2023-05-29', '37.85'))
    const found = mainOf(all, options())
    expect(told(found)).toEqual([])
    expect(runsOf(found)).toEqual([['end', [37.9, 37.85]]])
    expect(noticeKinds(viewOf(all, options()))).toContain('rounding')
  })

  it.each([
    ['cumulative', '37.9', '37.85', true],
    ['stock', '37.9', '37.85', true],
    ['stock', '37.85', '37.9', false],
    ['ratio', '35.4', '35', false],
    ['ratio', '35', '35.4', false],
    ['mean', '35.4', '35', false],
  ] as const)(
    'of a %s from %s to %s is told to be rounding: %s',
    (accumulation, before, after, isTold) => {
      const setup = options({ accumulation })
      const all = published(count('2021', before), count('2022', after))
      expect(noticeKinds(viewOf(all, setup)).includes('rounding')).toBe(isTold)
    },
  )

  it('by more than that contradicts, however little', () => {
    const all = published(count('2022-09-09', '37.9'), count('2023-05-29', '37.84'))
    expect(told(mainOf(all, options()))).toHaveLength(1)
    const same = published(count('2022-09-09', '37.9'), count('2023-05-29', '37.8'))
    expect(told(mainOf(same, options()))).toHaveLength(1)
  })

  it('is measured by the rounding of the printed unit', () => {
    const setup = options({ unit: '户' })
    const households = (printed: string) =>
      published(
        count('2022-09-09', '3.2', { unit: '万户' }),
        count('2023-05-29', printed, { unit: '户' }),
      )
    expect(told(mainOf(households('31850'), setup))).toEqual([])
    expect(told(mainOf(households('31400'), setup))).toHaveLength(1)
  })

  it('stays contradicted while it stays below what was claimed', () => {
    const all = published(count('2020', '17'), count('2021', '9'), count('2022', '12'))
    const found = mainOf(all, options())
    expect(told(found).map(([, period]) => period)).toEqual(['2021', '2022'])
    expect(runsOf(found)).toEqual([['end', [17]]])
  })

  it('joins again once it is above', () => {
    const all = published(count('2020', '17'), count('2021', '9'), count('2022', '18'))
    const found = mainOf(all, options())
    expect(told(found)).toEqual([['fall', '2021', 'doc-0', 17]])
    expect(runsOf(found)).toEqual([['end', [17, 18]]])
  })

  it('is marked on the document published later, although it speaks of an earlier time', () => {
    const all = [
      snapshot('old', '2022-01-01', [count('2021', '9')]),
      snapshot('new', '2023-01-01', [count('2019', '17')]),
    ]
    const found = mainOf(all, options())
    expect(told(found)).toEqual([['fall', '2019', 'old', 9]])
    expect(runsOf(found)).toEqual([['end', [9]]])
  })

  it('stays contradicted when a later document claims a higher peak before it', () => {
    const all = [
      snapshot('a', '2021-01-01', [count('2019', '9'), count('2020', '10')]),
      snapshot('b', '2023-01-01', [count('2022', '8')]),
      snapshot('c', '2023-06-01', [count('2021', '17')]),
    ]
    expect(told(mainOf(all, { ...options(), asOf: '2023-01-01' }))).toEqual([
      ['fall', '2022', 'a', 10],
    ])
    const found = mainOf(all, options())
    expect(told(found)).toEqual([
      ['fall', '2022', 'a', 10],
      ['fall', '2021', 'b', 8],
    ])
    expect(runsOf(found)).toEqual([['end', [9, 10]]])
  })

  it('is seen behind a higher bound that shows no fall itself', () => {
    const all = published(
      count('2019', '17', { qualifier: '<' }),
      count('2020', '10'),
      count('2021', '8'),
    )
    expect(told(mainOf(all, options()))).toEqual([['fall', '2021', 'doc-1', 10]])
  })

  it('is never taken back by what is published later', () => {
    const days = ['2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01']
    const values = ['9', '12', '7', '10']
    for (let order = 0; order < 24; order += 1) {
      const left = [...days]
      let rest = order
      const all = values.map((value, i) => {
        const [day] = left.splice(rest % left.length, 1)
        rest = Math.floor(rest / (left.length + 1))
        return snapshot(`doc-${i}`, day ?? '', [count(`${2010 + i}`, value)])
      })
      const tellings = days.map((asOf) => told(mainOf(all, { ...options(), asOf })))
      tellings.slice(1).forEach((later, i) => {
        expect(later).toEqual(expect.arrayContaining(tellings[i] ?? []))
      })
    }
  })

  it('is marked on the later period where both documents are of one day', () => {
    const all = [
      snapshot('a', '2023-01-01', [count('2021', '9')]),
      snapshot('b', '2023-01-01', [count('2020', '17')]),
    ]
    for (const order of [all, [...all].reverse()]) {
      expect(told(mainOf(order, options()))).toEqual([['fall', '2021', 'b', 17]])
    }
  })

  it('is no contradiction where another definition, a missing value or a forecast lies lower', () => {
    const all = published(
      count('2020', '17'),
      count('2021', '9', { status: 'D' }),
      missing('2022', '未公布', { indicator: 'green-factories', unit: '家' }),
      count('2023', '10', { status: 'F' }),
    )
    expect(told(mainOf(all, options()))).toEqual([])
  })

  it('is no contradiction across a break', () => {
    const all = published(count('2020', '17'), count('2021', '9'))
    const setup = options({}, [cut('green-factories', '2021-01-01')])
    expect(told(mainOf(all, setup))).toEqual([])
    const marked = published(count('2020', '17'), count('2021', '9', { status: 'B' }))
    expect(told(mainOf(marked, options()))).toEqual([])
  })

  it('is no contradiction between kinds of period that do not compare', () => {
    const all = published(count('2020', '17'), count('2021-01/2021-06', '9'))
    expect(told(mainOf(all, options()))).toEqual([])
  })

  it.each([
    [{}, { qualifier: '>=' }, 0],
    [{}, { qualifier: '>' }, 0],
    [{ qualifier: '<=' }, {}, 0],
    [{ qualifier: '~' }, {}, 0],
    [{}, { qualifier: '~' }, 0],
    [{ qualifier: '>' }, {}, 1],
    [{}, { qualifier: '<' }, 1],
  ] as const)('from 17 %j to 9 %j counts %d times', (before, after, times) => {
    const all = published(count('2020', '17', before), count('2021', '9', after))
    expect(told(mainOf(all, options()))).toHaveLength(times)
  })

  it.each(['stock', 'flow', 'ratio', 'mean', 'rank'] as const)(
    'is news, not a contradiction, for a %s',
    (accumulation) => {
      const all = published(count('2020', '17'), count('2021', '9'))
      expect(told(mainOf(all, options({ accumulation })))).toEqual([])
    },
  )

  it('is not yet known before the later publication', () => {
    const all = published(count('2022-09-09', '17'), count('2023-05-29', '9'))
    expect(told(mainOf(all, { ...options(), asOf: '2020-12-31' }))).toEqual([])
  })
})

describe('a row that names what it contradicts', () => {
  it('is marked, with what the other said nearest in time', () => {
    const all = [
      snapshot('old', '2020-06-01', [count('2018', '4'), count('2019', '14'), count('2030', '99')]),
      snapshot('new', '2021-06-01', [count('2021', '20', { contradicts: 'old' })]),
    ]
    const found = mainOf(all, options({ accumulation: 'stock' }))
    expect(told(found)).toEqual([['named', '2021', 'old', 14]])
    expect(runsOf(found)).toEqual([['end', [4, 14, 99]]])
  })

  it('is told once where the figure falls against the same document too', () => {
    const all = published(
      count('2022-09-09', '17'),
      count('2023-05-29', '9', { contradicts: 'doc-0' }),
    )
    expect(told(mainOf(all, options()))).toEqual([['named', '2023-05-29', 'doc-0', 17]])
  })

  it('does not hide a fall against a third document', () => {
    const all = [
      snapshot('elsewhere', '2020-06-01', []),
      ...published(count('2022', '17'), count('2023', '9', { contradicts: 'elsewhere' })),
    ]
    const found = mainOf(all, options())
    expect(told(found)).toEqual([
      ['named', '2023', 'elsewhere', undefined],
      ['fall', '2023', 'doc-0', 17],
    ])
    expect(runsOf(found)).toEqual([['end', [17]]])
  })

  it('stays joined where the other document gave no figure of this series', () => {
    const all = [
      snapshot('elsewhere', '2020-06-01', []),
      ...published(count('2022', '9'), count('2023', '10', { contradicts: 'elsewhere' })),
    ]
    const found = mainOf(all, options())
    expect(told(found)).toHaveLength(1)
    expect(runsOf(found)).toEqual([['end', [9, 10]]])
  })

  it('finds the other figure although it was superseded', () => {
    const all = [
      snapshot('old', '2020-06-01', [count('2019', '17')]),
      snapshot('new', '2021-06-01', [count('2019', '9', { contradicts: 'old' })]),
    ]
    expect(told(mainOf(all, options()))).toEqual([['named', '2019', 'old', 17]])
  })

  it('is silent about a document that is unknown, or that is itself', () => {
    const all = published(
      count('2020', '9', { contradicts: 'nobody' }),
      count('2021', '10', { contradicts: 'doc-1' }),
    )
    expect(told(mainOf(all, options()))).toEqual([])
  })
})

describe('parts that exceed their whole', () => {
  const kin = catalog([
    indicator('tasks', { accumulation: 'stock', unit: '项' }),
    indicator('tasks-done', { accumulation: 'cumulative', unit: '项' }),
    indicator('tasks-open', { accumulation: 'stock', unit: '项' }),
    indicator('tasks-rate', { accumulation: 'ratio', unit: '%' }),
  ])
  const row = (id: string, printed: string, overrides: Partial<Observation> = {}) =>
    figure('2023-05-29', printed, { indicator: id, unit: '项', ...overrides })
  const found = (snapshots: Snapshot[], id: string) =>
    mainOf(snapshots, { catalog: kin, indicator: id }).contradictions.map(
      ({ kind, point, against, sum }) => [kind, point.source.id, against.id, sum?.value],
    )

  it('contradict it, marked on the whole where one document says both', () => {
    const all = [
      snapshot('a', '2023-05-29', [
        row('tasks', '46'),
        row('tasks-done', '40'),
        row('tasks-open', '12'),
      ]),
    ]
    expect(found(all, 'tasks')).toEqual([['excess', 'a', 'a', 52]])
    expect(found(all, 'tasks-done')).toEqual([])
    const view = viewOf(all, { catalog: kin, indicator: 'tasks' })
    expect(view.parts).toBeUndefined()
    expect(noticeKinds(view)).toContain('contradiction')
  })

  it('are marked on the part whose publication is later, on its page and on that of the whole', () => {
    const all = [
      snapshot('a', '2023-05-29', [row('tasks', '46'), row('tasks-open', '12')]),
      snapshot('b', '2023-06-30', [row('tasks-done', '40')]),
    ]
    expect(found(all, 'tasks')).toEqual([['excess', 'b', 'a', 52]])
    expect(found(all, 'tasks-done')).toEqual([['excess', 'b', 'a', 52]])
    expect(found(all, 'tasks-open')).toEqual([])
    expect(mainOf(all, { catalog: kin, indicator: 'tasks-done' }).runs).toEqual([])
    expect(found(all.slice(0, 1), 'tasks')).toEqual([])
  })

  it('are fine where they come to the whole or less', () => {
    const all = [
      snapshot('a', '2023-05-29', [
        row('tasks', '46'),
        row('tasks-done', '34'),
        row('tasks-open', '12'),
      ]),
    ]
    expect(found(all, 'tasks')).toEqual([])
    const view = viewOf(all, { catalog: kin, indicator: 'tasks' })
    expect(view.form).toBe('parts')
    expect(view.parts?.parts.map(({ value }) => value)).toEqual([34, 12])
  })

  it('prove nothing where a qualifier, another definition or another period leaves it open', () => {
    const whole = row('tasks', '46')
    for (const part of [
      row('tasks-done', '50', { qualifier: '<=' }),
      row('tasks-done', '50', { qualifier: '~' }),
      row('tasks-done', '50', { status: 'D' }),
      row('tasks-done', '50', { period: '2023-06-30' }),
      row('tasks-done', '50', { breakdown: '第一轮' }),
      row('tasks-done', '50', { region: '410000' }),
      row('tasks-rate', '91', { unit: '%' }),
    ]) {
      expect(found([snapshot('a', '2023-05-29', [whole, part])], 'tasks')).toEqual([])
    }
    const over = [row('tasks', '46', { qualifier: '>=' }), row('tasks-done', '50')]
    expect(found([snapshot('a', '2023-05-29', over)], 'tasks')).toEqual([])
  })
})
