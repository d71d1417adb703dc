import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { openWall, turnBy, waitUntilDrawn } from './support/wall.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SLIDES = ['inspection', 'news', 'air', 'industry', 'soil']

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

/** The policy would refuse the tool; what the tool looks at runs under the policy everywhere else. */
async function openPage(query: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1920, height: 1080 },
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  await page.addInitScript(AXE)
  await openWall(page, site, query)
  return page
}

async function findFaults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(async (rules): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: typeof Axe }
    return axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
  }, RULES)
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map((node) => `${id}: ${node.target.join(' ')} · ${node.failureSummary}`),
  )
}

describe('the wall, for readers who see or hear otherwise', () => {
  it.each([
    ['dark', 'always'],
    // Never on duty while this runs: the dimmed palette.
    ['dark', 'night'],
    ['light', 'always'],
    ['contrast', 'always'],
  ])(
    'has no fault in %s (%s), running, and with what it says when touched',
    async (theme, when) => {
      const hours = when === 'always' ? when : offDuty()
      const page = await openPage(`?slides=${SLIDES.join(',')}&theme=${theme}&hours=${hours}`)
      expect(await page.locator('html[data-night]').count()).toBe(when === 'night' ? 1 : 0)
      expect(await findFaults(page)).toEqual([])
      for (let i = 1; i < SLIDES.length; i += 1) {
        const name = await turnBy(page, 'ArrowRight')
        await waitUntilDrawn(page)
        expect(await findFaults(page), name).toEqual([])
      }
      await page.close()
    },
  )

  it('a fault would be found', async () => {
    const page = await openPage('?slides=soil')
    await page.evaluate(() => {
      document.querySelector('.slide-sentence')?.setAttribute('style', 'color: #222')
    })
    expect((await findFaults(page)).join('\n')).toContain('color-contrast: ')
    await page.close()
  })
})

/** Two hours that are half a day away. */
function offDuty(): string {
  const hour = (new Date().getHours() + 12) % 24
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(hour)}:00-${two((hour + 2) % 24)}:00`
}
