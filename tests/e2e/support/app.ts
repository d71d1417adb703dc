/** How tests move through the app and read it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Site } from './site.ts'

/** Something of the asked page stands, with figures or with why there are none. */
const PAGE =
  'main :is([data-panel], .sources, .publication, .slides-page, .offline-page, .nothing[data-state=empty])'

/** A picture: the one that the page was written with, or one that was drawn here. */
const DRAWN = '.chart-stage :is(.chart-still, .chart-canvas) svg'

/** Opens a route from nothing, as a link on another machine would. */
export async function openAt(page: Page, site: Pick<Site, 'url'>, route: string): Promise<void> {
  await page.goto(`${site.url}#${route}`)
  await waitUntilAlive(page)
  await page.locator(PAGE).first().waitFor()
}

/** What was written before any script has been taken over, or another view has taken its place. */
export async function waitUntilAlive(page: Page): Promise<void> {
  await page.locator('html[data-alive]').waitFor()
}

/** Goes to an indicator's page inside the app. */
export async function goToIndicator(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `/indicators/${id}`)
  await page.locator(`main > [data-panel="${id}"]`).waitFor()
}

/** Goes to any page inside the app; another page than before has taken its place then. */
export async function goTo(page: Page, route: string): Promise<void> {
  const left = await page.evaluateHandle((hash) => {
    // All publications are one page of the app, whose rows change.
    const pageOf = (address: string) =>
      address.replace(/\?.*$/, '').replace(/^\/sources\/.+/, '/sources/*')
    const isOther = pageOf(location.hash.slice(1)) !== pageOf(hash)
    const shown = document.querySelector('#main > *')
    location.hash = hash
    return isOther ? shown : null
  }, route)
  await page.waitForFunction((shown) => !shown?.isConnected, left)
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
  await page.locator(PAGE).first().waitFor()
}

/** What stands there for a reader's eyes, without spaces. */
export async function readText(page: Page, selector = 'main'): Promise<string> {
  return (await page.locator(selector).first().innerText()).replace(/[\s\u200b]+/g, '')
}

/** Waits until the texts of a place hold all that is expected. */
export async function expectText(page: Page, selector: string, ...texts: string[]): Promise<void> {
  await expect
    .poll(async () => {
      const found = (await page.locator(selector).allInnerTexts()).join('').replace(/\s+/g, '')
      const missing = texts.filter((text) => !found.includes(text.replace(/\s+/g, '')))
      return missing.length === 0 ? [] : [...missing, `not in: ${found.slice(0, 400)}`]
    })
    .toEqual([])
}

/** The first picture is drawn, so that nothing is on its way which a reload would cut off. */
export async function waitUntilDrawn(page: Page): Promise<void> {
  await page.locator(DRAWN).first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
}

/** Every chart has its picture; there may be none. */
export async function waitUntilPictured(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page
        .locator('.chart-stage')
        .evaluateAll((all) => all.every((box) => box.querySelector('svg'))),
    )
    .toBe(true)
}

/** The worker is active, and app and data were kept at its installation. */
export async function waitUntilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
}

/** What the browser says when the line is back: the app looks at the server. */
export async function lookAtServer(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

/** The generation that is on screen. */
export function seqOf(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('data-seq')
}

/** Lets time pass, span by span, until something stands there: a look may be on its way already. */
export async function expectInTime(page: Page, span: string, selector: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.context().clock.fastForward(span)
      return page.locator(selector).count()
    })
    .toBe(1)
}
