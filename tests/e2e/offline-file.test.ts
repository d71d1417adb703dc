/** 生成离线包: what the app hands out opens by itself, whole or in part, and hands itself out again. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readText, waitUntilAlive, waitUntilKept, waitUntilPictured } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, publishBulletin, type Copy } from './support/generations.ts'
import { packOfFolder } from './support/pack-of.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

let folder: string
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
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinglan-made-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function openDialog(page: Page): Promise<void> {
  await page.evaluate(() => {
    const [, query] = location.hash.split('?')
    location.hash = query ? `#/offline?${query}` : '#/offline'
  })
  await page.locator('.to-offline-file').click()
  await page.locator('.offline-file[open]').waitFor()
}

/** Makes the file, and says where it was saved. */
async function make(page: Page): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.locator('[data-act=make]').click()
  const download = await coming
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  await page.locator('[data-result=made]').waitFor()
  return path
}

async function openMade(path: string, hash = ''): Promise<WatchedPage> {
  const context = await browser.newContext({ offline: true })
  const watched = await openWatchedPage(context, 'file:///')
  await watched.page.goto(pathToFileURL(path).href + hash)
  await waitUntilAlive(watched.page)
  return watched
}

async function openServed(hash = ''): Promise<WatchedPage> {
  const context = await browser.newContext()
  const watched = await openWatchedPage(context, site.url)
  await watched.page.goto(site.url + hash)
  await waitUntilAlive(watched.page)
  return watched
}

/** Ids of what the index lists. */
async function indicatorsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => (location.hash = '#/indicators'))
  await page.locator('main [data-panel]').first().waitFor()
  return page
    .locator('main [data-panel]')
    .evaluateAll((all) => all.map((panel) => panel.getAttribute('data-panel') ?? ''))
}

describe('the file that the served app hands out', () => {
  it('shows all that the app shows, and the day on which it was made', async () => {
    const served = await openServed()
    await openDialog(served.page)
    const path = await make(served.page)
    expect(path).toMatch(/清览 离线 \d{4}-\d\d-\d\d\.html$/)
    const made = await openMade(path)
    expect(await readText(made.page, '[data-status=file]')).toMatch(/\d{4}年\d+月\d+日生成/)
    expect(await indicatorsOf(made.page)).toEqual(await indicatorsOf(served.page))
    made.expectNoFaults()
    served.expectNoFaults()
    await made.page.context().close()
    await served.page.context().close()
  })

  it('as of a day holds nothing that was published later, and says so', async () => {
    const served = await openServed('#/?v=2021-01-01')
    await openDialog(served.page)
    const path = await make(served.page)
    expect(path).toContain('截至2021-01-01')
    expect(readFileSync(path, 'utf8')).not.toContain('snapshots/jz-report-2023')
    const made = await openMade(path, '#/indicators/pm25')
    expect(await readText(made.page, '[data-status=file]')).toContain(
      '只含2021年1月1日及以前公布的出处',
    )
    expect(await readText(made.page, 'main h1')).not.toContain('2021年')
    made.expectNoFaults()
    await made.page.context().close()
    await served.page.context().close()
  })

  it('with one theme holds no other, on every page and the wall', async () => {
    const served = await openServed()
    await openDialog(served.page)
    const themes = served.page.locator('.offline-themes input')
    await served.page.locator('.offline-themes legend button').nth(1).click()
    expect(await served.page.locator('[data-act=make]').isDisabled()).toBe(true)
    const blueSky = served.page
      .locator('.offline-themes label', { hasText: '蓝天' })
      .locator('input')
    await blueSky.check()
    expect(
      await themes.evaluateAll((all) => all.filter((each) => each.matches(':checked')).length),
    ).toBe(1)
    const path = await make(served.page)
    const made = await openMade(path)
    const listed = await indicatorsOf(made.page)
    expect(listed).toContain('pm25')
    expect(listed).not.toContain('district-heating')
    for (const route of ['#/', '#/inspection', '#/sources', '#/indicators/pm25', '#/slides']) {
      await made.page.evaluate((hash) => (location.hash = hash), route)
      await made.page.locator('main > *').first().waitFor()
    }
    for (const [route, said] of [
      ['#/inspection', '这个离线包不含督察整改的数'],
      ['#/indicators/district-heating', '这个离线包不含这项指标'],
      ['#/sources/no-such', '这个离线包不含这份出处'],
      ['#/offline', '这个离线包只含一部分数据：不能放入数据包'],
    ] as const) {
      await made.page.evaluate((hash) => (location.hash = hash), route)
      await expect.poll(() => readText(made.page, 'main')).toContain(said)
    }
    expect(await made.page.locator('.pack-in, [data-act=export]').count()).toBe(0)
    await made.page.evaluate(() => (location.hash = '#/wall'))
    await made.page.locator('.wall [data-panel]').first().waitFor()
    expect(await readText(made.page, '.wall-notice')).toContain('离线包（部分）')
    made.expectNoFaults()
    await made.page.context().close()
    await served.page.context().close()
  })

  it('can still be made without a server by whoever has made one before', async () => {
    const served = await openServed()
    await waitUntilKept(served.page)
    await served.page.reload()
    await waitUntilAlive(served.page)
    await openDialog(served.page)
    await make(served.page)
    await site.stop()
    try {
      const path = await make(served.page)
      const made = await openMade(path)
      expect(await indicatorsOf(made.page)).toContain('pm25')
      made.expectNoFaults()
      await made.page.context().close()
    } finally {
      await site.start()
    }
    await served.page.context().close()
  })

  it('is not made, with the reason, where no server answers and nothing is kept', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(site.url)
    await waitUntilAlive(page)
    await openDialog(page)
    await site.stop()
    try {
      await page.locator('[data-act=make]').click()
      await expect
        .poll(() => readText(page, '.offline-progress'))
        .toContain('连不上服务器，本机也没有存下所需的文件')
    } finally {
      await site.start()
    }
    await context.close()
  })

  it('is given up when somebody cancels, and then nothing is handed out', async () => {
    const { page } = await openServed()
    const downloads: string[] = []
    page.on('download', (download) => downloads.push(download.suggestedFilename()))
    await page.route('**/qinglan.html', () => undefined)
    await openDialog(page)
    await page.locator('[data-act=make]').click()
    await page.locator('[data-act=cancel]').click()
    await page.locator('[data-result=cancelled]').waitFor()
    expect(downloads).toEqual([])
    await page.context().close()
  })
})

