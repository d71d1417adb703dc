import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { waitUntilKept } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { holdScripts } from './support/held-scripts.ts'
import { brightShare } from './support/pixels.ts'
import { openSite, type Site } from './support/site.ts'
import { FRONT, noticeOf, openWall, slideName, turnBy, waitUntilRunning } from './support/wall.ts'

let site: Site
let browser: Browser
const opened: Page[] = []

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close()
})

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  })
  const page = await context.newPage()
  opened.push(page)
  return page
}

/** Frames of the screen as the browser paints them, until it is told to stop. */
async function filmScreen(page: Page): Promise<() => Promise<readonly string[]>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const frames: string[] = []
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(data)
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
  })
  await session.send('Page.startScreencast', { format: 'jpeg', maxWidth: 320, maxHeight: 320 })
  return async () => {
    await session.send('Page.stopScreencast')
    return frames
  }
}

async function brightest(frames: readonly string[]): Promise<number> {
  const reader = await openPage()
  const shares = []
  for (const frame of frames) shares.push(await brightShare(reader, frame))
  return Math.max(...shares)
}

/** Every piece of the wall with its place, clock, age and notice apart: those only a browser knows. */
function readPlaces(): string[] {
  const own = '.wall-time, .wall-age, .wall-notice'
  return [...document.querySelectorAll('.wall *')]
    .filter((element) => !element.closest(own) && element.getClientRects().length > 0)
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const place = [x, y, width, height].map((px) => px.toFixed(1)).join(' ')
      return `${element.tagName} ${[...element.classList].sort().join(' ')} ${place}`
    })
}

describe('the written wall', () => {
  it('shows its first slide with figures and source where no script runs', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(`${site.url}wall.html`)
    const words = (await page.locator('.wall').innerText()).replace(/\s/g, '')
    for (const part of ['焦作市', '督察整改', '46项整改任务已完成34项', '项已完成', '来源：']) {
      expect(words).toContain(part)
    }
    expect(await page.locator(`${FRONT} .slide-squares rect`).count()).toBe(46)
  })

  it.each([
    [1920, 1080],
    [1366, 768],
    [3840, 2160],
  ])(
    'comes alive at %i×%i without moving one piece or changing one pixel',
    async (width, height) => {
      const page = await openPage({ viewport: { width, height }, timezoneId: 'Asia/Shanghai' })
      await page.clock.install({ time: new Date('2026-11-24T02:00:00Z') })
      const letIn = await holdScripts(page)
      await page.goto(`${site.url}wall.html`, { waitUntil: 'commit' })
      await page.locator('.wall-footer').waitFor({ state: 'attached' })
      await page.evaluate(() => document.fonts.ready.then(() => null))
      const [places, pixels] = [
        await page.evaluate(readPlaces),
        await page.locator('.stage').screenshot(),
      ]
      expect(await page.locator('html[data-alive]').count()).toBe(0)
      letIn()
      await waitUntilRunning(page)
      expect(await page.locator('.wall-time').innerText()).toBe('10:00')
      expect(await page.evaluate(readPlaces)).toEqual(places)
      expect((await page.locator('.stage').screenshot()).equals(pixels)).toBe(true)
    },
  )

  it.each([
    ['', 1920, 1080],
    ['', 1080, 1920],
    ['?slides=air,water&lang=en', 1920, 1080],
  ])('opened again (%s at %i×%i) never flashes bright', async (query, width, height) => {
    const page = await openPage({ viewport: { width, height } })
    await openWall(page, site, query)
    const stop = await filmScreen(page)
    const letIn = await holdScripts(page)
    await page.reload({ waitUntil: 'commit' })
    await page.locator('.wall-footer').waitFor({ state: 'attached' })
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))))
    letIn()
    await waitUntilRunning(page)
    await turnBy(page, 'ArrowRight')
    const frames = await stop()
    expect(frames.length).toBeGreaterThan(1)
    expect(await brightest(frames)).toBeLessThan(0.2)
  })

  it('a bright frame would be seen', async () => {
    const page = await openPage()
    await openWall(page, site)
    const stop = await filmScreen(page)
    await page.evaluate(() => document.querySelector('.wall')?.remove())
    await page.evaluate(() => (document.body.style.backgroundColor = 'white'))
    await page.screenshot()
    expect(await brightest(await stop())).toBeGreaterThan(0.9)
  })
})

describe('after one visit, without a server', () => {
  it.each(['', '?slides=air,water&theme=contrast'])(
    'the wall comes up with its slides and turns them (%s)',
    async (query) => {
      const server = await openSite()
      const page = await openPage({ serviceWorkers: 'allow' })
      await openWall(page, server)
      await waitUntilKept(page)
      await server.stop()
      await page.goto('about:blank')
      await openWall(page, server, query)
      expect(await slideName(page)).toBe(query === '' ? 'inspection' : 'air')
      await turnBy(page, 'ArrowRight')
      await page.locator(`${FRONT} [data-figure]`).first().waitFor()
      await expect.poll(() => noticeOf(page)).toContain('离线')
    },
  )
})
