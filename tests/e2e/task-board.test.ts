/** The task board with a made-up list, published by the real command into a build of its own. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type * as Axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MADE_UP_LISTS } from '../fixtures/author/made-up-tasks.ts'
import {
  expectText,
  goTo,
  lookAtServer,
  openAt,
  readText,
  seqOf,
  waitUntilAlive,
} from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { importInto } from './support/generations.ts'
import { holdScripts } from './support/held-scripts.ts'
import { buildWith, type Build } from './support/other-build.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

const DATA = fileURLToPath(new URL('../../public/data', import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** A whole build, on a machine that has others to do too. */
const BUILD_MS = 180_000
const DESK = { width: 1366, height: 768 }
const [FIRST, SECOND] = MADE_UP_LISTS

let folder: string
let build: Build
let site: Site
let browser: Browser

function publish(root: string, list: (typeof MADE_UP_LISTS)[number] | undefined): void {
  if (!list) throw new Error('no such made-up list')
  importInto(root, list.tables)
}

/** The pages are written from the first list; the second is published while they are open. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qinglan-tasks-'))
  cpSync(DATA, join(folder, 'data'), { recursive: true })
  publish(folder, FIRST)
  build = buildWith({ QINGLAN_DATA: join(folder, 'data'), QINGLAN_MISMATCH_DETAILS: '1' })
  rmSync(join(build.root, 'data'), { recursive: true })
  cpSync(join(folder, 'data'), join(build.root, 'data'), { recursive: true })
  site = await openSite(build.root)
  browser = await openBrowser()
}, BUILD_MS)

afterAll(async () => {
  await browser.close()
  await site.stop()
  build.remove()
  rmSync(folder, { recursive: true })
})

function shadesOf(page: Page): Promise<readonly (string | null)[]> {
  return page
    .locator('[data-task]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-shade')))
}

/** Where everything of the board stands. */
function placesOf(page: Page): Promise<readonly string[]> {
  return page.locator('.inspection-tasks :is(p, tr, select, button, h2, h3)').evaluateAll((all) =>
    all.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return `${each.tagName} ${each.className} ${[x, y, width, height].join(' ')}`
    }),
  )
}

describe('the written page', () => {
  it('shows the whole board without script, and offers nothing that only script can do', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: DESK })
    await page.goto(`${site.url}inspection.html`)
    expect(await readText(page, '.task-sentence')).toBe('2项任务逾期，最久的已逾期974天')
    expect(await shadesOf(page)).toEqual([
      'red',
      'yellow',
      'yellow',
      'none',
      'blue',
      'none',
      'none',
      'red',
    ])
    expect(await page.locator('.task-filters:visible, .task-take:visible').count()).toBe(0)
    await page.locator('[data-task="1"] summary').first().click()
    expect(await readText(page, '[data-task="1"] details')).toContain('管网贯通未完成')
    const width = await page
      .locator('.task-table .task-number')
      .first()
      .evaluate((cell) => cell.getBoundingClientRect().width)
    expect(width).toBeLessThan(100)
    await page.close()
  })

  it('is taken over as it is, and nothing of the board moves but what was hidden comes', async () => {
    const context = await browser.newContext({ viewport: DESK })
    const watched = await openWatchedPage(context, site.url)
    const { page } = watched
    const letIn = await holdScripts(page)
    await page.goto(`${site.url}inspection.html`)
    await page.locator('.task-table').waitFor()
    const before = await placesOf(page)
    await letIn()
    await waitUntilAlive(page)
    await expectText(page, '.task-judged', '此后至')
    expect(await placesOf(page)).toEqual(before)
    watched.expectNoFaults()
    await context.close()
  })
})

