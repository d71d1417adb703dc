import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { computed, nextTick, shallowRef } from 'vue'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { publicationOf } from '../../src/contract/statement.ts'
import TaskBoard from '../../src/desk/TaskBoard.vue'
import { momentKey } from '../../src/panels/moment.ts'
import { viewTaskBoard } from '../../src/domain/task-board.ts'
import type { AsOf } from '../../src/domain/standing.ts'
import type { Lang } from '../../src/text/lang.ts'
import { task, taskListOf } from '../unit/builders/task.ts'
import { mountPage, readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.restoreAllMocks()
})

// All lists are made up: the bureau has published none.
const EARLY = taskListOf('made-up-1', '2023-09-01', [
  task('1', { round: '甲轮', title: '污水管网', deadline: '2023-12-31', state: 'assigned' }),
  task('2', { round: '甲轮', title: '矿山修复', deadline: '2024-12-31' }),
  task('9', { round: '甲轮', title: '砖瓦窑' }),
  task('1', { round: '乙轮', title: '燃煤锅炉', deadline: '2020-12-31', state: 'revisited' }),
])
const LATE = taskListOf('made-up-2', '2024-03-01', [
  task('1', { round: '甲轮', title: '污水管网', deadline: '2023-12-31' }),
  task('2', {
    round: '甲轮',
    title: '矿山修复',
    leadUnit: '虚构单位乙',
    deadline: '2024-12-31',
    milestones: [
      { date: '2023-12-31', text: '勘查', done: true },
      { date: '2024-01-31', text: '开工', done: false },
      { date: '2024-02-29', text: '覆绿' },
    ],
    evidence: '照片(一)',
  }),
  task('3', { round: '甲轮', title: '油烟治理', deadline: '2024-03-20' }),
  task('4', { round: '甲轮', title: '渣土车', deadline: '2025-06-30' }),
  task('5', { round: '甲轮', title: '医废处置' }),
])

interface View {
  readonly lists?: readonly Snapshot[]
  readonly asOf?: AsOf
  readonly lang?: Lang
}

function open({ lists = [EARLY, LATE], asOf = 'latest', lang = 'zh' }: View = {}) {
  const board = viewTaskBoard(lists.map(publicationOf), asOf)
  return mountPage(TaskBoard, { board, asOf, rounds: [] }, { lang, asOf })
}

type Board = ReturnType<typeof open>

function tight(of: { text: () => string }): string {
  return of.text().replace(/[\s\u200b]+/g, '')
}

function listed(board: Board): readonly string[] {
  return board.findAll('[data-task]').map((row) => tight(row.get('.task-title > span')))
}

function choiceOf(board: Board, name: string) {
  const label = board.findAll('.task-filters label').find((each) => each.text().startsWith(name))
  if (!label) throw new Error(`no choice of ${name}`)
  return label.get('select')
}

async function choose(board: Board, name: string, option: string): Promise<void> {
  const select = choiceOf(board, name)
  const found = select.findAll('option').find((each) => each.text() === option)
  await select.setValue(found?.attributes('value'))
}

