/** How tests open the wall, move through its slides and read them. */
import type { Page } from 'playwright-core'
import type { Site } from './site.ts'

/** The slide that is seen. */
export const FRONT = '.layer.is-front .slide'

/** Opens the wall and waits until it runs; `query` begins with a question mark or is empty. */
export async function openWall(page: Page, site: Pick<Site, 'url'>, query = ''): Promise<void> {
  await page.goto(`${site.url}wall.html${query}`)
  await waitUntilRunning(page)
}

/** What was written is taken over, a slide stands in front and its pictures are drawn. */
export async function waitUntilRunning(page: Page): Promise<void> {
  await page.locator('html[data-alive]').waitFor()
  await waitUntilDrawn(page)
}

/** Every picture of the slide in front is drawn as large as its box is now. */
export async function waitUntilDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const front = document.querySelector('.layer.is-front .slide')
    const boxes = [...(front?.querySelectorAll('.slide-chart') ?? [])]
    return (
      front &&
      boxes.every((box) => {
        const drawing = box.querySelector('svg')
        const { width, height } = box.getBoundingClientRect()
        const isDrawn = !!drawing?.querySelector('text')
        const isAsLarge =
          Math.abs(Number(drawing?.getAttribute('width')) - width) <= 1 &&
          Math.abs(Number(drawing?.getAttribute('height')) - height) <= 1
        return isDrawn && isAsLarge
      })
    )
  })
}

/** Gives the window another size, and waits until the wall has flowed into it. */
export async function resizeTo(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}

export function slideName(page: Page): Promise<string | null> {
  return page.locator(FRONT).getAttribute('data-slide')
}

/** Presses a key and waits until another slide stands in front. */
export async function turnBy(page: Page, key: string): Promise<string> {
  const before = await slideName(page)
  await page.keyboard.press(key)
  await page.locator(`${FRONT}:not([data-slide="${before}"])`).waitFor()
  return (await slideName(page)) ?? ''
}

/** The words of the header's notice, without spaces; empty where there is none. */
export async function noticeOf(page: Page): Promise<string> {
  return (await page.locator('.wall-notice').innerText()).replace(/\s+/g, '')
}

/** Lets the faked clock run until another slide stands in front, and returns its name. */
export async function runToNextSlide(page: Page): Promise<string> {
  const before = await slideName(page)
  for (let tries = 0; tries < 60; tries += 1) {
    await page.clock.runFor(tries === 0 ? 4500 : 500)
    const name = await slideName(page)
    if (name !== null && name !== before) return name
  }
  throw new Error(`${before} stands still`)
}

/** Lets the faked clock run, a little at a time, until `isThere`; returns how many seconds it took. */
export async function runUntil(
  page: Page,
  isThere: () => Promise<boolean>,
  mostSeconds: number,
): Promise<number> {
  const step = 2
  for (let seconds = 0; seconds <= mostSeconds; seconds += step) {
    if (await isThere()) return seconds
    await page.clock.runFor(step * 1000)
    // The network has its own clock.
    await new Promise((done) => setTimeout(done, 30))
  }
  throw new Error(`not within ${mostSeconds} s`)
}
