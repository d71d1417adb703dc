/** The whole overview as of three days: three different stories, each checked by hand against data/. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAt, readText } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage } from './support/watched-page.ts'

interface Story {
  readonly lead: string
  /** Figures by indicator, as written with their unit; empty for what was not known. */
  readonly figures: Readonly<Record<string, string>>
  /** Pictures, in their order. */
  readonly trends: readonly string[]
  readonly doubts: number
  readonly verdicts: Readonly<Record<string, string>>
}

const STORIES: Readonly<Record<string, Story>> = {
  // The first round is known since 2019-11-15; no annual mean after 2016, no stock of the 2020s.
  '2019-12-31': {
    lead: '36项整改任务已完成22项，其余14项推进中',
    figures: {
      'inspection-tasks': '36项',
      petitions: '',
      'green-factories': '',
      'clean-heating-households': '',
      'clean-heating-households-yearly': '6.0万户',
      'district-heating': '',
      pm25: '84.0微克/立方米',
      'good-air-days': '198天',
      'good-air-ratio': '56.6%',
      'air-rank': '第17位',
      'park-green-per-capita': '14平方米',
      'villages-total': '',
    },
    trends: ['pm25', 'good-air-days', 'air-rank'],
    doubts: 0,
    verdicts: {
      'district-heating': 'unassessable',
      'clean-heating-households-yearly': 'unassessable',
    },
  },
  // The press conference of that day: 17 factories, 37.9, 91 %; the second round is not known yet.
  '2022-09-09': {
    lead: '36项整改任务已完成22项，其余14项推进中',
    figures: {
      'inspection-tasks': '36项',
      petitions: '',
      'green-factories': '17家',
      'clean-heating-households': '37.9万户',
      'clean-heating-households-yearly': '6.0万户',
      'district-heating': '91%',
      pm25: '45微克/立方米',
      'good-air-days': '210天',
      'good-air-ratio': '67.0%',
      'air-rank': '第6位',
      'park-green-per-capita': '14平方米',
      'villages-total': '',
    },
    trends: ['forest-coverage', 'pm25', 'good-air-days', 'air-rank'],
    doubts: 0,
    verdicts: {
      'district-heating': 'reached',
      'clean-heating-households-yearly': 'unassessable',
      pm25: 'not-due',
    },
  },
  // The report: 46 tasks, 228 petitions, and figures that contradict those of 2022-09-09.
  '2023-05-29': {
    lead: '46项整改任务已完成34项，其余12项推进中；228件群众信访举报件全部办结',
    figures: {
      'inspection-tasks': '46项',
      petitions: '228件',
      'green-factories': '9家',
      'clean-heating-households': '37.85万户',
      'clean-heating-households-yearly': '6.0万户',
      'district-heating': '91%',
      pm25: '45微克/立方米',
      'good-air-days': '210天',
      'good-air-ratio': '67.0%',
      'air-rank': '第6位',
      'park-green-per-capita': '16.77平方米',
      'villages-total': '1826个',
    },
    trends: [
      'clean-heating-households',
      'district-heating',
      'park-green-per-capita',
      'pm25',
      'good-air-days',
      'air-rank',
    ],
    // Factories, products and chains; systems and enterprises; villages and their total; tasks that
    // are all in time.
    doubts: 8,
    verdicts: {
      'district-heating': 'reached',
      'clean-heating-households-yearly': 'unassessable',
      pm25: 'not-due',
      'good-air-ratio': 'not-due',
    },
  },
}

async function storyOf(page: Page, asked: Story): Promise<Story> {
  const rows = page.locator('.fact-row')
  const figures: Record<string, string> = {}
  for (const id of Object.keys(asked.figures)) {
    const figure = page.locator(`.fact-row[data-panel="${id}"] [data-figure]`)
    figures[id] = (await figure.count()) > 0 ? (await figure.innerText()).replace(/\s+/g, '') : ''
  }
  const trends = await page
    .locator('.panel[data-panel]')
    .evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-panel') ?? ''))
  const verdicts: Record<string, string> = {}
  for (const id of Object.keys(asked.verdicts)) {
    const verdict = page.locator(`.fact-row[data-panel="${id}"] .verdict`)
    verdicts[id] = (await verdict.getAttribute('data-verdict')) ?? ''
  }
  return {
    lead: await readText(page, 'h1'),
    figures,
    trends: trends.sort(),
    doubts: await rows.locator('.fact-note b').count(),
    verdicts,
  }
}

describe('the overview', () => {
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

  it.each(Object.entries(STORIES))('as of %s tells what was known then', async (day, story) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const { page, expectNoFaults } = await openWatchedPage(context, site.url)
    await openAt(page, site, `/?v=${day}`)
    expect(await storyOf(page, story)).toEqual({ ...story, trends: [...story.trends].sort() })
    expect(await page.locator('html').getAttribute('data-as-of')).toBe(day)
    expect(await readText(page, '.as-of-band')).toContain('历史版本')
    // Nothing on the page was published, or falls due as known, only later.
    const dates = [...(await page.locator('main').innerText()).matchAll(/\d{4}-\d{2}-\d{2}/g)]
    expect(dates.map(([date]) => date).filter((date) => date > day)).toEqual([])
    expectNoFaults()
    await context.close()
  })
})