describe('the task board', () => {
  it('leads with the oldest overdue task and its days, and says which day they are counted on', () => {
    const board = open()
    expect(tight(board.get('.task-sentence'))).toBe('1项任务逾期，已逾期61天')
    expect(tight(board.get('.task-oldest'))).toBe('1污水管网虚构单位甲完成时限2023-12-31甲轮')
    expect(tight(board.get('.task-judged'))).toContain(
      '红黄蓝按清单公布之日（2024年3月1日、2023年9月1日）判断。',
    )
  })

  it('lists each task with number, unit, deadline, state, and its colour as word, shape and reason', () => {
    const rows = open().findAll('[data-task]')
    const cells = rows.map((row) => [
      tight(row.get('.task-number')),
      tight(row.get('.task-unit')),
      tight(row.get('.task-deadline')),
      tight(row.get('.task-state')),
      tight(row.get('.task-colour')),
    ])
    expect(cells).toEqual([
      ['1', '虚构单位甲', '2023-12-31逾期61天', '整改中', '红逾期'],
      ['2', '虚构单位乙', '2024-12-31还有305天', '整改中', '黄节点未完成'],
      ['3', '虚构单位甲', '2024-03-20还有19天', '整改中', '黄临期'],
      ['4', '虚构单位甲', '2025-06-30还有486天', '整改中', '蓝时限内'],
      ['5', '虚构单位甲', '未列时限', '整改中', '不评未列时限'],
      ['1', '虚构单位甲', '2020-12-31', '回头看', '不评整改已完成'],
    ])
    const shapes = rows.map((row) => row.get('.task-shade path').attributes('d'))
    expect(new Set(shapes).size).toBe(4)
  })

  it('draws the state as a path of five steps', () => {
    const steps = open().findAll('.task-steps')
    const dots = steps.map((path) =>
      ['.task-steps-done', '.task-steps-rest'].map(
        (part) => path.get(part).attributes('d')?.match(/M/g)?.length ?? 0,
      ),
    )
    expect(dots[0]).toEqual([2, 3])
    expect(dots[5]).toEqual([5, 0])
  })

  it('names round, document and day of each list, and links every task to its document', () => {
    const board = open()
    expect(board.findAll('.group').map(tight)).toEqual([
      '甲轮虚构的清单made-up-22024-03-01',
      '乙轮虚构的清单made-up-12023-09-01',
    ])
    const links = board.findAll('[data-task] details a').map((link) => link.attributes('href'))
    expect(links).toEqual([...Array<string>(5).fill('#/sources/made-up-2'), '#/sources/made-up-1'])
  })

  it('holds milestones and evidence ready, and says where the list is silent about one that passed', () => {
    const details = open().get('[data-task="2"] details')
    expect(details.attributes('open')).toBeUndefined()
    expect(details.findAll('li').map(tight)).toEqual([
      '2023-12-31勘查已完成',
      '2024-01-31开工未完成',
      '2024-02-29覆绿清单未写是否完成',
    ])
    expect(tight(details)).toContain('佐证照片（一）')
  })

  it('lists the share done and never colours it', () => {
    expect(tight(open().get('.task-note'))).toBe(
      '6项中1项整改已完成（回头看1），5项未完成（整改中5）。完成的比例只列出，不评红黄蓝。',
    )
  })

  it('says so where nothing is overdue', () => {
    const board = open({ lists: [EARLY], asOf: '2023-12-01' })
    expect(tight(board.get('.task-sentence'))).toBe('没有任务逾期')
    expect(board.find('.task-oldest').exists()).toBe(false)
  })

  it('reads in English', () => {
    const board = open({ lang: 'en' })
    expect(readText(board.get('.task-sentence'))).toBe('1 task overdue by 61 days')
    expect(readText(board.get('.section-aside'))).toBe('6 of 6 listed')
    expect(readText(board.get('[data-task="2"] .task-colour'))).toContain('Yellow')
    expect(readText(board.get('[data-task="2"] .task-colour'))).toContain('milestone missed')
    expect(readText(board.get('.task-round'))).toContain(
      '3 new, 2 changed, 1 no longer listed, 0 unchanged.',
    )
  })
})

describe('what has fallen due since the list', () => {
  it('is counted as of the day that is looked at, without changing a colour', () => {
    const board = open({ asOf: '2024-06-30' })
    expect(tight(board.get('.task-judged'))).toContain(
      '此后至2024年6月30日又有1项到期，是否完成清单里还没有。',
    )
    expect(tight(board.get('[data-task="3"] .task-colour'))).toBe('黄临期')
  })

  it('is counted to today once the page knows it, and not before', async () => {
    const today = shallowRef('')
    const view = viewTaskBoard([LATE].map(publicationOf), 'latest')
    const board = mountPage(
      TaskBoard,
      { board: view, asOf: 'latest', rounds: [] },
      { provide: { [momentKey]: computed(() => ({ today: today.value, seq: 1, takenIn: null })) } },
    )
    expect(tight(board.get('.task-judged'))).toContain('此后到期的任务是否完成，清单里还没有。')
    today.value = '2025-01-01'
    await nextTick()
    expect(tight(board.get('.task-judged'))).toContain('此后至2025年1月1日又有2项到期')
  })
})

