import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fullWidthPunctuation } from '../../src/text/rich.ts'
import { expectText, goTo, goToIndicator, openAt, waitUntilAlive } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, importInto, type Copy } from './support/generations.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

/** Would raise its hand if it ever ran. */
const IMAGE = '<img src=x onerror=window.pwned=1>'
const SCRIPT = '<script>window.pwned=1</script>'
const MUSTACHE = '{{constructor.constructor("window.pwned=1")()}}'

const TABLES = {
  'publications.csv': `id,title,publisher,published,grade,url
hostile,${IMAGE}公报,${SCRIPT}处,2025-02-01,official,https://example.org/?q=<script>
`,
  'indicators.csv': `id,theme,zh,en,unit,accumulation,desired,scope
hostile-figure,air,${IMAGE}指标,${IMAGE}figure,家,stock,up,${SCRIPT}全市
hostile-line,air,${MUSTACHE}线,${SCRIPT}line,%,ratio,up,全市
`,
  'observations.csv': `publication,indicator,region,breakdown,period,value,unit,status,printed,locator,note
hostile,hostile-figure,410800,${IMAGE}分组,2024,5,家,A,${IMAGE}5家,${IMAGE}一,${SCRIPT}说明
hostile,hostile-line,410800,,2020,10,%,A,,,${IMAGE}
hostile,hostile-line,410800,,2021,20,%,A,,,
hostile,hostile-line,410800,,2022,30,%,D,,,${IMAGE}
hostile,hostile-line,410800,,2023,40,%,E,,,${SCRIPT}
`,
}

let copy: Copy
let site: Site
let browser: Browser
let watched: WatchedPage

beforeAll(async () => {
  copy = copyDist()
  importInto(copy.root, TABLES)
  site = await openSite(copy.root)
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  watched = await openWatchedPage(context, site.url)
  await openAt(watched.page, site, '/')
})

afterAll(async () => {
  await browser.close()
  await site.stop()
  copy.remove()
})

async function expectNothingRan(): Promise<void> {
  const { page } = watched
  const made = await page.evaluate(() => ({
    pwned: 'pwned' in window,
    images: document.querySelectorAll('img, [onerror], main script').length,
  }))
  expect(made).toEqual({ pwned: false, images: 0 })
  watched.expectNoFaults()
}

describe('texts that try to be code', () => {
  it('stand literally in the overview and the index', async () => {
    const { page } = watched
    await expectText(page, '.all-figures', `${IMAGE}指标`, `${MUSTACHE}线`)
    await expectText(page, '.recent', `${IMAGE}公报`)
    await goTo(page, '/indicators')
    await expectText(page, '.index', `${IMAGE}指标`)
    await expectNothingRan()
  })

  it('stand literally on an indicator’s page: name, scope, group, wording, place, note, source', async () => {
    const { page } = watched
    await goToIndicator(page, 'hostile-figure')
    await expectText(page, 'h1', `${IMAGE}指标`)
    await expectText(
      page,
      '#figures',
      `${IMAGE}分组`,
      `“${IMAGE}5家”`,
      `${IMAGE}一`,
      `${SCRIPT}说明`,
    )
    await expectText(page, '.indicator-aside', `${SCRIPT}全市`, `${IMAGE}公报`, `${SCRIPT}处`)
    await expectNothingRan()
  })

  it('stand literally in a picture and in what is read from its points', async () => {
    const { page } = watched
    await goToIndicator(page, 'hostile-line')
    const stage = page.locator('.indicator-picture .chart-stage')
    await stage.locator('svg path').first().waitFor({ state: 'attached' })
    await stage.focus()
    await page.keyboard.press('Home')
    await expectText(page, '.indicator-picture .chart-readout', `${SCRIPT}处`)
    const box = await stage.boundingBox()
    if (box) await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2)
    expect(await stage.getAttribute('aria-label')).toContain(fullWidthPunctuation(`${MUSTACHE}线`))
    await expectNothingRan()
  })

  it('stand literally among the sources and on the publication’s page; its link is a plain address', async () => {
    const { page } = watched
    await goTo(page, '/sources')
    await expectText(page, '.sources', `${IMAGE}公报`, `${SCRIPT}处`)
    await goTo(page, '/sources/hostile')
    await expectText(page, '.publication', `${IMAGE}公报`, `“${IMAGE}5家”`, `${SCRIPT}说明`)
    const link = page.getByRole('link', { name: '打开原文' })
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/example\.org\//)
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    await expectNothingRan()
  })

  it('stand literally in search', async () => {
    const { page } = watched
    await page.keyboard.press('/')
    await page.keyboard.type('img')
    await expectText(page, '[role=listbox]', `${IMAGE}指标`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expectNothingRan()
  })

  it('in the address change nothing but what they name', async () => {
    const { page } = watched
    for (const route of [
      `/indicators/${encodeURIComponent(IMAGE)}`,
      `/sources/__proto__?lang=${encodeURIComponent(SCRIPT)}&theme=x&region=__proto__&v=2021-02-30`,
      '/indicators/constructor',
      '/indicators/toString?v=javascript:alert(1)',
    ]) {
      await goTo(page, route)
      await expectText(page, '.nothing', '没有这')
    }
    expect(await page.locator('html').getAttribute('data-as-of')).toBe('latest')
    await expectNothingRan()
  })
})

it('stand literally in the one file that is made of them, and do not break out of its data', async () => {
  const { page } = watched
  await page.evaluate(() => {
    const [, query] = location.hash.split('?')
    location.hash = query ? `#/offline?${query}` : '#/offline'
  })
  await page.locator('.to-offline-file').click()
  const coming = page.waitForEvent('download')
  await page.locator('[data-act=make]').click()
  const path = join(copy.root, '有恶意 文字.html')
  await (await coming).saveAs(path)
  const context = await browser.newContext({ offline: true })
  const file = await openWatchedPage(context, 'file:///')
  await file.page.goto(`${pathToFileURL(path).href}#/indicators/hostile-figure`)
  await waitUntilAlive(file.page)
  await expectText(file.page, 'h1', `${IMAGE}指标`)
  await expectText(file.page, '.indicator-aside', `${SCRIPT}全市`, `${IMAGE}公报`)
  expect(await file.page.evaluate(() => 'pwned' in window)).toBe(false)
  expect(await file.page.locator('img, [onerror], main script').count()).toBe(0)
  file.expectNoFaults()
  await context.close()
})