describe('the board in the app', () => {
  let watched: WatchedPage
  let page: Page

  beforeAll(async () => {
    const context = await browser.newContext({ viewport: DESK })
    watched = await openWatchedPage(context, site.url)
    page = watched.page
    await openAt(page, site, '/inspection')
  })

  it('takes a newer list in place, and says what changed since the one before', async () => {
    await expectText(page, '.task-changes', '清单只公布过一次（2023-09-01）')
    const seq = Number(await seqOf(page))
    publish(build.root, SECOND)
    // A look that was on its way already knows nothing of it.
    await expect
      .poll(async () => {
        await lookAtServer(page)
        return seqOf(page)
      })
      .toBe(String(seq + 1))
    await expectText(page, '.task-sentence', '3项任务逾期，最久的已逾期974天')
    expect(await shadesOf(page)).toEqual([
      'yellow',
      'red',
      'blue',
      'red',
      'none',
      'yellow',
      'none',
      'none',
      'red',
    ])
    await expectText(
      page,
      '.task-changes',
      '2023-09-01→2024-01-31新列入2项，有变化4项，不再列出1项，其余1项不变。',
      '不再列出5虚构任务：畜禽粪污设施配套',
      '完成时限2023-06-30→2024-03-31',
      '退回4虚构任务：河道四乱清理进展销号→整改中',
    )
    watched.expectNoFaults()
  })

  it('as of an earlier day knows the list of that day alone, and before it none', async () => {
    await goTo(page, '/inspection?v=2023-12-31')
    await expectText(page, '.task-sentence', '2项任务逾期，最久的已逾期974天')
    await expectText(page, '.task-judged', '2023年9月1日', '此后至2023年12月31日又有1项到期')
    expect(await page.locator('[data-task]').count()).toBe(8)
    await expectText(page, '.task-changes', '清单只公布过一次（2023-09-01）')
    await goTo(page, '/inspection?v=2023-08-31')
    await expectText(page, '.inspection-no-tasks', '逐项的任务清单没有公布过，这里只有总数。')
    expect(await page.locator('.task-table').count()).toBe(0)
    await goTo(page, '/inspection')
    watched.expectNoFaults()
  })

  it('is filtered with the keyboard, says how many of how many, and is taken away as filtered', async () => {
    const red = page.locator('.task-filters button').nth(1)
    await red.focus()
    await page.keyboard.press('Space')
    await expectText(page, '.inspection-tasks .section-aside', '列出3项，共9项')
    await page.locator('.task-filters select').first().focus()
    await page.keyboard.press('ArrowDown')
    await expectText(page, '.inspection-tasks .section-aside', '列出2项，共9项')
    const coming = page.waitForEvent('download')
    await page.locator('.task-take button').first().click()
    const path = await (await coming).path()
    const rows = readFileSync(path, 'utf8').trimEnd().split('\r\n')
    expect(rows).toHaveLength(3)
    expect(rows[1]).toContain('2021-2022省委督察,2,虚构任务：化工园区在线监测补齐')
    expect(rows[1]).toContain('红,逾期,-133,2024-01-31')
    await page.locator('.task-take button').nth(1).click()
    await expectText(page, '.inspection-tasks .section-aside', '列出9项，共9项')
    watched.expectNoFaults()
  })

  it('leads from each task to its document, which keeps the list of its day', async () => {
    await page.locator('[data-task="3"] summary').click()
    await page.locator('[data-task="3"] details a').click()
    await expectText(page, 'main', '虚构的整改任务清单（2024-01-31）', '7项任务')
    await page.goBack()
    await page.locator('.task-history a').nth(1).click()
    await expectText(page, 'main', '6', '虚构任务：河道四乱清理', '销号')
    watched.expectNoFaults()
  })
})

describe('the board for everybody', () => {
  let page: Page

  /** The policy would refuse the tool. */
  beforeAll(async () => {
    page = await browser.newPage({ viewport: DESK, serviceWorkers: 'block', bypassCSP: true })
    await page.addInitScript(AXE)
    await openAt(page, site, '/inspection')
  })

  async function faults(): Promise<readonly string[]> {
    const { violations } = await page.evaluate(async (): Promise<AxeResults> => {
      const { axe } = window as unknown as { axe: typeof Axe }
      const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      return axe.run('.inspection-tasks', { runOnly, resultTypes: ['violations'] })
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} · ${node.failureSummary}`),
    )
  }

  it.each(['theme=light&lang=zh', 'theme=dark&lang=en', 'theme=contrast&lang=en'])(
    'has no fault with %s, and fits a tablet and a telephone',
    async (query) => {
      await goTo(page, `/inspection?${query}`)
      await page.setViewportSize(DESK)
      await page.locator('.task-rule summary').click()
      await page.locator('[data-task="1"] summary').first().click()
      expect(await faults()).toEqual([])
      await page.setViewportSize({ width: 375, height: 812 })
      expect(await faults()).toEqual([])
      await page.setViewportSize({ width: 900, height: 800 })
      const wide = await page
        .locator('.task-table td')
        .evaluateAll((cells) =>
          cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.className),
        )
      expect(wide).toEqual([])
      await page.setViewportSize({ width: 375, height: 812 })
      const cut = await page
        .locator('.task-table, .task-table td')
        .evaluateAll((cells) =>
          cells
            .filter((cell) => cell.getBoundingClientRect().right > window.innerWidth)
            .map((cell) => cell.className),
        )
      expect(cut).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
    },
  )
})
