import jsQR from 'jsqr'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { decodePng } from './support/pixels.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'
import {
  FRONT,
  noticeOf,
  openWall,
  resizeTo,
  runToNextSlide,
  slideName,
  waitUntilDrawn,
} from './support/wall.ts'

/** A name that is no loopback address, so that the context is not secure. */
const HOST = 'qinglan.test'
/** A morning on duty, in the wall's own zone. */
const MORNING = new Date('2026-11-24T01:00:00Z')
const NAMES = ['inspection', 'air', 'water', 'soil']
const QUERY = `?slides=${NAMES.join(',')}&reload=off`

let site: Site
let browser: Browser
const opened: WatchedPage[] = []

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`])
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

afterEach(async () => {
  for (const { page } of opened.splice(0)) await page.context().close()
})

interface Opening {
  readonly time?: Date
  readonly url?: string
  readonly options?: BrowserContextOptions
}

async function open(
  query: string,
  { time = MORNING, url = site.url, options = {} }: Opening = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    ...options,
  })
  const watched = await openWatchedPage(context, url)
  opened.push(watched)
  await watched.page.clock.install({ time })
  await openWall(watched.page, { url }, query)
  return watched
}

/** As a phone would see the code on the wall. */
async function readCode(page: Page): Promise<string | undefined> {
  const png = (await page.locator('.wall-code').screenshot()).toString('base64')
  const { width, height, data } = await decodePng(page, png)
  return jsQR(data, width, height)?.data
}

describe('somebody at the wall', () => {
  it('turns, jumps, holds and lets go with keys; any of them pauses 90 s and says so', async () => {
    const { page, expectNoFaults } = await open(QUERY)
    const turns = [
      ['ArrowRight', 'air'],
      ['PageDown', 'water'],
      ['ArrowLeft', 'air'],
      ['PageUp', 'inspection'],
      ['ArrowLeft', 'soil'],
      ['2', 'air'],
      ['Home', 'inspection'],
      ['End', 'soil'],
    ] as const
    for (const [key, name] of turns) expect(await turn(page, key), key).toBe(name)
    expect(await page.locator('.wall-paused').innerText()).toMatch(
      /已停住，(90|89)秒后继续\s+4 \/ 4/,
    )
    await page.clock.runFor(80_000)
    expect(await slideName(page)).toBe('soil')
    // What to do has been read by then, and the slide is seen again.
    expect(await page.locator('.wall-pause').count()).toBe(0)
    expect(await page.locator('.wall-ticks').innerText()).toMatch(/已停住，\d+秒后继续/)
    await page.clock.runFor(11_000)
    expect(await page.locator('.wall-ticks').innerText()).toBe('')
    expect(await runToNextSlide(page)).toBe('inspection')

    await page.keyboard.press('Space')
    expect(await page.locator('.wall-paused').innerText()).toContain('已停住，按空格继续')
    await page.clock.fastForward('02:00:00')
    expect(await slideName(page)).toBe('inspection')
    await page.keyboard.press('Space')
    expect(await page.locator('.wall-pause').count()).toBe(0)
    expect(await runToNextSlide(page)).toBe('air')
    expectNoFaults()
  })

  it('touches it, and finds the same view for a phone in the code', async () => {
    const { page, expectNoFaults } = await open(`${QUERY}&v=2021-01-23&lang=zh`)
    await turn(page, '2')
    await page.mouse.click(640, 300)
    const id = await page.locator(`${FRONT} [data-panel].is-lead`).getAttribute('data-panel')
    expect(await readCode(page)).toBe(`${site.url}index.html#/indicators/${id}?v=2021-01-23`)
    await turn(page, '1')
    expect(await readCode(page)).toBe(`${site.url}index.html#/inspection?v=2021-01-23`)
    expectNoFaults()
  })

  it('turns on in the middle of a fade, and the wall is as bright as before all the time', async () => {
    const { page, expectNoFaults } = await open(QUERY, {
      options: { reducedMotion: 'no-preference' },
    })
    expect(await turn(page, 'ArrowRight')).toBe('air')
    const begun = await lightOf(page)
    expect(begun.layers).toBe(2)
    const seen = [begun.light]
    await page.keyboard.press('ArrowRight')
    for (let looks = 0; looks < 60; looks += 1) {
      await page.clock.runFor(16)
      seen.push((await lightOf(page)).light)
    }
    expect(await slideName(page)).toBe('water')
    expect(Math.min(...seen)).toBeGreaterThan(0.99)
    expect(await page.locator(FRONT).innerText()).not.toBe('')
    expectNoFaults()
  })

  it('moves the pointer over it, and that is no touch', async () => {
    const { page } = await open(QUERY)
    await page.mouse.move(100, 100)
    await page.mouse.move(600, 400)
    expect(await page.locator('.wall-pause').count()).toBe(0)
  })

  it('leaves for the desk with Esc', async () => {
    const { page } = await open(QUERY)
    await page.keyboard.press('Escape')
    await page.waitForURL(`${site.url}index.html`)
    expect(await page.locator('.wall').count()).toBe(0)
  })
})

/** How much of what stands on the stage is seen: 1 for one slide, and for two that fade into each other. */
function lightOf(page: Page): Promise<{ readonly layers: number; readonly light: number }> {
  return page.evaluate(() => {
    const layers = [...document.querySelectorAll('.layer')]
    const seen = layers.map((layer) => {
      const { opacity, visibility } = getComputedStyle(layer)
      return visibility === 'visible' ? Number(opacity) : 0
    })
    return { layers: layers.length, light: seen.reduce((sum, each) => sum + each, 0) }
  })
}

