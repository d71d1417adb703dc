import { describe, expect, it } from 'vitest'
import { takeApart } from '../../src/contract/statement.ts'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import {
  comparePrecedence,
  standingPublications,
  standingStatements,
  type AsOf,
} from '../../src/domain/standing.ts'
import { mainOf, noticeKinds, viewOf } from './builders/evidence.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

function standing(snapshots: readonly Snapshot[], asOf: AsOf) {
  return standingPublications(
    snapshots.map((each) => takeApart(each).publication),
    asOf,
  )
}

const FIRST = snapshot('a', '2022-09-09', [figure('2021', '45'), figure('2020', '48')])
const MENDED = snapshot('a', '2022-09-09', [figure('2021', '54')], {
  revision: 2,
  revisionReason: '抄录有误',
})

describe('what stands on a day', () => {
  it('is what was published until then, that day included', () => {
    const all = [FIRST, snapshot('b', '2023-05-29')]
    expect([...standing(all, '2022-09-08').keys()]).toEqual([])
    expect([...standing(all, '2022-09-09').keys()]).toEqual(['a'])
    expect([...standing(all, '2023-05-29').keys()]).toEqual(['a', 'b'])
    expect([...standing(all, 'latest').keys()]).toEqual(['a', 'b'])
  })

  it('is the highest revision, on every day and in any order', () => {
    for (const all of [
      [FIRST, MENDED],
      [MENDED, FIRST],
    ]) {
      for (const asOf of ['2022-09-09', '2030-01-01', 'latest']) {
        expect(standing(all, asOf).get('a')?.revision).toBe(2)
      }
    }
  })

  it('takes the tenth revision for higher than the ninth', () => {
    const all = [9, 10, 2].map((revision) => snapshot('a', '2022-09-09', [], { revision }))
    expect(standing(all, 'latest').get('a')?.revision).toBe(10)
  })

  it('stands in for the publication as a whole: figures left out of it are gone', () => {
    const points = mainOf([FIRST, MENDED]).points
    expect(points.map((point) => [point.period.text, point.statement.value])).toEqual([
      ['2021', 54],
    ])
    expect(points[0]?.earlier).toEqual([])
  })

  it('drops a publication whose day was mended to a later one', () => {
    const moved = snapshot('a', '2023-01-01', [], { revision: 2 })
    expect(standing([FIRST, moved], '2022-12-31').size).toBe(0)
    expect(standing([FIRST, moved], '2023-01-01').size).toBe(1)
  })

  it('chooses between two files of one revision alike, whichever came first', () => {
    const other = { ...FIRST, title: '另一份' }
    const chosen = (all: Snapshot[]) => standing(all, 'latest').get('a')?.title
    expect(chosen([FIRST, other])).toBe(chosen([other, FIRST]))
  })

  it('takes only the statements of the standing revision', () => {
    const statements = [FIRST, MENDED].flatMap((each) => takeApart(each).statements)
    const taken = standingStatements(statements, standing([FIRST, MENDED], 'latest'))
    expect(taken.map(({ revision, value }) => [revision, value])).toEqual([[2, 54]])
  })
})

describe('precedence', () => {
  it('is latest first, then official, monitoring, press, then id', () => {
    const order = [
      snapshot('c', '2022-01-01', [], { grade: 'press' }),
      snapshot('b', '2022-01-01', [], { grade: 'official' }),
      snapshot('a', '2022-01-01', [], { grade: 'official' }),
      snapshot('d', '2023-01-01', [], { grade: 'press' }),
      snapshot('e', '2022-01-01', [], { grade: 'monitoring' }),
    ].map((each) => takeApart(each).publication)
    expect(order.sort(comparePrecedence).map(({ id }) => id)).toEqual(['d', 'a', 'b', 'e', 'c'])
  })
})

describe('the figure of a period', () => {
  it('is that of the latest publication; the earlier one stays behind it', () => {
    const all = [
      snapshot('new', '2023-05-29', [figure('2021', '44')]),
      snapshot('old', '2022-09-09', [figure('2021', '45')]),
    ]
    const [point] = mainOf(all).points
    expect(point?.statement.value).toBe(44)
    expect(point?.earlier.map(({ statement }) => statement.value)).toEqual([45])
    expect(point?.rivals).toEqual([])
    expect(noticeKinds(viewOf(all))).toContain('revised')
    expect(mainOf(all, { asOf: '2022-12-31' }).points[0]?.statement.value).toBe(45)
  })

  it('is not revised by saying the same again', () => {
    const all = [
      snapshot('new', '2023-05-29', [figure('2021', '45')]),
      snapshot('old', '2022-09-09', [figure('2021', '45')]),
    ]
    expect(noticeKinds(viewOf(all))).not.toContain('revised')
    expect(mainOf(all).points[0]?.earlier).toHaveLength(1)
  })

  it('may become missing, with its reason, and the earlier one can be seen', () => {
    const all = [
      snapshot('old', '2022-09-09', [figure('2021', '45')]),
      snapshot('new', '2023-05-29', [missing('2021', '数据撤回')]),
    ]
    const [point] = mainOf(all).points
    expect(point?.reading).toEqual({ kind: 'missing', reason: '数据撤回' })
    expect(point?.earlier).toHaveLength(1)
  })

  it('is one for a half-year written in months and in days', () => {
    const all = [
      snapshot('old', '2018-07-09', [figure('2018-01/2018-06', '76')]),
      snapshot('new', '2018-09-11', [figure('2018-01-01/2018-06-30', '77')]),
    ]
    const { points } = mainOf(all)
    expect(points).toHaveLength(1)
    expect(points[0]?.statement.value).toBe(77)
    expect(points[0]?.earlier).toHaveLength(1)
  })

  it('is found although one document says two things of it', () => {
    const both = [figure('2021', '45'), figure('2021', '46')]
    const values = [both, [...both].reverse()].map((observations) => {
      const [point] = mainOf([snapshot('a', '2022-09-09', observations)]).points
      return [point?.statement.value, point?.rivals.length]
    })
    expect(values[0]).toEqual(values[1])
    expect(values[0]?.[1]).toBe(1)
  })
})
