import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { publicationOf } from '../../src/contract/statement.ts'
import {
  countShades,
  countStates,
  dueSinceListed,
  filterTasks,
  oldestOverdue,
  taskChoices,
  viewTaskBoard,
  type TaskFilter,
} from '../../src/domain/task-board.ts'
import type { AsOf } from '../../src/domain/standing.ts'
import { knownTaskLists, standingTaskLists, taskListDays } from '../../src/domain/task-list.ts'
import { figure, snapshot } from './builders/snapshot.ts'
import { task, taskListOf } from './builders/task.ts'

// All lists are made up.
const FIRST = taskListOf('first', '2023-09-01', [
  task('1', { round: '甲轮', deadline: '2023-06-30' }),
  task('1', { round: '乙轮', state: 'closed' }),
  task('2', { round: '甲轮', deadline: '2023-09-30', leadUnit: '虚构单位乙' }),
])
const SECOND = taskListOf('second', '2024-01-31', [
  task('1', { round: '甲轮', deadline: '2023-06-30', state: 'accepted' }),
  task('2', { round: '甲轮', deadline: '2023-09-30', leadUnit: '虚构单位乙' }),
  task('3', { round: '甲轮', deadline: '2024-06-30' }),
])
const REPORT = snapshot('report', '2024-05-01', [figure('2024', '40')])

function namesOf(snapshots: readonly Snapshot[], asOf: AsOf = 'latest') {
  const lists = standingTaskLists(knownTaskLists(snapshots.map(publicationOf), asOf))
  return lists.map(({ round, source, tasks }) => `${round} ${source.id} ${tasks.length}`)
}

function boardOf(snapshots: readonly Snapshot[], asOf: AsOf = 'latest') {
  const board = viewTaskBoard(snapshots.map(publicationOf), asOf)
  if (!board) throw new Error('no list is known')
  return board
}

const ALL: TaskFilter = { round: null, leadUnit: null, state: null, shade: null }

function numbersOf(filter: Partial<TaskFilter>, snapshots = [FIRST, SECOND]) {
  const rows = filterTasks(boardOf(snapshots).rows, { ...ALL, ...filter })
  return rows.map(({ list, task: { number } }) => `${list.round} ${number}`)
}

describe('the list of a round that stands', () => {
  it('is the latest that was published for it, whatever came after without one', () => {
    expect(namesOf([FIRST, SECOND, REPORT])).toEqual(['甲轮 second 3', '乙轮 first 1'])
    expect(namesOf([REPORT, SECOND, FIRST])).toEqual(['甲轮 second 3', '乙轮 first 1'])
  })

  it('obeys the day of knowledge', () => {
    expect(namesOf([FIRST, SECOND], '2024-01-30')).toEqual(['甲轮 first 2', '乙轮 first 1'])
    expect(namesOf([FIRST, SECOND], '2023-08-31')).toEqual([])
  })

  it('is the same on every machine where two are of one day: the official one', () => {
    const press = taskListOf('a-press', '2023-09-01', [task('9', { round: '甲轮' })], {
      grade: 'press',
    })
    expect(namesOf([press, FIRST])[0]).toBe('甲轮 first 2')
    expect(namesOf([FIRST, press])[0]).toBe('甲轮 first 2')
  })

  it('is mended by a revision as if it had always been so', () => {
    const mended = taskListOf('second', '2024-01-31', [task('1', { round: '甲轮' })], {
      revision: 2,
      revisionReason: '转录更正',
    })
    expect(namesOf([FIRST, SECOND, mended])).toEqual(['甲轮 second 1', '乙轮 first 1'])
  })

  it('without a round is a list of its own', () => {
    const unnamed = taskListOf('unnamed', '2024-02-01', [task('1')])
    expect(namesOf([FIRST, unnamed])).toEqual([' unnamed 1', '甲轮 first 2', '乙轮 first 1'])
  })

  it('leaves earlier lists to be seen, latest day first', () => {
    expect(taskListDays(boardOf([FIRST, SECOND]).lists)).toEqual(['2024-01-31', '2023-09-01'])
  })

  it('is no board where nothing was listed', () => {
    expect(viewTaskBoard([publicationOf(REPORT)], 'latest')).toBeNull()
  })
})

