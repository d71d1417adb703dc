import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { goTo, openAt } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'

const SIZES = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
  [6656, 1792],
  [1080, 1920],
  [375, 812],
] as const
const ROUTES = [
  '/',
  '/indicators/pm25',
  '/indicators',
  '/inspection',
  '/sources',
  '/sources/jz-rectification-2023-05-29',
  '/slides',
  '/offline',
]

let site: Site
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
})

beforeEach(async () => {
  page = await browser.newPage({ serviceWorkers: 'block' })
  await openAt(page, site, '/')
})

afterEach(async () => {
  await page.close()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

interface Fit {
  /** How far the page is wider than its window. */
  readonly overflowPx: number
  /** Words that a box cuts off, or that stand outside the window. */
  readonly clipped: readonly string[]
}

/** Runs in the page. What scrolls by itself may be wider than its box; what is hidden for eyes may be anything. */
function measureFit(): Fit {
  const clipped: string[] = []
  const isForEars = (element: Element): boolean =>
    getComputedStyle(element).clipPath === 'inset(50%)' ||
    (element.parentElement !== null && isForEars(element.parentElement))
  const holds = (element: Element) =>
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    )
  const scrolls = (element: Element) => element.closest('.table-scroll') !== null
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const name = `${element.className} ${(element.textContent ?? '').trim().slice(0, 40)}`
    if (!element.offsetParent || element.matches('.skip-link') || isForEars(element)) continue
    const style = getComputedStyle(element)
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip'
    if (hides && element.scrollWidth > element.clientWidth + 1) {
      clipped.push(`cut: ${name}`)
    }
    const box = element.getBoundingClientRect()
    const isOutside = box.right > innerWidth + 1 || box.left < -1
    if (holds(element) && box.width > 0 && isOutside && !scrolls(element)) {
      clipped.push(`outside: ${name}`)
    }
  }
  for (const text of document.querySelectorAll<SVGTextElement>('.chart-stage svg text')) {
    const box = text.getBoundingClientRect()
    const frame = text.ownerSVGElement?.getBoundingClientRect()
    if (!frame || box.width === 0) continue
    const over = Math.max(
      frame.left - box.left,
      box.right - frame.right,
      frame.top - box.top,
      box.bottom - frame.bottom,
    )
    if (over > 2) clipped.push(`outside its picture by ${Math.round(over)} px: ${text.textContent}`)
  }
  return { overflowPx: document.documentElement.scrollWidth - innerWidth, clipped }
}

/** Charts are drawn when they come near, so the whole page is walked first. */
async function walkThrough(): Promise<void> {
  await page.evaluate(async () => {
    const paint = () => new Promise((done) => requestAnimationFrame(() => done(null)))
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y)
      await paint()
    }
    scrollTo(0, 0)
    for (let wait = 0; wait < 200; wait += 1) {
      const stages = [...document.querySelectorAll('.chart-stage')]
      if (stages.every((stage) => stage.querySelector(':is(.chart-still, .chart-canvas) svg text')))
        break
      await paint()
    }
    await paint()
  })
}

describe.each(SIZES)('at %i×%i', (width, height) => {
  it.each(['zh', 'en'])(
    'nothing is wider than the window and no word is cut, in %s',
    async (lang) => {
      await page.setViewportSize({ width, height })
      const found: Record<string, Fit> = {}
      for (const route of ROUTES) {
        await goTo(page, `${route}?lang=${lang}`)
        await walkThrough()
        found[route] = await page.evaluate(measureFit)
      }
      const wanted = Object.fromEntries(
        ROUTES.map((route) => [route, { overflowPx: 0, clipped: [] }]),
      )
      expect(found).toEqual(wanted)
    },
  )
})

it('a word that is cut or stands outside would be seen', async () => {
  await goTo(page, '/sources')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.evaluate(() => {
    const heading = document.querySelector<HTMLElement>('main h1')
    const row = document.querySelector<HTMLElement>('main .source-row')
    if (!heading || !row) throw new Error('not there')
    Object.assign(heading.style, { width: '3em', overflow: 'hidden', whiteSpace: 'nowrap' })
    row.style.marginLeft = '90vw'
  })
  const { overflowPx, clipped } = await page.evaluate(measureFit)
  expect(overflowPx).toBeGreaterThan(100)
  expect(clipped).toEqual(
    expect.arrayContaining([
      expect.stringContaining('cut: sentence'),
      expect.stringContaining('outside: source-row'),
    ]),
  )
})