describe('the file that is made after a data pack was taken', () => {
  let newer: Copy
  beforeAll(() => {
    newer = copyDist()
    publishBulletin(newer.root, 1)
  })
  afterAll(() => newer.remove())

  async function takePack(page: Page): Promise<void> {
    await page.evaluate(() => (location.hash = '#/offline'))
    const buffer = packOfFolder(newer.root)
    await page
      .locator('.pack-pick input')
      .setInputFiles({ name: '清览 数据包.zip', mimeType: 'application/zip', buffer })
    await page.locator('[data-act=take]').click()
    await expect.poll(() => page.locator('html').getAttribute('data-seq')).toBe('2')
  }

  it('has its data, though the server has less', async () => {
    const served = await openServed()
    await takePack(served.page)
    // Elsewhere in between: what was taken is not forgotten.
    await served.page.evaluate(() => (location.hash = '#/'))
    await served.page.locator('main .lead, main [data-panel]').first().waitFor()
    await openDialog(served.page)
    const made = await openMade(await make(served.page))
    expect(await made.page.locator('html').getAttribute('data-seq')).toBe('2')
    made.expectNoFaults()
    await made.page.context().close()
    await served.page.context().close()
  })

  it('renews a file that was carried along', async () => {
    const old = await openServed()
    await openDialog(old.page)
    const carried = await openMade(await make(old.page))
    await takePack(carried.page)
    await openDialog(carried.page)
    const renewed = await openMade(await make(carried.page))
    expect(await renewed.page.locator('html').getAttribute('data-seq')).toBe('2')
    renewed.expectNoFaults()
    await renewed.page.context().close()
    await carried.page.context().close()
    await old.page.context().close()
  })
})

describe('the file that the file hands out', () => {
  it('is letter by letter what it was made of, but for its data and its title', async () => {
    const served = await openServed()
    await openDialog(served.page)
    const first = await make(served.page)
    const made = await openMade(first, '#/indicators/pm25')
    await openDialog(made.page)
    const second = await make(made.page)
    const again = await openMade(second)
    const fresh = await openMade(first)
    await Promise.all([again.page, fresh.page].map(waitUntilPictured))
    expect(await readText(again.page)).toBe(await readText(fresh.page))
    await fresh.page.context().close()
    again.expectNoFaults()
    const scripts = [first, second].map((path) =>
      [...readFileSync(path, 'utf8').matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(
        ([, , text]) => text,
      ),
    )
    expect(scripts[1]).toEqual(scripts[0])
    await again.page.context().close()
    await made.page.context().close()
    await served.page.context().close()
  })

  it('is a part of a part at most, and goes on saying so', async () => {
    const served = await openServed('#/?v=2021-01-01')
    await openDialog(served.page)
    const part = await openMade(await make(served.page))
    await openDialog(part.page)
    const again = await openMade(await make(part.page))
    expect(await readText(again.page, '[data-status=file]')).toContain(
      '只含2021年1月1日及以前公布的出处',
    )
    again.expectNoFaults()
    await again.page.context().close()
    await part.page.context().close()
    await served.page.context().close()
  })
})
