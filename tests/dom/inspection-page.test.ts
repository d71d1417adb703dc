import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import InspectionPage from '../../src/desk/InspectionPage.vue'
import type { Lang } from '../../src/text/lang.ts'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { readShipped } from '../unit/builders/shipped.ts'
import { figure, snapshot } from '../unit/builders/snapshot.ts'
import { task, taskListOf } from '../unit/builders/task.ts'
import { mountPage, readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.restoreAllMocks()
})

const { catalog, snapshots } = readShipped()
const REPORT = 'jz-rectification-2023-05-29'

interface View {
  readonly asOf?: string
  readonly region?: string
  readonly lang?: Lang
  readonly more?: readonly Snapshot[]
}

function open({ asOf = 'latest', region = '410800', lang = 'zh', more = [] }: View = {}) {
  const evidence = evidenceOf([...snapshots, ...more], catalog)
  return mountPage(InspectionPage, { evidence, viewpoint: { asOf, region } }, { lang, asOf })
}

type Page = ReturnType<typeof open>

/** Without spaces and phrase ends. */
function tight(of: { text: () => string }): string {
  return of.text().replace(/[\s\u200b]+/g, '')
}

function squaresIn(page: Page, place: string): readonly [done: number, open: number] {
  const all = page.get(place)
  return [all.findAll('rect.parts-done').length, all.findAll('rect.parts-open').length]
}

describe('the inspection page', () => {
  it('leads with the latest round: a square a task, two counts, day and source', () => {
    const head = open().get('.inspection-head')
    expect(head.attributes()).toMatchObject({
      'data-panel': 'inspection-tasks',
      'data-state': 'ready',
    })
    expect(tight(head.get('h1'))).toBe('46项整改任务已完成34项，其余12项推进中')
    expect(squaresIn(open(), '.inspection-head')).toEqual([34, 12])
    expect(head.findAll('[data-figure]').map(tight)).toEqual(['34项已完成', '12项推进中'])
    expect(tight(head.get('.inspection-deck'))).toContain('件数截至2023年5月29日')
    expect(tight(head.get('.source-line'))).toContain('2023-05-29，导语')
    expect(head.get('.source-line a').attributes('href')).toBe(`#/sources/${REPORT}`)
  })

  it('says that the same report also calls all tasks done or on schedule, and reads no light from it', () => {
    const doubts = open().get('.inspection-doubts')
    expect(tight(doubts)).toContain('同文另称各项已完成或合序时进度')
    expect(tight(doubts)).toContain('两者可以同时为真')
    expect(doubts.get('a').attributes('href')).toBe('#/indicators/inspection-tasks-open')
  })

  it('tells each round by itself, with its own day and source', () => {
    const rounds = open().findAll('.inspection-round')
    expect(rounds.map((round) => round.findAll('rect.parts-done').length)).toEqual([34, 22])
    expect(rounds.map((round) => round.findAll('rect.parts-open').length)).toEqual([12, 14])
    expect(rounds.map((round) => tight(round.get('[data-figure]')))).toEqual([
      '34/46项完成',
      '22/36项完成',
    ])
    expect(rounds.map((round) => tight(round.get('time')))).toEqual([
      '截至2023-05-29',
      '截至2019-11-15',
    ])
    expect(rounds.map((round) => round.get('.source-line a').attributes('href'))).toEqual([
      `#/sources/${REPORT}`,
      '#/sources/jz-rectification-2019-11-15',
    ])
  })

  it('draws the rounds at one scale', () => {
    const boxes = open().findAll('.inspection-round .parts')
    expect(new Set(boxes.map((box) => box.attributes('viewBox'))).size).toBe(1)
  })

  it('shows the petitions as one bar', () => {
    const petitions = open().get('[data-panel="petitions-closed"].inspection-petitions')
    expect(tight(petitions.get('[data-figure]'))).toBe('228/228件办结')
    expect(petitions.get('rect.share-value').attributes('width')).toBe('100')
    expect(tight(petitions)).toContain('截至2023-05-29')
  })

  it('lists every figure of both rounds with day, document, place and wording', () => {
    const rows = open().findAll('.inspection-table tr[data-panel]')
    const cells = rows.map((row) => row.findAll('th, td').map(tight))
    expect(cells.map(([name, day, value]) => [name, day, value])).toEqual([
      ['督察整改任务数', '2023-05-29', '46项'],
      ['督察整改完成数', '2023-05-29', '34项'],
      ['督察整改推进中', '2023-05-29', '12项'],
      ['交办信访举报件', '2023-05-29', '228件'],
      ['办结信访举报件', '2023-05-29', '228件'],
      ['督察整改任务数', '2019-11-15', '36项'],
      ['督察整改完成数', '2019-11-15', '22项'],
      ['督察整改推进中', '2019-11-15', '14项'],
    ])
    expect(cells[0]?.slice(3)).toEqual([
      '正式',
      '焦作市贯彻落实省委生态环境保护督察整改情况的报告焦作市生态环境局2023-05-29',
      '导语',
      '“46项”',
      '',
    ])
    expect(cells[5]?.slice(5, 7)).toEqual(['未登记', '未登记'])
  })

  it('names other figures of the same report, doubts included, each with its period', () => {
    const report = open().get('.inspection-report')
    const factories = report.get('[data-panel="green-factories"]')
    expect(tight(factories)).toBe(
      '省级以上绿色工厂9家2023-05-29存疑2022-09-09为17家，2023-05-29为9家，两处不一致',
    )
    expect(report.findAll('h3')).toHaveLength(9)
    expect(tight(report.get('.section-aside a'))).toBe('全部55个数')
  })

  it('can be taken away as CSV with all eight figures', async () => {
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      if (file instanceof Blob) files.push(file)
      return 'blob:figures'
    })
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    await open().get('.take-away button').trigger('click')
    await vi.waitFor(() => expect(clicked).toHaveBeenCalled())
    const lines = (await files[0]?.text())?.trim().split('\r\n')
    expect(lines).toHaveLength(9)
    expect(lines?.[3]).toContain('2023-05-29,12,项')
  })

  it('gives the code that puts the tasks into another page', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    const page = open()
    await page.get('.take-away .share-way button').trigger('click')
    await vi.waitFor(() => expect(page.find('.share-dialog[open]').exists()).toBe(true))
    expect(readText(page.get('#share-title'))).toBe('嵌入网页 焦作市 · 督察整改任务数')
    const { value } = page.get<HTMLTextAreaElement>('.share-text').element
    expect(value).toMatch(/^<qinglan-panel indicator="inspection-tasks" lang="zh-CN">/)
    vi.unstubAllGlobals()
  })

  it('reads in English', () => {
    const page = open({ lang: 'en' })
    expect(readText(page.get('h1'))).toBe('34 of 46 rectification tasks completed, 12 in progress')
    expect(page.findAll('.inspection-head [data-figure]').map(readText)).toEqual([
      '34 tasks completed',
      '12 tasks in progress',
    ])
    expect(page.text()).toContain('No list of the single tasks has been published')
    expect(page.text()).toContain('All 228 petitions handed over had been closed by then.')
  })
})

