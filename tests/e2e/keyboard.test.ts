import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectText, openAt, readText } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'

let site: Site
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1366, height: 768 }, serviceWorkers: 'block' })
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** Opens a route in a new document, the focus at its start. */
async function openFresh(route: string): Promise<void> {
  await page.goto('about:blank')
  await openAt(page, site, route)
}

interface Focus {
  readonly name: string
  readonly outlinePx: number
  readonly isInSight: boolean
}

/** What has the focus, and whether an eye would find it. */
function readFocus(): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) throw new Error('nothing has the focus')
    // A field may carry the ring of its frame.
    const rings = [element, element.parentElement].map((ringed) => {
      const style = ringed ? getComputedStyle(ringed) : null
      return style && style.outlineStyle !== 'none' ? Number.parseFloat(style.outlineWidth) : 0
    })
    const box = element.getBoundingClientRect()
    const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement
    const label = isField ? element.labels?.[0]?.innerText : undefined
    const name = element.getAttribute('aria-label') ?? label ?? element.innerText
    return {
      name: `${element.tagName} ${name}`.trim(),
      outlinePx: Math.max(...rings),
      isInSight:
        box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
    }
  })
}

function focusedId(): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id)
}

/** Presses Tab until something of that name has the focus. */
async function tabTo(name: string, most = 60): Promise<Focus> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab')
    const focus = await readFocus()
    if (focus.name.includes(name)) return focus
  }
  throw new Error(`${most} times Tab, and never ${name}`)
}

describe('by keyboard alone', () => {
  it('the first Tab shows a way past the head, and it leads to the page', async () => {
    await openFresh('/')
    await page.keyboard.press('Tab')
    const focus = await readFocus()
    expect(focus).toMatchObject({ name: 'A 跳到正文', isInSight: true })
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    expect(new URL(page.url()).hash).toMatch(/^#\/?$/)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  it.each([
    '/',
    '/indicators/pm25',
    '/sources',
    '/sources/jz-rectification-2023-05-29',
    '/offline',
  ])('every stop on %s is seen and has a name', async (route) => {
    await openFresh(route)
    const seen = new Set<string>()
    for (let step = 0; step < 45; step += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement === document.body)) break
      const focus = await readFocus()
      expect(focus.isInSight, focus.name).toBe(true)
      expect(focus.outlinePx, focus.name).toBeGreaterThanOrEqual(2)
      expect(focus.name, focus.name).toMatch(/ \S/)
      seen.add(focus.name)
    }
    expect(seen.size).toBeGreaterThan(15)
  })

  it('/ comes to search from anywhere; arrows choose, Enter opens, Escape leaves', async () => {
    await openFresh('/sources')
    await page.keyboard.press('/')
    expect((await readFocus()).name).toContain('搜索指标')
    await page.keyboard.type('pm')
    const options = page.locator('[role=option]')
    await options.first().waitFor()
    expect(await options.count()).toBeGreaterThan(1)
    const second = await options.nth(1).locator('.search-name').innerText()
    await page.keyboard.press('ArrowDown')
    expect(await options.nth(0).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true')
    const active = await page.locator('[role=combobox]').getAttribute('aria-activedescendant')
    expect(active).toBe(await options.nth(1).getAttribute('id'))
    await page.keyboard.press('Enter')
    await page.locator('main > [data-panel]').waitFor()
    expect(await readText(page, '.crumbs')).toContain(second.replace(/\s+/g, ''))
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.keyboard.press('/')
    await page.keyboard.type('zzzz')
    await expectText(page, '.search-panel', '没有找到')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await page.locator('.search-panel').isVisible()).toBe(false)
  })

  it('a followed link takes the focus to the page that it opens, and so does going back', async () => {
    await openFresh('/')
    await page.locator('.fact-name').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('main > [data-panel]').waitFor()
    await expect.poll(focusedId).toBe('main')
    await page.goBack()
    await page.locator('.overview').waitFor()
    await expect.poll(focusedId).toBe('main')
  })

  it.each([
    ['优良天数', '优良天数'],
    ['yltsh', '优良天数'],
    ['PM2.5', 'PM2.5平均浓度'],
    ['green factories', '省级以上绿色工厂'],
    ['senlin', '森林覆盖率'],
  ])('search finds by %s', async (typed, found) => {
    await openFresh('/')
    await page.keyboard.press('/')
    await page.keyboard.type(typed)
    await expectText(page, '[role=listbox]', found)
  })

  it('a picture’s points are read by arrows, Home and End, and said aloud', async () => {
    await openFresh('/indicators/pm25')
    const stage = page.locator('.indicator-picture .chart-stage')
    await stage.locator('svg path').first().waitFor({ state: 'attached' })
    const focus = await tabTo('图：焦作市PM2.5平均浓度')
    expect(focus).toMatchObject({ isInSight: true })
    await page.keyboard.press('Home')
    await expectText(page, '.indicator-picture .chart-readout', '2014年')
    const first = await readText(page, '.indicator-picture .chart-readout')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => readText(page, '.indicator-picture .chart-readout')).not.toBe(first)
    await page.keyboard.press('End')
    await expectText(page, '.indicator-picture [aria-live]', '2023年', '45.3微克/立方米', '河南省')
    await page.keyboard.press('ArrowLeft')
    await expectText(page, '.indicator-picture .chart-readout', '47.7')
    await page.keyboard.press('Escape')
    expect(await page.locator('.indicator-picture .chart-readout').count()).toBe(0)
  })

  it('T shows the numbers behind the picture that has the focus', async () => {
    await openFresh('/')
    const panel = page.locator('.trends .panel', { has: page.locator('.chart-stage') }).first()
    await panel.locator('.chart-stage svg text').first().waitFor({ state: 'attached' })
    await panel.locator('.chart-stage').focus()
    await page.keyboard.press('t')
    expect(await panel.locator('.figures-table').isVisible()).toBe(true)
    await page.keyboard.press('t')
    expect(await panel.locator('.figures-table').isVisible()).toBe(false)
    await openFresh('/indicators/pm25')
    await page
      .locator('.indicator-picture .chart-stage svg text')
      .first()
      .waitFor({ state: 'attached' })
    await page.locator('.indicator-picture .chart-stage').focus()
    await page.keyboard.press('t')
    expect((await readFocus()).name).toContain('年度、半年数')
  })

  it('switches of the picture, theme, language and table are pressed', async () => {
    await openFresh('/')
    await tabTo('深色')
    await page.keyboard.press('Space')
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
    await tabTo('English')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: '中文' }).focus()
    await page.keyboard.press('Enter')
    const table = page.locator('.trends .figures-table').first()
    expect(await table.isVisible()).toBe(false)
    await tabTo('BUTTON 表格')
    await page.keyboard.press('Enter')
    expect(await table.isVisible()).toBe(true)
    expect((await readFocus()).name).toContain('收起表格')
  })

  it('the day of knowledge is chosen', async () => {
    await openFresh('/indicators/pm25')
    await tabTo('SELECT')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.locator('html').getAttribute('data-as-of')).toBe('2023-07-24')
    await expectText(page, '.as-of-band', '2023-07-24')
  })
})
