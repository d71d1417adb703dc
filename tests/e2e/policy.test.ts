import { readdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STRICT_POLICY } from '../../tools/policy.mjs'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage } from './support/watched-page.ts'

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

describe('the strict policy', () => {
  it('is sent with every answer, refusals too', async () => {
    const asked = [
      ['GET', '', 200],
      ['HEAD', 'index.html', 200],
      ['GET', 'data/manifest.json', 200],
      ['GET', 'sw.js', 200],
      ['GET', 'no-such-page', 404],
      ['GET', 'assets/no-such-chunk.js', 404],
      ['GET', '%E0%A4%A', 404],
      ['POST', '', 405],
    ] as const
    for (const [method, path, status] of asked) {
      const response = await fetch(`${site.url}${path}`, { method })
      expect([path, response.status]).toEqual([path, status])
      expect(response.headers.get('content-security-policy')).toBe(STRICT_POLICY)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('is broken by nothing on the first page, nor by its worker, and no other host is asked', async () => {
    const context = await browser.newContext()
    const { page, expectNoFaults } = await openWatchedPage(context, site.url)
    await page.goto(site.url)
    await page.locator('[data-panel][data-state=ready] [data-figure]').first().waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    await page.waitForLoadState('networkidle')
    expectNoFaults()
    await context.close()
  })

  it('would be seen to be broken: an inline style is refused and reported', async () => {
    const context = await browser.newContext()
    const { page, faults } = await openWatchedPage(context, site.url)
    await page.goto(site.url)
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
    await expect
      .poll(() => faults.filter(({ kind }) => kind === 'violation').map(({ text }) => text))
      .toEqual([expect.stringContaining('style-src-attr')])
    await context.close()
  })

  it('leaves the worker whole: one classic script without imports', async () => {
    const text = await (await fetch(`${site.url}sw.js`)).text()
    expect(text).not.toMatch(/\bimportScripts\s*\(|\bimport\s*[({"'*]|\bexport\b\s*[{*]/)
    expect(text).toContain('"url":"index.html"')
    expect(text).not.toContain('"url":"data/')
  })
})

describe('the built app', () => {
  it('carries the licence of the numeral font beside the font', () => {
    const names = readdirSync(new URL('../../dist/assets', import.meta.url))
    expect(names.filter((name) => name.startsWith('qn-num-')).map((n) => n.split('-')[2])).toEqual(
      expect.arrayContaining(['400', '600', expect.stringContaining('licence')]),
    )
  })
})
