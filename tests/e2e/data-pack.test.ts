/** A data pack that travels by stick: handed out, shown, taken whole, left or refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { flipIn } from '../fixtures/feed/zip-surgery.ts'
import { expectText, goTo, openAt, seqOf, waitUntilAlive, waitUntilKept } from './support/app.ts'
import { exportPack, offerPack, openDeviceWorld, type DeviceWorld } from './support/device-world.ts'
import type { Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

/** As a reader's hand does it; the page sees a file of the machine's own. */
async function dropOn(at: Page, path: string): Promise<void> {
  const session = await at.context().newCDPSession(at)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  await session.detach()
}

const OLDER = 'qinglan-jiaozuo-environment-1-'

let world: DeviceWorld
let context: BrowserContext
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  world = await openDeviceWorld()
})

afterAll(() => world.close())

beforeEach(async () => {
  context = await world.browser.newContext({ viewport: { width: 1366, height: 768 } })
})

afterEach(() => context.close())

async function openPage(at: Pick<Site, 'url'> = world.site): Promise<void> {
  watched = await openWatchedPage(context, at.url)
  page = watched.page
}

describe('a pack', () => {
  it('is named by data set, number and day, and has every published file byte for byte', async () => {
    await openPage()
    await openAt(page, world.site, '/offline')
    const { name, bytes } = await exportPack(page)
    expect(name).toMatch(new RegExp(`^${OLDER}\\d{4}-\\d{2}-\\d{2}\\.zip$`))
    const files = unzipSync(bytes)
    expect(Object.keys(files).length).toBe(30)
    for (const [path, content] of Object.entries(files)) {
      const served = await fetch(`${world.site.url}data/${path}`)
      expect(Buffer.from(content).equals(Buffer.from(await served.arrayBuffer())), path).toBe(true)
    }
    await expectText(page, '.pack-out', `已导出：${name}`)
    watched.expectNoFaults()
  })

  it('that is newer is shown first, then taken, and survives a reload without an alarm', async () => {
    await openPage()
    await openAt(page, world.site, '/offline')
    await offerPack(page, world.younger)
    await expectText(page, '.pack-changes', '从第1号到第2号', '新增1份出处、1个数')
    await expectText(page, '.pack-list', '2025-01-01', '试验公报第1期', '1个数')
    expect(await seqOf(page)).toBe('1')
    await page.locator('[data-act=take]').click()
    await expectText(page, '.pack-in', '已采用第2号，存在这台设备上')
    expect(await seqOf(page)).toBe('2')
    await page.reload()
    await expect.poll(() => seqOf(page)).toBe('2')
    await expectText(page, '[data-status=behind]', '所示为第2号；服务器上还是第1号')
    await expectText(page, '[data-fact=verified]', '来自数据包，服务器上还是第1号')
    expect(await page.locator('[data-status=refused]').count()).toBe(0)
    await goTo(page, '/indicators/pm25')
    await expectText(page, 'main', '40.1')
    watched.expectNoFaults()
  })

  it('that was taken can be handed on, though the server has less', async () => {
    await openPage()
    await openAt(page, world.site, '/offline')
    await waitUntilKept(page)
    await offerPack(page, world.younger)
    await page.locator('[data-act=take]').click()
    await expectText(page, '.pack-in', '已采用第2号')
    await page.reload()
    await expectText(page, '[data-status=behind]', '服务器上还是第1号')
    const { name, bytes } = await exportPack(page)
    expect(name).toMatch(/^qinglan-jiaozuo-environment-2-/)
    expect(bytes.equals(world.younger)).toBe(true)
    watched.expectNoFaults()
  })

  it('can be left, and then nothing has changed', async () => {
    await openPage()
    await openAt(page, world.site, '/offline')
    await offerPack(page, world.younger)
    await page.locator('[data-act=leave]').click()
    await page.locator('[data-pack=idle]').waitFor()
    await page.reload()
    await expectText(page, '[data-fact=data]', '第1号')
    watched.expectNoFaults()
  })

  it('with one bit turned is refused by the name of its file, and changes nothing', async () => {
    await openPage()
    await openAt(page, world.site, '/offline')
    const path = Object.keys(unzipSync(world.younger)).find((name) =>
      name.includes('trial-bulletin-1'),
    )
    await offerPack(page, Buffer.from(flipIn(world.younger, path ?? '')))
    await expectText(page, '.pack-result', '没有采用：清览 数据包.zip', path ?? '', '没有动')
    await expectText(page, '.pack-result', '请重新拷贝；还不行，就在原来的地方重新导出一份')
    expect(await page.locator('[data-act=take]').count()).toBe(0)
    await page.reload()
    await expectText(page, '[data-fact=data]', '第1号')
    watched.expectNoFaults()
  })

  it('that is older is refused, with the reason', async () => {
    await openPage(world.newer)
    await openAt(page, world.newer, '/offline')
    await expect.poll(() => seqOf(page)).toBe('2')
    await expectText(page, '[data-fact=verified]', '读入')
    await offerPack(page, world.older)
    await expectText(page, '.pack-result', '没有采用', '编号1低于已采用的2，是回退')
    await expectText(page, '.pack-result', '这个包比本机的数据旧，不用放入')
    expect(await seqOf(page)).toBe('2')
    watched.expectNoFaults()
  })

  it('is no matter of a mouse: picked and taken by keys alone', async () => {
    await openPage()
    await openAt(page, world.site, '/offline')
    await offerPack(page, world.younger)
    await page.locator('[data-act=take]').waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toBe('pack-result')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expectText(page, '.pack-result', '已采用第2号')
    watched.expectNoFaults()
  })

  it('brings the first data where there are none and no server answers', async () => {
    await openPage()
    for (const path of ['**/data/manifest.json', '**/assets/generation-*.json']) {
      await page.route(path, (route) => route.abort())
    }
    await page.goto(`${world.site.url}#/indicators/pm25`)
    await expectText(page, 'main', '还没有数据')
    await page.getByRole('link', { name: '有数据包？放入数据包' }).click()
    await page.locator('.offline-page').waitFor()
    await offerPack(page, world.younger)
    await expectText(page, '.pack-changes', '本机还没有数据，采用第2号')
    await page.locator('[data-act=take]').click()
    await expectText(page, '[data-fact=data]', '第2号', '29份出处')
    await goTo(page, '/indicators/pm25')
    await expectText(page, 'main', '40.1')
  })
})

