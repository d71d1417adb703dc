/** Targets on screen: how each stands, its working, and what was to be said of it on an earlier day. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectText, openAt, readText } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, importInto, type Copy } from './support/generations.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

const LAPTOP = { width: 1366, height: 768 }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('the published targets', () => {
  let site: Site
  let context: BrowserContext
  let watched: WatchedPage

  beforeAll(async () => {
    site = await openSite()
    context = await browser.newContext({ viewport: LAPTOP })
    watched = await openWatchedPage(context, site.url)
  })
  afterAll(async () => {
    watched.expectNoFaults()
    await context.close()
    await site.stop()
  })

  it("stand on the overview with whose they are: the province's as the province's", async () => {
    const { page } = watched
    await openAt(page, site, '/')
    const pm25 = '.panel[data-panel=pm25] .verdict'
    expect(await page.locator(pm25).getAttribute('data-verdict')).toBe('not-due')
    expect(await readText(page, pm25)).toMatch(/^未到期河南省2025年目标≤42\.5微克\/立方米/)
    const heating = '.panel[data-panel=district-heating] .verdict'
    expect(await page.locator(heating).getAttribute('data-verdict')).toBe('reached')
    expect(await readText(page, heating)).toContain('期限当日未见公布数，以其后首个数为准')
  })

  it('open their working by mouse and by keyboard', async () => {
    const { page } = watched
    await openAt(page, site, '/indicators/pm10')
    const verdict = page.locator('.targets .verdict').first()
    expect(await verdict.locator('dl').isVisible()).toBe(false)
    await verdict.locator('summary').focus()
    await page.keyboard.press('Enter')
    await expectText(page, '.targets .verdict dl', '103=103', '±0.5', '结论即为未达标')
    await verdict.locator('summary').click()
    expect(await verdict.locator('dl').isVisible()).toBe(false)
  })

  it.each([
    ['2018-08-01', 'unassessable', '尚无公布数'],
    ['2019-12-31', 'unassessable', '当期未见公布数'],
    ['2022-09-09', 'reached', '2022年9月9日为91%'],
    ['latest', 'reached', '2020年12月31日为90.3%'],
  ])('central heating as known on %s', async (day, verdict, words) => {
    const { page } = watched
    await openAt(page, site, `/indicators/district-heating${day === 'latest' ? '' : `?v=${day}`}`)
    const target = page.locator('.targets .verdict').first()
    expect(await target.getAttribute('data-verdict')).toBe(verdict)
    expect(await readText(page, '.targets .verdict')).toContain(words)
  })
})

describe('a made-up target with a plan', () => {
  let copy: Copy
  let site: Site

  beforeAll(async () => {
    copy = copyDist()
    importInto(copy.root, {
      'publications.csv': `id,title,publisher,published,grade,url
trial-plan,试验规划(编造),试验处,2024-07-01,official,
`,
      'observations.csv': `publication,indicator,region,period,value,unit,status
trial-plan,forest-coverage,410800,2023-12-31,35.6,%,P
`,
      'targets.csv': `publication,indicator,region,period,value,unit,type,basis,baseline_period,baseline_value,milestones,note
trial-plan,forest-coverage,410800,2025-12-31,37,%,reach,level,2021,35.2,2023:35.6;2024:36,
`,
    })
    site = await openSite(copy.root)
  })
  afterAll(async () => {
    await site.stop()
    copy.remove()
  })

  it('is judged against its milestones; the other method disagrees and is said to', async () => {
    const context = await browser.newContext({ viewport: LAPTOP })
    const { page, expectNoFaults } = await openWatchedPage(context, site.url)
    await openAt(page, site, '/indicators/forest-coverage')
    await expectText(page, '.targets .verdict', '达序时')
    await page.locator('.targets .verdict summary').click()
    await expectText(
      page,
      '.targets .verdict dl',
      '完成率C=(35.6−35.2)÷(37−35.2)=22.2%',
      '2023-12-31应完成E=22.2%',
      '2021为35.2%；2023为35.6%；2024为36%',
      '国际可比不能按期到达；以序时进度为准',
      '临界末位数字差半个单位（±0.05）',
    )
    expectNoFaults()
    await context.close()
  })
})

describe('without script', () => {
  it('every verdict of the written pages opens its working all the same', async () => {
    const site = await openSite()
    const context = await browser.newContext({ viewport: LAPTOP, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site.url}indicators/pm25.html`)
    const verdict = page.locator('.targets .verdict').last()
    await verdict.locator('summary').click()
    expect(await verdict.locator('dl').innerText()).toContain('平均每年需再降1.40微克/立方米')
    await context.close()
    await site.stop()
  })
})
