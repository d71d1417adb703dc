/** Made-up documents and indicators with very long names: the slide of what is new cuts nothing. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { copyDist, importInto, type Copy } from './support/generations.ts'
import { openSite, type Site } from './support/site.ts'
import { measureWall } from './support/wall-fit.ts'
import { FRONT, openWall, resizeTo, turnBy, waitUntilDrawn } from './support/wall.ts'

const SIZES = [
  [1366, 768],
  [1920, 1080],
  [6656, 1792],
  [3840, 1080],
  [1080, 1920],
  [375, 812],
] as const
const COUNT = 14

function long(start: string): string {
  return (start + '某项试验工作的办理与公布情况'.repeat(6)).slice(0, 66)
}

/** Two years of each, so that rows have something to say of before. */
function tables(): Readonly<Record<string, string>> {
  const ids = Array.from({ length: COUNT }, (_, i) => `made-up-${i}`)
  const documents = ['made-up-old', 'made-up-new']
  return {
    'publications.csv': [
      'id,title,publisher,published,grade',
      ...documents.map((id, i) => `${id},${long(id)},试验处,202${5 + i}-0${i + 1}-28,official`),
    ].join('\n'),
    'indicators.csv': [
      'id,theme,zh,en,unit,accumulation,desired,scope',
      ...ids.map(
        (id, i) =>
          `${id},air,${long(`第${i}项`)},${`Made-up work no. ${i} that is carried out `.repeat(2)}on trial,微克/立方米,mean,none,全市`,
      ),
    ].join('\n'),
    'observations.csv': [
      'publication,indicator,region,period,value,unit,status',
      ...documents.flatMap((document, year) =>
        ids.map(
          (id, i) => `${document},${id},410800,202${4 + year},${40 + i + year}.5,微克/立方米,A`,
        ),
      ),
    ].join('\n'),
  }
}

/** What is new comes between two slides, once it has been fetched. */
async function turnUntilNew(page: Page): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await turnBy(page, 'ArrowRight')
    const title = await page.locator(`${FRONT} h2`).first().innerText()
    if (title.includes('某项试验工作')) return
    await page.waitForTimeout(500)
  }
  throw new Error('the made-up documents never came')
}

let copy: Copy
let site: Site
let browser: Browser

beforeAll(async () => {
  copy = copyDist()
  importInto(copy.root, tables())
  site = await openSite(copy.root)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
  copy.remove()
})

describe.each(['zh', 'en'])('the slide of what is new in %s', (lang) => {
  let page: Page
  beforeAll(async () => {
    page = await browser.newPage({ serviceWorkers: 'block', reducedMotion: 'reduce' })
    await openWall(page, site, `?slides=news,pm25&lang=${lang}&hours=always`)
    await turnUntilNew(page)
  })

  it.each(SIZES)('fits %i×%i', async (width, height) => {
    await resizeTo(page, width, height)
    await waitUntilDrawn(page)
    const fit = await page.evaluate(measureWall)
    expect(fit.faults).toEqual([])
    expect(await page.locator(`${FRONT} h2`).innerText()).toContain('某项试验工作')
    expect(await page.locator(`${FRONT} .slide-row`).count()).toBeGreaterThan(0)
    const folder = process.env['QINGLAN_SHOTS']
    if (folder) await page.screenshot({ path: `${folder}/long-${lang}-${width}x${height}.png` })
  })
})
