/** The code for other pages: made in the app under its strict policy, put into a page of another site. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type * as Axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openAt } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openEmbedHost, type EmbedHost } from './support/embed-host.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let site: Site
let host: EmbedHost
let browser: Browser

beforeAll(async () => {
  site = await openSite()
  host = await openEmbedHost()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await host.close()
  await site.stop()
})

async function openDialog(page: Page, route = '/indicators/pm25'): Promise<void> {
  await openAt(page, site, route)
  await page.locator('.share-way button').click()
  await page.locator('.share-dialog[open]').waitFor()
}

function codeOf(page: Page): Promise<string> {
  return page.locator('.share-text').inputValue()
}

/** The panel in the preview stands, and the code knows its height. */
async function waitForPreview(page: Page): Promise<void> {
  await page.locator('.share-stage qinglan-panel .figure-number').waitFor()
}

async function copy(page: Page): Promise<string> {
  await page.locator('[data-act="copy"]').click()
  await expect.poll(() => page.locator('[data-act="copy"]').innerText()).toBe('已复制')
  return page.evaluate(() => navigator.clipboard.readText())
}

describe('the dialog, in the app', () => {
  let context: BrowserContext
  let watched: WatchedPage
  let page: Page

  beforeEach(async () => {
    context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    watched = await openWatchedPage(context, site.url)
    page = watched.page
  })

  afterEach(async () => {
    watched.expectNoFaults()
    await context.close()
  })

  it('previews every form without one violation, read and touched, and copies what it shows', async () => {
    await openDialog(page)
    const address = page.url()
    for (const rung of ['element', 'frame', 'picture', 'table']) {
      await page.locator(`[name="share-rung"][value="${rung}"]`).check()
      for (const width of ['280', '360', '640', 'full']) {
        await page.locator(`[data-width="${width}"]`).click()
        if (rung === 'element' || rung === 'frame') await waitForPreview(page)
      }
      await page.locator('.share-stage').hover()
      if (rung === 'element') {
        await page.locator('.share-stage .chart-stage').hover({ position: { x: 20, y: 10 } })
        await page.locator('.share-stage .chart-stage[tabindex]').waitFor()
      }
      expect(await copy(page)).toBe(await codeOf(page))
    }
    await page.locator('[name="share-rung"][value="element"]').check()
    await page.locator('[value="pinned"]').check()
    await page.locator('[data-choice="lang"]').selectOption('en')
    await page.locator('[data-choice="region"]').selectOption('410000')
    // Another view than the one that was written: its picture is drawn at the first touch.
    const drawing = page.locator('.share-stage [lang=en] .chart-stage')
    await drawing.hover({ position: { x: 20, y: 10 } })
    await drawing.locator('.chart-canvas svg').waitFor()
    expect(await page.locator('.share-stage .sentence').innerText()).toContain('Henan')
    expect(page.url()).toBe(address)
  })

  it('writes the height that the frame will need at the width that is looked at', async () => {
    await openDialog(page)
    await page.locator('[name="share-rung"][value="frame"]').check()
    await waitForPreview(page)
    const heightAt = async (width: string) => {
      await page.locator(`[data-width="${width}"]`).click()
      await page.waitForTimeout(200)
      return Number(/height="(\d+)"/.exec(await codeOf(page))?.[1])
    }
    const [narrow, wide] = [await heightAt('280'), await heightAt('640')]
    const shown = await page.locator('.share-stage').evaluate((stage) => stage.clientHeight)
    expect(Math.abs(wide - shown)).toBeLessThanOrEqual(1)
    expect(narrow).toBeGreaterThan(wide)
    const [, address = ''] = /src="([^"]+embed\/[^"]+)"/.exec(await codeOf(page)) ?? []
    const frame = await context.newPage()
    await frame.setViewportSize({ width: 640, height: 900 })
    await frame.goto(address)
    const heightOfBody = () => document.body.getBoundingClientRect().height
    expect(Math.abs(wide - (await frame.evaluate(heightOfBody)))).toBeLessThanOrEqual(1)
    // Where the other page's width is not known, nothing is cut on a phone.
    const any = await heightAt('full')
    await frame.setViewportSize({ width: 360, height: 900 })
    expect(Math.abs(any - (await frame.evaluate(heightOfBody)))).toBeLessThanOrEqual(1)
    expect(await page.locator('.share-preview').innerText()).toContain('360')
  })

  it('is used by keyboard alone, and gives the focus back to where it was called from', async () => {
    await openAt(page, site, '/indicators/pm25')
    await page.locator('.share-way button').focus()
    await page.keyboard.press('Enter')
    await page.locator('.share-dialog[open]').waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await codeOf(page)).toMatch(/^<iframe /)
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press('Tab')
      const isInside = await page.evaluate(
        () =>
          document.activeElement === document.body ||
          Boolean(document.activeElement?.closest('.share-dialog')),
      )
      expect(isInside).toBe(true)
    }
    await page.keyboard.press('Escape')
    await page.locator('.share-dialog').waitFor({ state: 'detached' })
    const focused = await page.evaluate(
      () => document.activeElement?.closest('.share-way') !== null,
    )
    expect(focused).toBe(true)
  })

  it('is not printed, and nothing reaches over the edge of a narrow screen', async () => {
    await page.setViewportSize({ width: 375, height: 812 })
    await openDialog(page)
    await waitForPreview(page)
    const over = await page
      .locator('.share-dialog')
      .evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)
    expect(over).toBe(0)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.share-dialog').isVisible()).toBe(false)
  })

  it('opens a link of the preview beside the app', async () => {
    await openDialog(page)
    await waitForPreview(page)
    const [beside] = await Promise.all([
      context.waitForEvent('page'),
      page.locator('.share-stage qinglan-panel .embed-more').click(),
    ])
    expect(beside.url()).toContain('indicators/pm25')
    expect(await page.locator('.share-dialog[open]').count()).toBe(1)
  })
})

