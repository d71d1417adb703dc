import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type * as Axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goTo, openAt } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
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
const DAY = '&v=2021-01-01'
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let site: Site
let browser: Browser
let page: Page

/** The policy would refuse the tool; what the tool looks at runs under the policy everywhere else. */
beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
  page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    serviceWorkers: 'block',
    bypassCSP: true,
  })
  await page.addInitScript(AXE)
  await openAt(page, site, '/')
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** What is wrong, by rule, with the first places. */
async function findFaults(options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    async (run): Promise<AxeResults> => {
      const { axe } = window as unknown as { axe: typeof Axe }
      return axe.run(document, run)
    },
    { ...options, resultTypes: ['violations'] } as RunOptions,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map((node) => `${id}: ${node.target.join(' ')} · ${node.failureSummary}`),
  )
}

describe('for readers who see, hear or point otherwise', () => {
  it.each(ROUTES)('%s has no fault, in Chinese and in English', async (route) => {
    for (const query of [`lang=zh&theme=light${DAY}`, 'lang=en&theme=light']) {
      await goTo(page, `${route}?${query}`)
      expect(await findFaults({ runOnly: RULES }), query).toEqual([])
    }
  })

  it.each(ROUTES)('%s has enough contrast in the other themes too', async (route) => {
    for (const theme of ['dark', 'contrast']) {
      await goTo(page, `${route}?theme=${theme}${DAY}`)
      const options = { runOnly: ['color-contrast', 'link-in-text-block', 'target-size'] }
      expect(await findFaults(options), theme).toEqual([])
    }
  })

  it('open search, an open table and a read point have no fault', async () => {
    await goTo(page, '/?theme=light&lang=zh')
    await page.locator('.table-toggle').first().click()
    await page.locator('.panel .chart-stage').first().focus()
    await page.keyboard.press('End')
    expect(await findFaults({ runOnly: RULES })).toEqual([])
    await page.keyboard.press('/')
    await page.keyboard.type('pm')
    await page.locator('[role=option]').first().waitFor()
    expect(await findFaults({ runOnly: RULES })).toEqual([])
  })

  it('a fault would be found', async () => {
    await goTo(page, '/sources?theme=light')
    await page.evaluate(() => {
      document.querySelector('main h1')?.setAttribute('style', 'color: #eee')
      document.querySelector('main button')?.replaceChildren()
    })
    const found = (await findFaults({ runOnly: RULES })).join('\n')
    expect(found).toContain('color-contrast: ')
    expect(found).toContain('button-name: ')
  })
})