async function turn(page: Page, key: string): Promise<string> {
  const before = await slideName(page)
  await page.keyboard.press(key)
  for (let tries = 0; tries < 20 && (await slideName(page)) === before; tries += 1) {
    await page.clock.runFor(100)
  }
  return (await slideName(page)) ?? ''
}

describe('a wall', () => {
  it('goes round without one violation, failed request or stranger', async () => {
    const { page, expectNoFaults } = await open('?dwell=5&reload=off')
    const first = await slideName(page)
    let shown = 1
    while ((await runToNextSlide(page)) !== first) shown += 1
    expect(shown).toBeGreaterThan(8)
    expectNoFaults()
  })

  it('keeps its slide and flows anew when the window changes', async () => {
    const { page } = await open('?slides=air,water&reload=off')
    for (const [width, height, shape] of [
      [1920, 540, 'ultra'],
      [540, 960, 'portrait'],
      [1280, 720, 'wide'],
    ] as const) {
      await resizeTo(page, width, height)
      await page.clock.runFor(200)
      await waitUntilDrawn(page)
      expect(await slideName(page)).toBe('air')
      expect(await page.locator(FRONT).getAttribute('data-shape')).toBe(shape)
    }
  })

  it('shows what was known on a day, and says so', async () => {
    const { page, expectNoFaults } = await open('?slides=air&v=2021-01-01&reload=off')
    expect(await noticeOf(page)).toContain('截至2021-01-01')
    expect(await page.locator('html').getAttribute('data-as-of')).toBe('2021-01-01')
    const words = (await page.locator(FRONT).innerText()).replace(/\s/g, '')
    expect(words).not.toContain('2021年PM2.5')
    expect(words).not.toMatch(/202[1-9]-(?!01-01)/)
    expectNoFaults()
  })

  it('speaks English and wears another theme where it is asked to', async () => {
    const { page, expectNoFaults } = await open('?slides=air&lang=en&theme=contrast&reload=off')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('.wall-title').innerText()).not.toMatch(/[\u4e00-\u9fff]/)
    expect(await page.locator(`${FRONT} h2`).first().innerText()).not.toMatch(/[\u4e00-\u9fff]/)
    expect(
      await page.evaluate(
        () => getComputedStyle(document.querySelector('.wall') ?? document.body).backgroundColor,
      ),
    ).toBe('rgb(255, 255, 255)')
    expectNoFaults()
  })

  it('over plain http works, and says why the screen may go dark', async () => {
    const url = site.url.replace('127.0.0.1', HOST)
    const { page, expectNoFaults } = await open(QUERY, { url })
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    expect(await noticeOf(page)).toContain('屏幕可能熄灭')
    expect(await turn(page, '2')).toBe('air')
    expect(await page.locator('.wall-pause').innerText()).toContain(
      '非https访问，浏览器不能保持亮屏',
    )
    expect(await readCode(page)).toMatch(new RegExp(`^${url}index.html#/indicators/`))
    expectNoFaults()
  })

  it('doubts its clock in red where the data are of later days', async () => {
    const { page } = await open(QUERY, { time: new Date('2019-03-01T02:00:00Z') })
    const age = page.locator('.wall-age[data-age=implausible]')
    expect(await age.innerText()).toContain('本机时钟可能有误')
    expect(await age.innerText()).not.toContain('距今')
    const [remark, warn] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.wall-age b') ?? document.body).color,
      getComputedStyle(document.documentElement).getPropertyValue('--warn').trim(),
    ])
    expect(remark).toBe(asRgb(warn ?? ''))
  })

  it('is dimmed outside its hours, from one minute to the next', async () => {
    const { page } = await open(`${QUERY}&hours=09:00-09:02`)
    const paper = () =>
      page.evaluate(
        () => getComputedStyle(document.querySelector('.wall') ?? document.body).backgroundColor,
      )
    const day = await paper()
    expect(await page.locator('html[data-night]').count()).toBe(0)
    await page.clock.runFor(125_000)
    expect(await page.locator('html[data-night]').count()).toBe(1)
    expect(await paper()).not.toBe(day)
  })

  it.each(['reduce', 'no-preference'] as const)(
    'fades and wanders only where motion is welcome: %s',
    async (reducedMotion) => {
      const { page } = await open(QUERY, { options: { reducedMotion } })
      const placeOf = () =>
        page.locator('.wall-header').evaluate((header) => {
          const { x, y } = header.getBoundingClientRect()
          return `${x} ${y}`
        })
      const places = new Set<string>()
      for (let minute = 0; minute < 4; minute += 1) {
        places.add(await placeOf())
        await page.clock.runFor(60_000)
      }
      const fades = await page
        .locator('.layer.is-front')
        .evaluate((layer) => getComputedStyle(layer).transitionDuration)
      const isStill = reducedMotion === 'reduce'
      expect(places.size > 1).toBe(!isStill)
      expect(fades.startsWith('0s')).toBe(isStill)
    },
  )
})

/** "#f29574" as computed styles give it. */
function asRgb(hex: string): string {
  const number = Number.parseInt(hex.slice(1), 16)
  return `rgb(${number >> 16}, ${(number >> 8) & 255}, ${number & 255})`
}
