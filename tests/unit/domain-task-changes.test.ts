import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { publicationOf } from '../../src/contract/statement.ts'
import { compareTaskLists, isSameList } from '../../src/domain/task-changes.ts'
import { knownTaskLists } from '../../src/domain/task-list.ts'
import { task, taskListOf } from './builders/task.ts'

// All lists are made up.
const EARLY = taskListOf('early', '2023-09-01', [
  task('1', { deadline: '2023-12-31' }),
  task('2', { state: 'assigned' }),
  task('3', { state: 'closed' }),
  task('4'),
  task('5'),
  task('6', { milestones: [{ date: '2024-01-01', text: '开工' }] }),
])
const LATE = taskListOf('late', '2024-01-31', [
  task('1', { deadline: '2024-06-30' }),
  task('2', { state: 'accepted', leadUnit: '虚构单位乙', evidence: '验收意见' }),
  task('3', { state: 'rectifying' }),
  task('5'),
  task('6', { milestones: [{ date: '2024-01-01', text: '开工', done: true }] }),
  task('7'),
])

function changesOf(
  days: readonly [string, string],
  snapshots: readonly Snapshot[] = [EARLY, LATE],
) {
  return compareTaskLists(knownTaskLists(snapshots.map(publicationOf), 'latest'), days)
}

describe('between two lists of a round', () => {
  const [round] = changesOf(['2023-09-01', '2024-01-31'])

  it('new tasks, dropped ones and the number of unchanged ones are told', () => {
    expect(round?.added.map(({ number }) => number)).toEqual(['7'])
    expect(round?.dropped.map(({ number }) => number)).toEqual(['4'])
    expect(round?.unchanged).toBe(1)
  })

  it('every changed field is named, and a step back is called one', () => {
    const changed = round?.changed.map(({ after, fields, isBack }) => [
      after.number,
      fields,
      isBack,
    ])
    expect(changed).toEqual([
      ['1', ['deadline'], false],
      ['2', ['state', 'leadUnit', 'evidence'], false],
      ['3', ['state'], true],
      ['6', ['milestones'], false],
    ])
    expect(round?.changed[0]?.before.deadline).toBe('2023-12-31')
  })

  it('an empty list of milestones is no other than none', () => {
    const before = taskListOf('early', '2023-09-01', [task('1', { milestones: [] }), task('2')])
    const after = taskListOf('late', '2024-01-31', [task('1'), task('2', { milestones: [] })])
    const [same] = changesOf(['2023-09-01', '2024-01-31'], [before, after])
    expect([same?.changed, same?.unchanged]).toEqual([[], 2])
  })

  it('the order of the days does not matter', () => {
    expect(changesOf(['2024-01-31', '2023-09-01'])).toEqual([round])
  })

  it('days in between stand for the list that stood then', () => {
    expect(changesOf(['2023-10-15', '2024-12-31'])).toEqual([round])
  })
})

describe('a round', () => {
  it('whose list is the same on both days has no newer one, and nothing changed', () => {
    const [round] = changesOf(['2023-09-01', '2023-12-31'])
    expect(round && isSameList(round)).toBe(true)
    expect(round).toMatchObject({ added: [], dropped: [], changed: [], unchanged: 6 })
  })

  it('that was first listed in between has nothing to be compared with', () => {
    const other = taskListOf('other', '2024-01-15', [task('1', { round: '乙轮' })])
    const rounds = changesOf(['2023-09-01', '2024-01-31'], [EARLY, LATE, other])
    expect(rounds.map(({ round, before }) => [round, before?.source.id])).toEqual([
      ['', 'early'],
      ['乙轮', undefined],
    ])
  })

  it('that was not listed by the later day is left out', () => {
    expect(changesOf(['2023-01-01', '2023-08-31'])).toEqual([])
  })
})