describe('the board', () => {
  it('judges each task on the day of its own list, not of the reader', () => {
    const { rows } = boardOf([FIRST, SECOND])
    expect(rows.map(({ verdict }) => [verdict.colour, verdict.daysLeft])).toEqual([
      [null, -215],
      ['red', -123],
      ['blue', 151],
      [null, null],
    ])
    expect(
      boardOf([FIRST, SECOND], '2023-12-31').rows.map(({ verdict }) => verdict.colour),
    ).toEqual(['red', 'yellow', null])
  })

  it('counts shades and states', () => {
    const { rows } = boardOf([FIRST, SECOND])
    expect(countShades(rows)).toEqual({ red: 1, yellow: 0, blue: 1, none: 2 })
    expect([...countStates(rows)]).toEqual([
      ['rectifying', 2],
      ['accepted', 1],
      ['closed', 1],
    ])
  })

  it('offers what occurs, states in their order', () => {
    expect(taskChoices(boardOf([FIRST, SECOND]).rows)).toEqual({
      rounds: ['甲轮', '乙轮'],
      leadUnits: ['虚构单位甲', '虚构单位乙'],
      states: ['rectifying', 'accepted', 'closed'],
    })
  })

  it.each([
    [{}, ['甲轮 1', '甲轮 2', '甲轮 3', '乙轮 1']],
    [{ round: '乙轮' }, ['乙轮 1']],
    [{ leadUnit: '虚构单位乙' }, ['甲轮 2']],
    [{ state: 'accepted' }, ['甲轮 1']],
    [{ shade: 'red' }, ['甲轮 2']],
    [{ shade: 'none' }, ['甲轮 1', '乙轮 1']],
    [{ shade: 'none', round: '甲轮' }, ['甲轮 1']],
    [{ shade: 'red', round: '乙轮' }, []],
  ] as const)('lists by %j', (filter, numbers) => {
    expect(numbersOf(filter)).toEqual(numbers)
  })

  it('filters by the round without a name too', () => {
    const unnamed = taskListOf('unnamed', '2024-02-01', [task('7')])
    expect(numbersOf({ round: '' }, [FIRST, unnamed])).toEqual([' 7'])
  })
})

describe('the oldest overdue task', () => {
  it('is the one with the most days, the first among equals', () => {
    const list = taskListOf('list', '2024-03-01', [
      task('1', { deadline: '2024-02-01' }),
      task('2', { deadline: '2023-12-31' }),
      task('3', { deadline: '2023-12-31' }),
      task('4', { deadline: '2020-12-31', state: 'closed' }),
    ])
    const oldest = oldestOverdue(boardOf([list]).rows)
    expect(oldest?.task.number).toBe('2')
    expect(oldest?.verdict.daysLeft).toBe(-61)
  })

  it('is none where all are in time', () => {
    const list = taskListOf('list', '2024-03-01', [task('1', { deadline: '2024-03-01' })])
    expect(oldestOverdue(boardOf([list]).rows)).toBeNull()
  })
})

describe('what has fallen due since a list', () => {
  const list = taskListOf('list', '2024-03-01', [
    task('before', { deadline: '2024-02-29' }),
    task('same day', { deadline: '2024-03-01' }),
    task('after', { deadline: '2024-04-30' }),
    task('finished', { deadline: '2024-04-30', state: 'accepted' }),
    task('none'),
  ])

  it.each([
    ['2024-03-01', 0],
    ['2024-03-02', 1],
    ['2024-04-30', 1],
    ['2024-05-01', 2],
  ])('by %s is counted: %i open tasks, whose days are over', (day, count) => {
    expect(dueSinceListed(boardOf([list]).rows, day)).toBe(count)
  })
})
