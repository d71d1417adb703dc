/** The code for other pages from an app in a sub-folder of an intranet's server, on plain http. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openAt, waitUntilAlive } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openEmbedHost, type EmbedHost } from './support/embed-host.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))
const HOST = 'qinglan.test'
const FOLDER = 'hb/qinglan/'

let root: string
let site: Site
let host: EmbedHost
let browser: Browser
let context: BrowserContext
let watched: WatchedPage
let page: Page
/** Of the app, with a slash at its end. */
let url: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'qinglan-share-'))
  mkdirSync(join(root, 'hb'))
  symlinkSync(DIST, join(root, 'hb', 'qinglan'))
  site = await openSite(root)
  host = await openEmbedHost()
  browser = await openBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`])
  url = site.url.replace('127.0.0.1', HOST) + FOLDER
})

afterAll(async () => {
  await browser.close()
  await host.close()
  await site.stop()
  rmSync(root, { recursive: true })
})

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  watched = await openWatchedPage(context, url)
  page = watched.page
})

afterEach(async () => {
  watched.expectNoFaults()
  await context.close()
})

async function openDialog(): Promise<void> {
  await page.locator('.share-way button').click()
  await page.locator('.share-stage qinglan-panel .sentence').waitFor()
}

function codeOf(): Promise<string> {
  return page.locator('.share-text').inputValue()
}

function choose(rung: string): Promise<void> {
  return page.locator(`[name="share-rung"][value="${rung}"]`).check()
}

describe('the dialog on plain http', () => {
  it('copies the code though the browser has no clipboard there', async () => {
    await openAt(page, { url }, '/indicators/pm25')
    expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false)
    await openDialog()
    await page.locator('[data-act="copy"]').click()
    await expect.poll(() => page.locator('[data-act="copy"]').innerText()).toBe('已复制')
    const elsewhere = await context.newPage()
    await elsewhere.goto(host.put({ body: '<textarea aria-label="源码"></textarea>' }))
    await elsewhere.locator('textarea').focus()
    await elsewhere.keyboard.press('Control+V')
    expect(await elsewhere.locator('textarea').inputValue()).toBe(await codeOf())
  })

  it('selects the code where the browser refuses, says so, and the keyboard copies it', async () => {
    await openAt(page, { url }, '/indicators/pm25')
    await openDialog()
    await page.evaluate(() => (document.execCommand = () => false))
    await page.locator('[data-act="copy"]').click()
    await expect.poll(() => page.locator('[data-act="copy"]').innerText()).toContain('已选中')
    const selected = await page
      .locator('.share-text')
      .evaluate((field: HTMLTextAreaElement) => [
        document.activeElement === field,
        field.value.slice(field.selectionStart, field.selectionEnd),
      ])
    expect(selected).toEqual([true, await codeOf()])
  })

  it('says that pages on https will not show it, except of a table', async () => {
    await openAt(page, { url }, '/indicators/pm25')
    await openDialog()
    const said = page.locator('.share-code .share-reason')
    for (const rung of ['element', 'frame', 'picture']) {
      await choose(rung)
      expect(await said.innerText()).toContain('放进 https 网页显示不出来')
    }
    await choose('table')
    expect(await said.count()).toBe(0)
  })
})

describe('the code from a sub-folder', () => {
  it.each([
    'indicators/pm25.html',
    'index.html#/indicators/pm25',
    '#/indicators/pm25?v=2021-01-23',
  ])('names files that are there, from the address %s', async (address) => {
    await page.goto(url + address)
    await waitUntilAlive(page)
    await openDialog()
    const named = new Set<string>()
    for (const rung of ['element', 'frame', 'picture', 'table']) {
      await choose(rung)
      if (rung === 'frame') await page.locator('[data-choice="height"]').check()
      for (const [, found] of (await codeOf()).matchAll(/(?:href|src|data)="([^"]+)"/g)) {
        named.add((found ?? '').replace(/#.*/, ''))
      }
    }
    expect(named.size).toBeGreaterThanOrEqual(5)
    for (const each of named) {
      expect(each.startsWith(url), each).toBe(true)
      // The name is the browser's alone.
      const answer = await page.request.get(each.replace(HOST, '127.0.0.1'))
      expect([each, answer.status()]).toEqual([each, 200])
    }
  })

  it.each([
    ['element', 'qinglan-panel svg.parts'],
    ['frame', 'iframe'],
    ['picture', 'p > a > img'],
  ])('shows the tasks of the inspection as %s in a page of another site', async (rung, shown) => {
    await openAt(page, { url }, '/inspection')
    await openDialog()
    await choose(rung)
    const needed = (await page.locator('[data-policy]').innerText()).split('\n')
    const own = rung === 'frame' ? ['img-src data:'] : []
    const kept = needed.map((line) => line.replace(/;$/, '').replace('img-src', 'img-src data:'))
    const policy = ["default-src 'none'", ...own, ...kept].join('; ')
    const guest = await openWatchedPage(context, url)
    // The host's own page, which the watch knows as a stranger.
    const address = host.put({ body: await codeOf(), policy })
    await guest.page.goto(address)
    await guest.page.locator(shown).first().waitFor()
    if (rung === 'frame') {
      const [frame] = guest.page.mainFrame().childFrames()
      await frame?.locator('svg.parts').first().waitFor()
    }
    if (rung === 'picture') {
      const image = guest.page.locator(shown)
      await expect
        .poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(0)
    }
    guest.expectNoFaults(({ kind, text }) => kind === 'stranger' && text === address)
  })
})

describe('the table at 280 px in a page without a sheet', () => {
  it.each(['pm25', 'green-factories', 'inspection-tasks'])('%s fits', async (id) => {
    await openAt(page, { url }, `/indicators/${id}`)
    await openDialog()
    await choose('table')
    const narrow = await context.newPage()
    await narrow.setViewportSize({ width: 280, height: 900 })
    await narrow.goto(host.put({ body: await codeOf() }))
    expect(await narrow.locator('tbody tr').count()).toBeGreaterThan(1)
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(280)
  })
})
