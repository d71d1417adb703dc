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
