/** Made-up publications, published by the authoring command into a copy: the ledger, the ghost line, the day. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectText, goTo, lookAtServer, openAt, readText, seqOf } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, importInto, type Copy } from './support/generations.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

let copy: Copy
let site: Site
let browser: Browser
let context: BrowserContext
let watched: WatchedPage

beforeAll(async () => {
  copy = copyDist()
  site = await openSite(copy.root)
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  watched = await openWatchedPage(context, site.url)
})

afterAll(async () => {
  await browser.close()
  await site.stop()
  copy.remove()
})

/** Provisional first, then final with a reason; on the day of the latter another source differs. */
function publishRevision(): void {
  importInto(copy.root, {
    'publications.csv': `id,title,publisher,published,grade,url
trial-first,试验初报,试验处,2024-08-01,official,
trial-final,试验终报,试验处,2024-09-01,official,
trial-press,试验快讯,试验社,2024-09-01,press,
`,
    'observations.csv': `publication,indicator,region,period,value,unit,status,note
trial-first,pm25,410800,2022,52,微克/立方米,P,
trial-final,pm25,410800,2022,47,微克/立方米,A,审核后修订
trial-final,district-heating,410800,2022-09-09,91,%,A,
trial-final,green-factories,410800,2024-06-30,22,家,A,
trial-press,green-factories,410800,2024-06-30,21,家,A,
`,
  })
}

/** The picture, as what is written in it. */
function pictureText(): Promise<string> {
  return readText(watched.page, '.indicator-picture .chart-stage')
}

describe('before anything is revised', () => {
  it('no earlier vintage is on offer, and the report alone stands among the contested', async () => {
    const { page } = watched
    await openAt(page, site, '/indicators/pm25')
    expect(await page.locator('.ghost-select').count()).toBe(0)
    await goTo(page, '/sources')
    await page.locator('.sources-contested').click()
    await expectText(page, '.source-row', '2023-05-29', '新增55', '存疑4')
    expect(await page.locator('.source-row').count()).toBe(1)
    await page.locator('.sources-contested').click()
  })
})

describe('a revision that was published', () => {
  it('is counted in the list of sources when it arrives', async () => {
    const { page } = watched
    publishRevision()
    // Asked again and again: the app's first look at the server may still be under way.
    await expect
      .poll(async () => {
        await lookAtServer(page)
        return seqOf(page)
      })
      .toBe('2')
    const row = (id: string) => `.source-row:has(a[href$="${id}"])`
    await expectText(page, row('trial-final'), '修订1', '重复1', '同日两说1')
    await expectText(page, row('trial-first'), '均为新增')
    await expectText(page, '.sources-contested', '有修订或矛盾3')
  })

  it('stands on its own page as old and new, with the reason and the earlier document', async () => {
    const { page } = watched
    await goTo(page, '/sources/trial-final')
    await expectText(page, '[data-ledger=revised]', '52微克/立方米2024-08-01→47微克/立方米')
    await expectText(page, '[data-ledger=revised]', '状态由“初步”改为“正式”', '审核后修订')
    await expectText(page, '[data-ledger=repeated]', '91%2022-09-09=91%')
    await expectText(page, '[data-ledger=conflict]', '21家2024-09-01≠22家')
  })

  it('stands in the ledger of the indicator, in the order of publication', async () => {
    const { page } = watched
    await goTo(page, '/indicators/pm25')
    const days = await page.locator('.ledger-table tbody time').allInnerTexts()
    expect(days).toEqual([...days].sort())
    expect(days.slice(-2)).toEqual(['2024-08-01', '2024-09-01'])
    await expectText(page, '.ledger-table', '修订202252微克/立方米（2024-08-01）→47微克/立方米')
  })

  it('can be seen as a ghost line, by keyboard alone, in picture, readout and table', async () => {
    const { page } = watched
    const select = page.locator('.ghost-select select')
    await select.focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(pictureText).toContain('2024-08-01所知')
    await expectText(page, '#figures s.former', '52')
    await page.locator('.indicator-picture .chart-stage').focus()
    // The first key opens the headline's point, the next one the point of the same period behind it.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expectText(page, '.indicator-picture .chart-readout', '2024-08-01所知', '52')
    await select.selectOption('')
    await expect.poll(pictureText).not.toContain('所知')
    expect(await page.locator('#figures s.former').count()).toBe(0)
    watched.expectNoFaults()
  })
})

const PAGES = ['/', '/indicators', '/indicators/pm25', '/inspection', '/sources']

describe('a chosen day', () => {
  it('knows the figure that stood then, and no revision of it', async () => {
    const { page } = watched
    await openAt(page, site, '/indicators/pm25?v=2024-08-15')
    await expectText(page, '.as-of-band', '历史版本 · 截至 2024-08-15', '2份出处不在其内')
    await expectText(page, '.indicator-head [data-figure]', '52')
    expect(await page.locator('.ghost-select').count()).toBe(0)
    expect(await readText(page, '.revisions')).not.toContain('修订2022')
    await goTo(page, '/sources?v=2024-08-15')
    expect(await page.locator('.source-row').first().innerText()).toContain('试验初报')
    await expectText(page, '.sources-contested', '有修订或矛盾1')
  })

  it.each(PAGES)('can be chosen by keyboard on %s, and left again', async (route) => {
    const { page } = watched
    await openAt(page, site, route)
    const select = page.locator('.day-select select')
    await select.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expectText(page, '.as-of-band', '历史版本 · 截至 2024-08-01')
    expect(await page.locator('html').getAttribute('data-as-of')).toBe('2024-08-01')
    await page.locator('.as-of-band button').focus()
    await page.keyboard.press('Enter')
    await page.locator('.as-of-band').waitFor({ state: 'detached' })
    expect(await page.locator('html').getAttribute('data-as-of')).toBe('latest')
  })

  it.each(PAGES)('before the first publication is named in words on %s', async (route) => {
    const { page } = watched
    await openAt(page, site, `${route}?v=2016-01-01`)
    await expectText(page, '.as-of-band', '截至2016年1月1日，还没有公布过任何数')
    expect(await page.locator('main [data-figure]').count()).toBe(0)
  })

  it('stands in the name of the file and in its rows', async () => {
    const { page } = watched
    await openAt(page, site, '/indicators/pm25?v=2024-08-15')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.take-away button').first().click(),
    ])
    expect(download.suggestedFilename()).toBe('pm25-2024-08-15.csv')
    const stream = await download.createReadStream()
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
    const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n')
    expect(lines[0]).toMatch(/,所知截至,出处编号,网址$/)
    expect(lines[1]).toMatch(/,2024-08-15,[^,]*,[^,]*$/)
    expect(lines.some((line) => line.includes(',2022,52,'))).toBe(true)
    expect(lines.some((line) => line.includes(',2022,47,'))).toBe(false)
    watched.expectNoFaults()
  })

  it('holds offline too', async () => {
    const { page } = watched
    await openAt(page, site, '/indicators/pm25')
    await context.setOffline(true)
    await goTo(page, '/indicators/pm25?v=2024-08-01')
    await expectText(page, '.indicator-head [data-figure]', '52')
    await expectText(page, '.as-of-band', '历史版本 · 截至 2024-08-01')
    await context.setOffline(false)
  })
})
