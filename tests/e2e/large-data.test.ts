/** A data set too large for the page's thread and memory: taken in by a worker, read page by page. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { largeData, writeData } from '../../bench/large-data.mjs'
import type { Manifest } from '../../src/contract/manifest.ts'
import {
  expectText,
  goToIndicator,
  lookAtServer,
  readText,
  seqOf,
  waitUntilDrawn,
} from './support/app.ts'
import { openBreakableSite, type BreakableSite } from './support/breakable-site.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, type Copy } from './support/generations.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

/** 24 places over 14 months: 25,200 figures, more than a page holds whole. */
const FIRST = { cities: 2, counties: 11, months: 14 }
/** Half a year later: more than a megabyte to fetch. */
const LATER = { ...FIRST, months: 20 }
const LATEST = { ...FIRST, months: 26 }

let copy: Copy
let site: BreakableSite
let browser: Browser
let watched: WatchedPage
const workers: string[] = []

function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(copy.root, 'data/manifest.json'), 'utf8')) as Manifest
}

/** The address of the last snapshot listed. */
function lastSnapshot(): string {
  const { snapshots } = readManifest()
  return `data/${snapshots[snapshots.length - 1]?.path}`
}

function publish(size: typeof FIRST, seq: number): void {
  writeData(join(copy.root, 'data'), largeData(size))
  writeFileSync(join(copy.root, 'data/manifest.json'), JSON.stringify({ ...readManifest(), seq }))
}

beforeAll(async () => {
  copy = copyDist()
  rmSync(join(copy.root, 'data'), { recursive: true })
  publish(FIRST, 10)
  site = await openBreakableSite(copy.root)
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  watched = await openWatchedPage(context, site.url)
  watched.page.on('worker', (worker) => workers.push(new URL(worker.url()).pathname))
})

afterAll(async () => {
  await browser.close()
  await site.close()
  copy.remove()
})

afterEach(() => {
  site.heal()
  workers.length = 0
})

describe('a data set too large for the page', () => {
  it('is taken in by a worker, under the strict policy', async () => {
    const { page } = watched
    await page.goto(site.url)
    await expect.poll(() => seqOf(page)).toBe('10')
    expect(workers).toEqual([expect.stringMatching(/\/take-in-worker-[\w-]+\.js$/)])
    await page.locator('main [data-panel="pm25"]').first().waitFor()
    watched.expectNoFaults()
  })

  it('shows an indicator of the place asked for, and of another place when that is chosen', async () => {
    const { page } = watched
    await goToIndicator(page, 'pm25')
    const home = await readText(page, '.indicator-head [data-figure]')
    expect(home).toMatch(/\d微克\/立方米$/)
    await page.evaluate(() => (location.hash = '/indicators/pm25?region=410103'))
    await expectText(page, 'main', '第1市第3县')
    expect(await readText(page, '.indicator-head [data-figure]')).not.toBe(home)
  })

  it('shows all that one publication stated', async () => {
    const { page } = watched
    await page.evaluate(() => (location.hash = '/sources/bulletin-2020-02'))
    await expectText(page, 'main', '2020-02 环境月报')
    // 75 indicators in 24 places.
    const rows = page.locator('main table tbody td.publication-value')
    await expect.poll(() => rows.count()).toBe(75 * 24)
  })

  it('is refused by name when one file is spoiled, and the last good generation stays', async () => {
    const { page } = watched
    await goToIndicator(page, 'pm10')
    await waitUntilDrawn(page)
    const shown = await readText(page)
    publish(LATER, 11)
    site.break(lastSnapshot(), { kind: 'html' })
    await lookAtServer(page)
    await expectText(page, '[data-status=refused]', '新数据未采用', '服务器给出的是网页')
    expect(workers).toHaveLength(1)
    expect([await readText(page), await seqOf(page)]).toEqual([shown, '10'])
    site.heal()
    await lookAtServer(page)
    await expect.poll(() => seqOf(page)).toBe('11')
    expect(await readText(page)).not.toBe(shown)
    await page.locator('[data-status=refused]').waitFor({ state: 'detached' })
  })

  it('says how far it is, and can be stopped and gone on with', async () => {
    const { page } = watched
    publish(LATEST, 12)
    site.break(lastSnapshot(), { kind: 'silent' })
    await lookAtServer(page)
    await expectText(page, '[data-status=taking-in]', '正在读入新数据', '5/6份')
    await page.getByRole('button', { name: '停下' }).click()
    await expectText(page, '[data-status=left-off]', '没有读完')
    expect(await page.locator('[data-status=refused]').count()).toBe(0)
    expect(await seqOf(page)).toBe('11')
    site.heal()
    await page.getByRole('button', { name: '接着读' }).click()
    await expect.poll(() => seqOf(page)).toBe('12')
    await page.locator('[data-status=left-off]').waitFor({ state: 'detached' })
  })

  it('is there after a reload, without being fetched again', async () => {
    const { page } = watched
    await waitUntilDrawn(page)
    const shown = await readText(page)
    await page.reload()
    await waitUntilDrawn(page)
    expect(await readText(page)).toBe(shown)
    expect(workers).toEqual([])
  })
})