/** The policy would refuse the tool; what it looks at runs under the policy everywhere else. */
describe('for readers who see, hear or point otherwise', () => {
  it.each(['light&lang=zh', 'dark&lang=en', 'contrast&lang=zh'])(
    'no fault in %s',
    async (query) => {
      const page = await browser.newPage({
        viewport: { width: 1366, height: 768 },
        bypassCSP: true,
      })
      await page.addInitScript(AXE)
      await openDialog(page, `/indicators/pm25?theme=${query}`)
      for (const rung of ['element', 'frame', 'picture', 'table']) {
        await page.locator(`[name="share-rung"][value="${rung}"]`).check()
        if (rung === 'element') await waitForPreview(page)
        const { violations } = await page.evaluate(async (rules): Promise<AxeResults> => {
          const { axe } = window as unknown as { axe: typeof Axe }
          return axe.run('.share-dialog', { runOnly: rules, resultTypes: ['violations'] })
        }, RULES)
        const found = violations.flatMap(({ id, nodes }) =>
          nodes
            .slice(0, 3)
            .map((node) => `${id}: ${node.target.join(' ')} · ${node.failureSummary}`),
        )
        expect(found, rung).toEqual([])
      }
      await page.close()
    },
  )
})

describe('the copied code, in a page of another site', () => {
  interface Pasted {
    readonly page: Page
    readonly violations: readonly string[]
  }

  /** The app's origin is the only one that the page's policy lets in, and only as the dialog says. */
  async function paste(
    rung: string,
    choices: readonly string[] = [],
    unlessAllowed = '',
  ): Promise<Pasted> {
    const app = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await openDialog(app)
    await app.locator(`[name="share-rung"][value="${rung}"]`).check()
    for (const choice of choices) await app.locator(choice).check()
    if (rung === 'element' || rung === 'frame') await waitForPreview(app)
    const body = await codeOf(app)
    const needed = (await app.locator('[data-policy]').allInnerTexts()).join('\n')
    await app.close()
    const kept = needed
      .split('\n')
      .filter((line) => line !== '' && !(unlessAllowed !== '' && line.startsWith(unlessAllowed)))
    // `data:` is for the page's own icon.
    const ours = kept.map((line) => line.replace(/;$/, '').replace('img-src', 'img-src data:'))
    const images = ours.some((line) => line.startsWith('img-src')) ? [] : ['img-src data:']
    const policy = ["default-src 'none'", "base-uri 'none'", ...images, ...ours]
    const address = host.put({ body, policy: policy.join('; ') })
    const page = await browser.newPage({ viewport: { width: 800, height: 900 } })
    const violations: string[] = []
    await page.exposeFunction('reportViolation', (text: string) => violations.push(text))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        const { reportViolation } = window as unknown as { reportViolation(text: string): void }
        reportViolation(`${effectiveDirective} ${blockedURI}`)
      })
    })
    await page.goto(address)
    return { page, violations }
  }

  it('shows the panel as an element, with what the dialog says that the policy must allow', async () => {
    const { page, violations } = await paste('element')
    const figure = page.locator('qinglan-panel .figure-number')
    await figure.waitFor()
    expect(await figure.innerText()).toBe('45')
    await page.locator('qinglan-panel .chart-stage').hover({ position: { x: 20, y: 10 } })
    await page.locator('qinglan-panel .chart-stage[tabindex]').waitFor()
    expect(violations).toEqual([])
    await page.close()
  })

  it('shows the picture and its source where the page allows no script', async () => {
    const { page } = await paste('element', [], 'script-src')
    const image = page.locator('qinglan-panel > p > a > img')
    await image.waitFor()
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(800)
    expect(await page.locator('qinglan-panel').innerText()).toContain('来源：焦作市生态环境局')
    await page.close()
  })

  it.each([
    ['an iframe', [], 'iframe'],
    ['an object', ['[data-choice="object"]', '[data-choice="height"]'], 'object'],
  ])('shows the panel in %s', async (_, choices, selector) => {
    const { page, violations } = await paste('frame', choices)
    await page.locator(selector).waitFor()
    const [frame] = page.mainFrame().childFrames()
    const figure = frame?.locator('.figure-number')
    await figure?.waitFor()
    expect(await figure?.innerText()).toBe('45')
    expect(violations).toEqual([])
    await page.close()
  })

  it('shows picture and words in an object whose frame is refused', async () => {
    const { page } = await paste('frame', ['[data-choice="object"]'], 'frame-src')
    const image = page.locator('object img')
    await image.waitFor()
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(800)
    await page.close()
  })

  it('shows the picture, and the table with nothing allowed at all', async () => {
    const picture = await paste('picture')
    const image = picture.page.locator('img')
    await image.waitFor()
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(800)
    const table = await paste('table')
    expect(await table.page.locator('tbody tr').count()).toBeGreaterThan(8)
    expect(await table.page.locator('caption').innerText()).toContain('按2024年6月3日所知')
    expect([...picture.violations, ...table.violations]).toEqual([])
    await picture.page.close()
    await table.page.close()
  })
})
