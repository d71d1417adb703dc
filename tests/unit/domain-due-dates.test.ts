import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/contract/catalog.ts'
import type { Snapshot, Task } from '../../src/contract/snapshot.ts'
import { hasDueDate, listDueDates } from '../../src/domain/due-dates.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf, viewOf } from './builders/evidence.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const YEARLY = catalog([indicator('pm25', { updatePeriod: 'year' })])
const REPORT = snapshot('report', '2022-09-09', [figure('2021', '45')])

function dues(snapshots: readonly Snapshot[], known: Catalog = YEARLY): readonly string[] {
  return listDueDates(evidenceOf(snapshots, known)).map((due) => {
    if (due.kind === 'figure') return `${due.day} figure ${due.view.indicator.id}`
    if (due.kind === 'task')
      return [due.day, 'task', due.list.round, due.task.number].filter(Boolean).join(' ')
    return `${due.day} target ${due.target.region.code} ${due.target.target.value}`
  })
}

/** Made up: there is no published list of tasks. */
function task(number: string, more: Partial<Task> = {}): Task {
  return {
    number,
    title: `虚构任务${number}`,
    leadUnit: '虚构单位',
    deadline: '2024-06-30',
    state: 'rectifying',
    ...more,
  }
}

function listOf(id: string, published: string, tasks: Task[]): Snapshot {
  return snapshot(id, published, [], { tasks })
}

describe('the dates that fall due', () => {
  it('hold the next figure of every indicator with an update period', () => {
    expect(dues([REPORT])).toEqual(['2023-06-29 figure pm25'])
    expect(dues([REPORT], catalog())).toEqual([])
    expect(dues([])).toEqual([])
  })

  it('hold every target, with whose it is, on the last day of its period', () => {
    const plan = snapshot('plan', '2022-03-03', [], {
      targets: [target('2025', 42, { region: '410000' }), target('2024-06', 40)],
    })
    expect(dues([plan, REPORT])).toEqual([
      '2023-06-29 figure pm25',
      '2024-06-30 target 410800 40',
      '2025-12-31 target 410000 42',
    ])
  })

  it('hold a target that was set anew once, as it stands', () => {
    const plan = snapshot('plan', '2022-03-03', [], { targets: [target('2025', 42)] })
    const later = snapshot('later', '2023-03-03', [], { targets: [target('2025', 40)] })
    expect(dues([later, plan])).toEqual(['2025-12-31 target 410800 40'])
  })

  it('hold the tasks that are open and have a deadline, as the latest list has them', () => {
    const first = listOf('first', '2023-01-01', [task('1'), task('3')])
    const second = listOf('second', '2023-06-01', [
      task('1', { state: 'closed' }),
      task('3', { deadline: '2024-09-30' }),
      { number: '4', title: '虚构任务4', leadUnit: '虚构单位', state: 'assigned' },
      task('5', { state: 'revisited' }),
    ])
    expect(dues([second, first])).toEqual(['2024-09-30 task 3'])
  })

  it('hold no task that its latest list has dropped, or has brought to acceptance', () => {
    const first = listOf('first', '2023-01-01', [task('1'), task('2')])
    const second = listOf('second', '2023-06-01', [task('1', { state: 'accepted' })])
    expect(dues([first])).toEqual(['2024-06-30 task 1', '2024-06-30 task 2'])
    expect(dues([first, second])).toEqual([])
  })

  it('keep the rounds apart, which all number from 1', () => {
    const first = listOf('first', '2019-12-31', [
      task('1', { round: '第一轮', deadline: '2021-01-01' }),
    ])
    const second = listOf('second', '2023-06-01', [
      task('1', { round: '第二轮', state: 'closed' }),
      task('2', { round: '第二轮' }),
    ])
    expect(dues([first, second])).toEqual(['2021-01-01 task 第一轮 1', '2024-06-30 task 第二轮 2'])
  })

  it('hold nothing that is internal: neither the indicator nor what an internal paper says', () => {
    const inside = catalog([indicator('pm25', { updatePeriod: 'year', audience: 'internal' })])
    const plan = snapshot('plan', '2022-03-03', [], { targets: [target('2025', 42)] })
    expect(dues([REPORT, plan], inside)).toEqual([])
    const paper = snapshot('paper', '2023-09-09', [figure('2022', '44')], {
      audience: 'internal',
      targets: [target('2025', 40)],
      tasks: [task('1')],
    })
    expect(dues([REPORT, paper, plan])).toEqual([
      '2023-06-29 figure pm25',
      '2025-12-31 target 410800 42',
    ])
  })
})

describe('an indicator', () => {
  it('has a due date where it has an update period and a figure, or a target', () => {
    const plan = snapshot('plan', '2022-03-03', [], { targets: [target('2025', 42)] })
    expect(hasDueDate(viewOf([REPORT], { catalog: YEARLY }))).toBe(true)
    expect(hasDueDate(viewOf([REPORT]))).toBe(false)
    expect(hasDueDate(viewOf([], { catalog: YEARLY }))).toBe(false)
    expect(hasDueDate(viewOf([plan]))).toBe(true)
  })

  it('has none where it is internal', () => {
    const inside = catalog([indicator('pm25', { updatePeriod: 'year', audience: 'internal' })])
    expect(hasDueDate(viewOf([REPORT], { catalog: inside }))).toBe(false)
  })
})
