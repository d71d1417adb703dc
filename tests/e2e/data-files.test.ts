/** The files beside the pages, as somebody finds and takes them. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAt } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage } from './support/watched-page.ts'

const LINKS = '.take-away-files a'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

describe('the files of an indicator', () => {
  it('are linked from its page without script, each of the right type', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site.url}indicators/pm25.html`)
    const addresses = await page
      .locator(LINKS)
      .evaluateAll((links) =>
        links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')),
      )
    const answers = await Promise.all(addresses.map((address) => fetch(address)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual([
      'text/csv; charset=utf-8',
      'application/json; charset=utf-8',
      'application/json; charset=utf-8',
    ])
    const [csv] = answers
    const bytes = new Uint8Array((await csv?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect(bytes.slice(0, 3).join()).toBe('239,187,191')
    await context.close()
  })

  it('are named for machines, and the policy has nothing against the block that does', async () => {
    const context = await browser.newContext()
    const address = `${site.url}indicators/pm25.html`
    const { page, expectNoFaults } = await openWatchedPage(context, site.url)
    await page.goto(address)
    await page.locator('html[data-alive]').waitFor()
    await page.waitForLoadState('networkidle')
    const [block] = await page.locator('script[type="application/ld+json"]').allTextContents()
    expect(JSON.parse(block ?? '')).toMatchObject({ '@type': 'Dataset', url: 'pm25.html' })
    const named = await page
      .locator('head :is([rel=alternate], [rel=describedby])')
      .evaluateAll((links) =>
        links.map((link) => (link instanceof HTMLLinkElement ? link.href : '')),
      )
    const statuses = await Promise.all(named.map(async (each) => (await fetch(each)).status))
    expect(statuses).toEqual([200, 200, 200])
    expectNoFaults()
    await context.close()
  })

  it('are of the latest day, and offered only where that is shown', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await openAt(page, site, '/indicators/pm25')
    expect(await page.locator(LINKS).first().getAttribute('href')).toBe('data/indicators/pm25.csv')
    await openAt(page, site, '/indicators/pm25?v=2021-01-01')
    await page.locator('.take-away').waitFor()
    expect(await page.locator(LINKS).count()).toBe(0)
    await context.close()
  })
})

it('the descriptor of the whole names files that are there, as large as it says', async () => {
  const address = `${site.url}data/datapackage.json`
  const { resources } = (await (await fetch(address)).json()) as {
    resources: { path: string; bytes: number }[]
  }
  expect(resources).toHaveLength(8)
  for (const { path, bytes } of resources) {
    const found = await (await fetch(new URL(path, address))).arrayBuffer()
    expect([path, found.byteLength]).toEqual([path, bytes])
  }
})