describe('a file that is dropped on a page', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglan-stick-'))
    writeFileSync(join(folder, 'stick.zip'), world.younger)
    writeFileSync(join(folder, '照片.png'), 'no picture at all')
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['the page about this device', '#/offline'],
    ['the overview', '#/'],
    ['a written page', 'indicators/pm25.html'],
  ])('is a pack, and is shown before it is taken: %s', async (_, address) => {
    await openPage()
    await page.goto(`${world.site.url}${address}`)
    await waitUntilAlive(page)
    await dropOn(page, join(folder, 'stick.zip'))
    await expectText(page, '.pack-changes', '从第1号到第2号')
    expect(await seqOf(page)).toBe('1')
    const key = await page.locator('[data-act=take]').boundingBox()
    expect((key?.y ?? Infinity) + (key?.height ?? 0)).toBeLessThanOrEqual(768)
    await page.locator('[data-act=take]').click()
    await expectText(page, '.pack-result', '已采用第2号')
    watched.expectNoFaults()
  })

  it('is something else: it is refused by its name, and does not take the place of the page', async () => {
    await openPage()
    await openAt(page, world.site, '/indicators/pm25?v=2021-01-01')
    await dropOn(page, join(folder, '照片.png'))
    await expectText(page, '.pack-result', '没有采用：照片.png')
    await page.goBack()
    await expectText(page, 'main', '84.0')
    watched.expectNoFaults()
  })
})
