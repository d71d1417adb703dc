import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Manifest } from '../../src/contract/manifest.ts'
import {
  expectInTime,
  expectText,
  lookAtServer,
  openAt,
  readText,
  seqOf,
  waitUntilDrawn,
  waitUntilKept,
} from './support/app.ts'
import { openBreakableSite, type BreakableSite } from './support/breakable-site.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, publishBulletin, type Copy } from './support/generations.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

let copy: Copy
let site: BreakableSite
let browser: Browser
let context: BrowserContext
let watched: WatchedPage
let published = 0

/** The second load, which the worker serves: whatever may go wrong, it may go wrong twice. */
beforeAll(async () => {
  copy = copyDist()
  site = await openBreakableSite(copy.root)
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await context.clock.install()
  watched = await openWatchedPage(context, site.url)
  await openAt(watched.page, site, '/indicators/pm25')
  await waitUntilKept(watched.page)
  await waitUntilDrawn(watched.page)
  await watched.page.reload()
  await watched.page.locator('main > [data-panel=pm25]').waitFor()
  await watched.page.evaluate(() => Object.assign(window, { isSamePage: true }))
})

afterAll(async () => {
  await browser.close()
  await site.close()
  copy.remove()
})

afterEach(() => site.heal())

function publishNext(): { path: string; value: string } {
  published += 1
  const { id, value } = publishBulletin(copy.root, published)
  const manifest = JSON.parse(readManifest().toString('utf8')) as Manifest
  const path = manifest.snapshots.find((file) => file.id === id)?.path
  return { path: `data/${path}`, value }
}

function readManifest(): Buffer {
  return readFileSync(join(copy.root, 'data/manifest.json'))
}

async function expectTaken(value: string): Promise<void> {
  const { page } = watched
  await expectText(page, 'h1', `2024年PM2.5平均浓度${value}微克/立方米`)
  await expectText(page, '.indicator-head [data-figure]', `${value}微克/立方米`)
  await page.locator('[data-status=refused]').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
}

describe('a newer generation', () => {
  it('appears in place at the next look, without a reload: figure, picture, table, sources', async () => {
    const { page } = watched
    const { value } = publishNext()
    const seq = Number(await seqOf(page))
    await expectInTime(page, '06:00', `html[data-seq="${seq + 1}"]`)
    await expectTaken(value)
    expect(Number(await seqOf(page))).toBe(seq + 1)
    await expectText(page, '#figures', `2024${value}正式试验处2025-01-01`)
    await expectText(page, '.indicator-aside', '试验公报第1期')
    await expectText(page, '.indicator-picture .chart-stage', value)
    await expectText(page, '.page-footer', '29 份出处 · 293 个数')
    watched.expectNoFaults()
  })

  it('shows in every open tab', async () => {
    const other = await context.newPage()
    await openAt(other, site, '/sources')
    const { value } = publishNext()
    await lookAtServer(watched.page)
    await expectTaken(value)
    await expectText(other, '.sources', '试验公报第2期')
    await other.close()
    watched.expectNoFaults()
  })

  it('corrects an older figure, which stays among the revisions', async () => {
    await expectText(watched.page, '.revisions', '40.1微克/立方米2025-01-01→40.2微克/立方米')
  })
})

/** Each breaks the site before the look; `path` is the new snapshot's. */
const FAULTS: readonly (readonly [string, (path: string, old: Buffer) => void, string])[] = [
  [
    'a manifest with a lower seq',
    (_, old) => site.break('data/manifest.json', { kind: 'bytes', bytes: old }),
    'manifest.json：编号1低于已采用的',
  ],
  [
    'a web page in the place of the manifest',
    () => site.break('data/manifest.json', { kind: 'html' }),
    '服务器给出的是网页，不是数据',
  ],
  [
    'a manifest without end',
    () => site.break('data/manifest.json', { kind: 'endless' }),
    '清单超过64KB，未读完',
  ],
  [
    'a manifest that is cut off',
    () =>
      site.break('data/manifest.json', {
        kind: 'bytes',
        bytes: readManifest().subarray(0, 900),
      }),
    'manifest.json：不是完整的JSON',
  ],
  [
    'a snapshot with a wrong hash',
    (path) => {
      const bytes = readFileSync(join(copy.root, path))
      const flipped = Buffer.from(bytes.toString('utf8').replace('试验处', '试骗处'))
      site.break(path, { kind: 'bytes', bytes: flipped })
    },
    'SHA-256是',
  ],
  [
    'a truncated snapshot',
    (path) => {
      const bytes = readFileSync(join(copy.root, path)).subarray(0, 100)
      site.break(path, { kind: 'bytes', bytes })
    },
    '100字节，清单写的是',
  ],
  [
    'a login page in the place of a snapshot',
    (path) => site.break(path, { kind: 'html' }),
    '服务器给出的是网页，不是数据',
  ],
  [
    'a snapshot that is missing',
    (path) => site.break(path, { kind: 'status', status: 404 }),
    '.json：服务器上没有这个文件（404）',
  ],
  [
    'a server in trouble',
    () => site.break('data/manifest.json', { kind: 'status', status: 503 }),
    '服务器回答503',
  ],
  ['a snapshot without end', (path) => site.break(path, { kind: 'endless' }), '已停止读取'],
]

describe('a bad generation', () => {
  const first = readFileSync(new URL('../../dist/data/manifest.json', import.meta.url))

  it.each(FAULTS)(
    '%s is refused by name, the last good figures stay, and a good one is taken afterwards',
    async (_, breakSite, said) => {
      const { page } = watched
      const shown = await readText(page)
      const seq = await seqOf(page)
      const { path, value } = publishNext()
      breakSite(path, first)
      await lookAtServer(page)
      await expectText(page, '[data-status=refused]', '新数据未采用', said, '仍显示上一版数据。')
      expect(await readText(page)).toBe(shown)
      expect(await seqOf(page)).toBe(seq)
      site.heal()
      await lookAtServer(page)
      await expectTaken(value)
    },
  )

  it('without end is not read to its end: the page hangs up', async () => {
    // One for the manifest, one for the snapshot; where exactly it stops is a unit test of the feed.
    await expect.poll(() => site.endlessAnswers().length).toBeGreaterThanOrEqual(2)
    for (const { bytes, wasCutOff } of site.endlessAnswers()) {
      expect(bytes).toBeGreaterThan(0)
      expect(wasCutOff).toBe(true)
    }
  })

  it('is refused after a reload, too, and never wiped what is kept', async () => {
    const { page } = watched
    const shown = await readText(page)
    const { path, value } = publishNext()
    const bytes = readFileSync(join(copy.root, path))
    writeFileSync(join(copy.root, path), bytes.subarray(1))
    await page.reload()
    await expectText(page, '[data-status=refused]', '新数据未采用')
    expect(await readText(page)).toBe(shown)
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    writeFileSync(join(copy.root, path), bytes)
    await lookAtServer(page)
    await expectTaken(value)
  })
})
