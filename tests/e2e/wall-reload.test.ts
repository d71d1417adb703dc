/** A wall that is left alone reloads itself at night, and only where the new page would come whole. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBreakableSite, type BreakableSite } from './support/breakable-site.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, type Copy } from './support/generations.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

let copy: Copy
let site: BreakableSite
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  copy = copyDist()
  site = await openBreakableSite(copy.root)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.close()
  copy.remove()
})

afterEach(async () => {
  site.heal()
  await context.close()
})

/** Opened at eight in the evening; without a worker, so that the server itself is asked. */
async function openWall(): Promise<WatchedPage> {
  context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
  })
  await context.clock.install({ time: new Date('2026-11-24T20:00:00+08:00') })
  const watched = await openWatchedPage(context, site.url)
  await watched.page.goto(`${site.url}wall.html?dwell=5`)
  await watched.page.waitForFunction(() => document.documentElement.dataset['alive'] === '')
  await watched.page.evaluate(() => Object.assign(window, { isSamePage: true }))
  return watched
}

/**
 * Minute by minute, with real time in between for what the server answers; null: it never was. It
 * ends where the reload begins: the clock of the tests also tells the new document of the seven hours
 * that the old one had lived, so that one more minute might bring a second reload.
 */
async function minutesUntilReload(page: Page, mostMinutes: number): Promise<number | null> {
  let hasReloaded = false
  page.on('request', (request) => {
    if (request.isNavigationRequest()) hasReloaded = true
  })
  for (let minute = 1; minute <= mostMinutes; minute += 1) {
    await page.clock.runFor(60_000)
    await new Promise((resolve) => setTimeout(resolve, 100))
    if (hasReloaded) return minute
  }
  return null
}

/** The script that the written page names. */
function scriptOfWall(): string {
  const html = readFileSync(join(copy.root, 'wall.html'), 'utf8')
  const path = /<script type="module"[^>]* src="\.?\/?([^"]+)"/.exec(html)?.[1]
  if (path === undefined) throw new Error('wall.html names no script')
  return path
}

describe('a wall at night', () => {
  it('reloads between 3:20 and 3:40, notes it, and stands there again', async () => {
    const { page, expectNoFaults } = await openWall()
    await page.clock.fastForward('07:15:00')
    const minutes = await minutesUntilReload(page, 30)
    expect(minutes).toBeGreaterThanOrEqual(5)
    await page.waitForFunction(
      () => !('isSamePage' in window) && document.documentElement.dataset['alive'] === '',
    )
    const noted = await page.evaluate(() => sessionStorage.getItem('qinglan-wall-reloads'))
    expect(noted).toMatch(/^\d+$/)
    expectNoFaults(({ text }) => text.startsWith('Service Worker registration blocked'))
  })

  it('stays as it is while its script does not answer, and reloads once it does', async () => {
    const { page } = await openWall()
    site.break(scriptOfWall(), { kind: 'status', status: 503 })
    await page.clock.fastForward('07:15:00')
    expect(await minutesUntilReload(page, 30)).toBeNull()
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
    site.heal()
    expect(await minutesUntilReload(page, 20)).not.toBeNull()
  })
})
