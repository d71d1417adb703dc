import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { measureWall, type WallFit } from './support/wall-fit.ts'
import { openWall, resizeTo, slideName, turnBy, waitUntilDrawn } from './support/wall.ts'

const SIZES = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
  [6656, 1792],
  [3840, 1080],
  [1080, 1920],
  [375, 812],
] as const
/** Beside what the data give: slides that somebody names by hand. */
const NAMED = ['pm25+pm10', 'pm25+good-air-days+air-rank', 'green-factories']
const LEAST_LEAD = 160
const MOST_PANELS = 3

let site: Site
let browser: Browser
let names: string[] = []

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
  const page = await openPage('')
  names = [(await slideName(page)) ?? '']
  for (;;) {
    const name = await turnBy(page, 'ArrowRight')
    if (name === names[0]) break
    names.push(name)
  }
  await page.close()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** Without fading, and without anybody's clock: only keys turn the slides. */
async function openPage(query: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1920, height: 1080 },
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  })
  await openWall(page, site, query)
  return page
}

function faultsOf({ faults, leadPx, panels, texts }: WallFit): string[] {
  return [
    ...faults,
    ...(leadPx !== null && leadPx < LEAST_LEAD ? [`the lead figure has ${leadPx} px`] : []),
    ...(panels > MOST_PANELS ? [`${panels} panels`] : []),
    ...(texts < 5 ? ['hardly a word'] : []),
  ]
}

it('a word that is cut, small or over another would be seen', async () => {
  const page = await openPage('?slides=pm25%2Bgood-air-days')
  expect(faultsOf(await page.evaluate(measureWall))).toEqual([])
  await page.evaluate(() => {
    const style = (selector: string, rules: Partial<CSSStyleDeclaration>) => {
      const element = document.querySelector<HTMLElement>(selector)
      if (!element) throw new Error(`no ${selector}`)
      Object.assign(element.style, rules)
    }
    style('.is-lead .slide-sentence', { width: '3em', overflow: 'hidden', whiteSpace: 'nowrap' })
    style('.is-lead .figure-number', { fontSize: '120px' })
    style('.slide-source', { fontSize: '20px', marginTop: '-200px' })
    style('.slide-panel:not(.is-lead) .figure-period', { marginLeft: '600px' })
  })
  const found = faultsOf(await page.evaluate(measureWall)).join('\n')
  expect(found).toContain('cut: slide-sentence')
  expect(found).toContain('the lead figure has 120 px')
  expect(found).toContain('20.0 px small: “来源：')
  expect(found).toContain('over each other by')
  expect(found).toMatch(/outside sources by \d+/)
  expect(found).toMatch(/outside window by \d+: “2020年”/)
  await page.close()
})

describe.each([
  ['zh', SIZES],
  // A canvas of each shape is enough: 4K is 1366 × 768 in other px.
  ['en', SIZES.filter(([width]) => ![1920, 3840].includes(width))],
] as const)('slides in %s', (lang, sizes) => {
  let page: Page
  beforeAll(async () => {
    // With a notice in the header, which must have its room, too.
    page = await openPage(`?lang=${lang}&dwell=unreadable&slides=${[...names, ...NAMED].join(',')}`)
  })

  it.each(sizes)(
    'fit %i×%i: nothing cut, nothing over another, nothing too small',
    async (width, height) => {
      await resizeTo(page, width, height)
      const found: Record<string, string[]> = {}
      for (let i = 0; i < names.length + NAMED.length; i += 1) {
        const name = (await slideName(page)) ?? ''
        await waitUntilDrawn(page)
        const faults = faultsOf(await page.evaluate(measureWall))
        if (faults.length > 0) found[name] = faults
        await turnBy(page, 'ArrowRight')
      }
      expect(found).toEqual({})
    },
  )
})
