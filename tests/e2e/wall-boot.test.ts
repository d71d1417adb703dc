/** The wall starts whatever becomes of the file that it was written from. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { FRONT } from './support/wall.ts'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

describe('a wall whose server never answers for its first data', () => {
  it('takes them as any other page does, and shows the slide asked for', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.clock.install()
    await page.route('**/assets/generation-*.json', () => undefined)
    await page.goto(`${site.url}wall.html?slides=energy`)
    await page.clock.runFor(11_000)
    await page.locator(`html[data-alive]:not([data-fresh]) ${FRONT}`).waitFor()
    expect(await page.locator(FRONT).getAttribute('data-slide')).toBe('energy')
    await context.close()
  })
})

describe('a wall whose script does not come', () => {
  it('shows what was written after half a minute, and itself once the script is there', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.clock.install()
    await page.route('**/assets/wall-*.js', (route) => route.abort())
    await page.goto(`${site.url}wall.html?slides=energy`)
    expect(await page.locator('html').getAttribute('data-fresh')).toBe('')
    await page.clock.runFor(29_000)
    expect(await page.locator('html').getAttribute('data-fresh')).toBe('')
    await page.unroute('**/assets/wall-*.js')
    await page.clock.runFor(2_000)
    await page.locator(`html[data-alive]:not([data-fresh]) ${FRONT}`).waitFor()
    expect(await page.locator(FRONT).getAttribute('data-slide')).toBe('energy')
    await context.close()
  })

  it('loads itself anew three times an hour and no more', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.clock.install()
    await page.route('**/assets/wall-*.js', (route) => route.abort())
    let loads = 0
    page.on('load', () => (loads += 1))
    await page.goto(`${site.url}wall.html`)
    for (let half = 0; half < 40; half += 1) {
      await page.clock.runFor(30_000).catch(() => undefined)
      // The answer to the page's question comes in its own time.
      await new Promise((resolve) => setTimeout(resolve, 100))
      await page.waitForLoadState('load')
    }
    expect(loads).toBe(4)
    expect(await page.locator(FRONT).isVisible()).toBe(true)
    await context.close()
  })
})