describe('the inspection page as of a day', () => {
  it('in 2020 knows the first round only, and nothing of the later report', () => {
    const page = open({ asOf: '2020-01-01' })
    expect(tight(page.get('h1'))).toBe('36项整改任务已完成22项，其余14项推进中')
    expect(squaresIn(page, '.inspection-head')).toEqual([22, 14])
    expect(page.find('.inspection-rounds').exists()).toBe(false)
    expect(page.find('.inspection-petitions').exists()).toBe(false)
    expect(page.find('.inspection-doubts').exists()).toBe(false)
    expect(page.findAll('.inspection-table tr[data-panel]')).toHaveLength(3)
    expect(page.text()).not.toMatch(/2023|2021|46|228/)
  })

  it('before anything was published says so in words, and shows no number', () => {
    const page = open({ asOf: '2019-11-14' })
    expect(page.get('[data-panel="inspection-tasks"]').attributes('data-state')).toBe('empty')
    expect(tight(page.get('h1'))).toBe('截至2019年11月14日，还没有公布过督察整改的数')
    expect(page.find('[data-figure], table, .take-away').exists()).toBe(false)
    expect(tight(open({ asOf: '2019-11-15' }).get('h1'))).toContain('已完成22项')
    expect(readText(open({ asOf: '2019-11-14', lang: 'en' }).get('h1'))).toBe(
      'As of 14 November 2019, nothing had been published on inspection tasks',
    )
  })

  it('where no three counts are of one day, says so and lists them', () => {
    const evidence = evidenceOf(
      [
        snapshot('a', '2024-01-31', [
          figure('2024-01-31', '46', { indicator: 'inspection-tasks', unit: '项' }),
        ]),
      ],
      catalog,
    )
    const viewpoint = { asOf: 'latest', region: '410800' }
    const page = mountPage(InspectionPage, { evidence, viewpoint })
    expect(tight(page.get('h1'))).toBe('督察整改有公布的数，但没有同一天的总数、完成数和推进数')
    expect(page.find('.parts').exists()).toBe(false)
    expect(page.findAll('.inspection-table [data-figure]').map(tight)).toEqual(['46项'])
  })
})

describe('the inspection page of a region without figures', () => {
  it('shows those of the city and says so', () => {
    const page = open({ region: '410802' })
    expect(tight(page.get('.inspection-fallback'))).toBe(
      '地区解放区没有这项数据，所示为焦作市的数。',
    )
    expect(squaresIn(page, '.inspection-head')).toEqual([34, 12])
    expect(open().find('.inspection-fallback').exists()).toBe(false)
  })
})

describe('the task list', () => {
  it('that nobody published is said to be missing, and why nothing is red, yellow or blue', () => {
    const page = open()
    const section = page.get('.inspection-no-tasks')
    expect(tight(section)).toContain('逐项的任务清单没有公布过，这里只有总数。')
    expect(tight(section)).toContain('不分红、黄、蓝')
    expect(page.find('.task-table').exists()).toBe(false)
  })

  it('is not known before the day on which it was published', () => {
    const list = taskListOf('made-up-list', '2024-01-31', [task('1')])
    const page = open({ more: [list], asOf: '2024-01-30' })
    expect(page.find('.task-table').exists()).toBe(false)
    expect(page.find('.inspection-no-tasks').exists()).toBe(true)
    expect(
      open({ more: [list] })
        .find('.inspection-no-tasks')
        .exists(),
    ).toBe(false)
  })
})
