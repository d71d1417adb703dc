import { describe, expect, it } from 'vitest'
import type { Task } from '../../src/contract/snapshot.ts'
import { judgeTask } from '../../src/domain/task-verdict.ts'
import { task } from './builders/task.ts'

const DAY = '2024-03-01'

interface Case {
  readonly name: string
  readonly of: Partial<Task>
  readonly gives: readonly [colour: string | null, reasons: readonly string[], left: number | null]
}

// A made-up task, judged on 2024-03-01; days counted by hand (2024 is a leap year).
const CASES: readonly Case[] = [
  {
    name: 'red the day after its deadline',
    of: { deadline: '2024-02-29' },
    gives: ['red', ['overdue'], -1],
  },
  {
    name: 'red for as long as it is not finished',
    of: { deadline: '2023-03-01' },
    gives: ['red', ['overdue'], -366],
  },
  {
    name: 'red even where nothing has begun and a milestone is missed: once is enough',
    of: {
      deadline: '2024-02-01',
      state: 'assigned',
      milestones: [{ date: '2024-01-01', text: '方案', done: false }],
    },
    gives: ['red', ['overdue'], -29],
  },
  {
    name: 'yellow on the day of its deadline, which is still in time',
    of: { deadline: '2024-03-01' },
    gives: ['yellow', ['due-soon'], 0],
  },
  {
    name: 'yellow when due within 30 days',
    of: { deadline: '2024-03-31' },
    gives: ['yellow', ['due-soon'], 30],
  },
  {
    name: 'blue when due in 31 days',
    of: { deadline: '2024-04-01' },
    gives: ['blue', ['in-time'], 31],
  },
  {
    name: 'yellow when the list calls a milestone that has passed not done',
    of: {
      deadline: '2024-12-31',
      milestones: [
        { date: '2024-01-31', text: '方案', done: true },
        { date: '2024-02-29', text: '开工', done: false },
      ],
    },
    gives: ['yellow', ['milestone-missed'], 305],
  },
  {
    name: 'blue on the day of a milestone, which is still in time',
    of: { deadline: '2024-12-31', milestones: [{ date: DAY, text: '开工', done: false }] },
    gives: ['blue', ['in-time'], 305],
  },
  {
    name: 'blue when the list does not say whether a milestone that has passed is done',
    of: { deadline: '2024-12-31', milestones: [{ date: '2024-02-29', text: '开工' }] },
    gives: ['blue', ['in-time'], 305],
  },
  {
    name: 'yellow when a milestone has passed before anything has begun',
    of: {
      deadline: '2024-12-31',
      state: 'assigned',
      milestones: [{ date: '2024-02-29', text: '开工' }],
    },
    gives: ['yellow', ['milestone-missed'], 305],
  },
  {
    name: 'yellow for both reasons at once',
    of: {
      deadline: '2024-03-15',
      milestones: [{ date: '2024-02-29', text: '开工', done: false }],
    },
    gives: ['yellow', ['due-soon', 'milestone-missed'], 14],
  },
  {
    name: 'without colour and says so where there is no deadline, whatever its milestones',
    of: { milestones: [{ date: '2024-01-31', text: '方案', done: false }] },
    gives: [null, ['no-deadline'], null],
  },
  {
    name: 'without colour once it has come to acceptance: the deadline is one for the work',
    of: { deadline: '2024-02-01', state: 'accepted' },
    gives: [null, ['finished'], -29],
  },
  {
    name: 'without colour once it is closed',
    of: { deadline: '2024-02-01', state: 'closed' },
    gives: [null, ['finished'], -29],
  },
  {
    name: 'without colour under review, which looks at what was closed',
    of: { deadline: '2024-02-01', state: 'revisited' },
    gives: [null, ['finished'], -29],
  },
  {
    name: 'called finished, not without a deadline, where both hold',
    of: { state: 'closed' },
    gives: [null, ['finished'], null],
  },
]

describe('a task is', () => {
  it.each(CASES)('$name', ({ of, gives: [colour, reasons, daysLeft] }) => {
    expect(judgeTask(task('1', of), DAY)).toEqual({ colour, reasons, daysLeft })
  })
})