describe('the filters', () => {
  it('narrow by colour, round, lead unit and state, and say how many of how many are listed', async () => {
    const board = open()
    const buttons = board.findAll('.task-filters button')
    expect(buttons.map(tight)).toEqual(['全部6', '红1', '黄2', '蓝1', '不评2'])
    await buttons[2]?.trigger('click')
    expect(listed(board)).toEqual(['矿山修复', '油烟治理'])
    expect(buttons.map((each) => each.attributes('aria-pressed'))).toEqual([
      'false',
      'false',
      'true',
      'false',
      'false',
    ])
    expect(tight(board.get('.section-aside'))).toBe('列出2项，共6项')
    await choose(board, '牵头单位', '虚构单位乙')
    expect(listed(board)).toEqual(['矿山修复'])
    await buttons[0]?.trigger('click')
    await choose(board, '牵头单位', '全部')
    await choose(board, '轮次', '乙轮')
    expect(listed(board)).toEqual(['燃煤锅炉'])
    await choose(board, '轮次', '全部')
    await choose(board, '进展', '回头看')
    expect(listed(board)).toEqual(['燃煤锅炉'])
  })

  it('that leave nothing say so, and can be cleared', async () => {
    const board = open()
    await board.findAll('.task-filters button')[1]?.trigger('click')
    await choose(board, '轮次', '乙轮')
    expect(board.find('.task-table').exists()).toBe(false)
    expect(tight(board.get('.task-none'))).toBe('没有符合的任务。')
    const clear = board.findAll('.task-take button').find((each) => each.text() === '清除筛选')
    await clear?.trigger('click')
    expect(listed(board)).toHaveLength(6)
  })

  it('offer no choice of one', () => {
    const board = open({ lists: [taskListOf('one', '2024-01-01', [task('1')])] })
    expect(board.findAll('.task-filters select')).toHaveLength(0)
  })
})

describe('what changed between two lists', () => {
  it('names new, dropped and changed tasks with old and new, and counts the rest', () => {
    const [first, second] = open().findAll('.task-round')
    expect(first && tight(first.get('p'))).toBe(
      '甲轮2023-09-01→2024-03-01新列入3项，有变化2项，不再列出1项，其余0项不变。',
    )
    expect(first?.findAll('li').map(tight)).toEqual([
      '不再列出9砖瓦窑虚构单位甲',
      '新列入3油烟治理虚构单位甲',
      '新列入4渣土车虚构单位甲',
      '新列入5医废处置虚构单位甲',
      '有变化1污水管网进展交办→整改中',
      '有变化2矿山修复牵头单位虚构单位甲→虚构单位乙节点已更新佐证已更新',
    ])
    expect(second && tight(second)).toBe('乙轮2023-09-01其间没有公布新的清单，1项照旧。')
  })

  it('calls a step back by its name', () => {
    const before = taskListOf('a', '2024-01-01', [task('1', { state: 'closed' })])
    const after = taskListOf('b', '2024-02-01', [task('1', { state: 'rectifying' })])
    const board = open({ lists: [before, after] })
    expect(tight(board.get('.task-round li'))).toBe('退回1虚构任务1进展销号→整改中')
  })

  it('takes the two days that are chosen, in either order', async () => {
    const third = taskListOf('made-up-3', '2024-06-01', [
      task('1', { round: '甲轮', title: '污水管网', deadline: '2023-12-31', state: 'accepted' }),
    ])
    const board = open({ lists: [EARLY, LATE, third] })
    const [from, to] = board.findAll('.task-days select')
    expect(from?.findAll('option').map((each) => each.text())).toEqual([
      '2024-06-01',
      '2024-03-01',
      '2023-09-01',
    ])
    expect(tight(board.get('.task-round'))).toContain('2024-03-01→2024-06-01')
    await from?.setValue('2024-06-01')
    await to?.setValue('2023-09-01')
    expect(tight(board.get('.task-round'))).toContain('2023-09-01→2024-06-01')
    expect(tight(board.get('.task-round'))).toContain('进展交办→验收')
  })

  it('says that there is nothing to compare where one list was published', () => {
    const board = open({ asOf: '2023-12-31' })
    expect(tight(board.get('.task-changes'))).toContain('清单只公布过一次（2023-09-01）')
    expect(board.find('.task-days').exists()).toBe(false)
  })
})

describe('the list as a file', () => {
  it('holds the tasks that are listed, with the day that they are judged on', async () => {
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      if (file instanceof Blob) files.push(file)
      return 'blob:tasks'
    })
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    const board = open()
    await board.findAll('.task-filters button')[1]?.trigger('click')
    await board.get('.task-take button').trigger('click')
    await vi.waitFor(() => expect(clicked).toHaveBeenCalled())
    const lines = (await files[0]?.text())?.replace('\ufeff', '').split('\r\n')
    expect(lines).toEqual([
      '轮次,序号,整改任务,牵头单位,完成时限,进展,红黄蓝,依据,距时限天数,判断日,节点,佐证,文件,发布单位,公布',
      '甲轮,1,污水管网,虚构单位甲,2023-12-31,整改中,红,逾期,-61,2024-03-01,,,虚构的清单 made-up-2,焦作市生态环境局,2024-03-01',
      '',
    ])
  })
})
