/** 离线与数据包 in a real browser: the truth about each runtime, and looking after what is stored. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectText, goTo, lookAtServer, openAt, seqOf, waitUntilKept } from './support/app.ts'
import {
  exportPack,
  HOST,
  offerPack,
  openDeviceWorld,
  type DeviceWorld,
} from './support/device-world.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type Fault, type WatchedPage } from './support/watched-page.ts'

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

/** The library tells the console how it copes with a database that is refused. */
function isDexieCoping({ kind, text }: Fault): boolean {
  return kind === 'console' && text.startsWith('Dexie: Workaround')
}

function isLookAtServer({ text }: Fault): boolean {
  return text.includes('data/manifest.json') || text.includes('sw.js')
}

describe('what may be counted on', () => {
  it('on localhost: it opens without a network, and does', async () => {
    const own = await openSite()
    await openPage(own)
    await openAt(page, own, '/offline')
    await waitUntilKept(page)
    await page.locator('[data-runtime=secure][data-verdict=ready]').waitFor()
    await expectText(page, 'h1', '断网也能打开，数据已存在这台设备上')
    await expectText(page, '.offline-deck', '这是https网站或本机地址')
    await expectText(page, '[data-fact=data]', '第1号', '28份出处、292个数')
    await expectText(page, '[data-fact=start]', '能打开：程序和数据都已存好')
    await page.reload()
    await expectText(page, '[data-fact=start]', '本页就是从本机打开的')
    watched.expectNoFaults()
    await own.stop()
    await page.reload()
    await expectText(page, 'h1', '断网也能打开，数据已存在这台设备上')
    await goTo(page, '/')
    await expectText(page, 'main', '34项已完成')
    watched.expectNoFaults(isLookAtServer)
  })

  it('on plain http: everything but a start without a network', async () => {
    const at = { url: world.site.url.replace('127.0.0.1', HOST) }
    await openPage(at)
    await openAt(page, at, '/offline')
    await page.locator('[data-runtime=plain-http][data-verdict=needs-server]').waitFor()
    await expectText(page, 'h1', '数据已存在这台设备上，打开本页要连得上服务器')
    await expectText(page, '.offline-deck', '这是http网站，没有https', '数据包都照常')
    await expectText(page, '[data-fact=start]', '打不开')
    await expectText(page, '[data-fact=keeping]', '这里浏览器不说')
    await page.locator('[data-act=verify]').click()
    await expectText(page, '.offline-upkeep', '全部一致：28份出处', '292个数')
    await offerPack(page, world.younger)
    await page.locator('[data-act=take]').click()
    await expectText(page, '.pack-in', '已采用第2号，存在这台设备上')
    await page.reload()
    await expect.poll(() => seqOf(page)).toBe('2')
    await expectText(page, '[data-status=behind]', '服务器上还是第1号')
    // There is no worker here that keeps files, and the server has less.
    expect((await exportPack(page)).bytes.equals(world.younger)).toBe(true)
    watched.expectNoFaults()
  })

  it('with storage refused: it lasts as long as the page, and a pack does so too', async () => {
    await openPage()
    await page.addInitScript(() => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('refused', 'SecurityError')
          },
        })
      }
      Object.defineProperty(navigator, 'serviceWorker', { get: () => undefined })
    })
    await openAt(page, world.site, '/offline')
    await page.locator('[data-runtime=secure][data-verdict=memory]').waitFor()
    await expectText(page, 'h1', '这个浏览器不让存数据，关掉本页就没有了')
    await expectText(page, '.offline-deck', '隐私模式、浏览器设置')
    await expectText(page, '[data-fact=keeping]', '没有存')
    await expectText(page, '[data-pack-note=unkept]', '只保留到关掉本页')
    await offerPack(page, world.younger)
    await page.locator('[data-act=take]').click()
    await expectText(page, '.pack-in', '已采用第2号，只保留到关掉本页')
    expect(await seqOf(page)).toBe('2')
    await lookAtServer(page)
    await expectText(page, '[data-status=behind]', '服务器上还是第1号')
    expect(await page.locator('[data-status=refused]').count()).toBe(0)
    watched.expectNoFaults(isDexieCoping)
  })
})

describe('looking after what is stored', () => {
  it('names a kept file that is spoiled, and repairs it', async () => {
    await openPage()
    await openAt(page, world.site, '/offline')
    await waitUntilKept(page)
    await page.locator('[data-verdict=ready]').waitFor()
    const path = await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        const found = (await cache.keys()).find(({ url }) => url.includes('data/snapshots/'))
        if (!found) continue
        await cache.put(found, new Response('{}'))
        return found.url.split('/data/')[1] ?? ''
      }
      return ''
    })
    await page.locator('[data-act=verify]').click()
    await expectText(page, '.offline-upkeep', `断网时用的文件有1个缺了或坏了：${path}`, '请修复')
    await page.locator('[data-act=repair]').click()
    await expectText(page, '.offline-upkeep', '已全部重新读入并替换')
    await page.locator('[data-act=verify]').click()
    await expectText(page, '.offline-upkeep', '全部一致', '29个断网时用的文件')
    watched.expectNoFaults()
  })

  it('clears only after asking, and then nothing of it is left', async () => {
    await openPage()
    await openAt(page, world.site, '/offline')
    await waitUntilKept(page)
    await page.locator('[data-verdict=ready]').waitFor()
    const left = () =>
      page.evaluate(async () => ({
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        noted: Object.keys(localStorage).filter((name) => name.endsWith('-accepted')).length,
      }))
    await page.locator('[data-act=clear]').click()
    await page.locator('[data-act=clear-no]').click()
    expect(await left()).toMatchObject({ workers: 1, noted: 1 })
    await page.locator('[data-act=clear]').click()
    await page.locator('[data-act=clear-yes]').click()
    await expectText(page, '.offline-upkeep', '已清空')
    expect(await left()).toEqual({ caches: [], workers: 0, noted: 0 })
    await offerPack(page, world.younger)
    await page.locator('[data-act=take]').click()
    await expectText(page, '.pack-in', '已采用第2号，存在这台设备上')
    await expectText(page, '[data-fact=data]', '第2号')
    expect(await page.locator('.offline-upkeep').innerText()).not.toContain('已清空')
    await page.locator('[data-act=clear]').click()
    await page.locator('[data-act=clear-yes]').click()
    await expectText(page, '.offline-upkeep', '已清空')
    await page.locator('[data-act=reopen]').click()
    await expectText(page, 'h1', '数据已存')
    watched.expectNoFaults()
  })

  it('is led to from the foot of every page, and found by search', async () => {
    await openPage()
    await openAt(page, world.site, '/sources')
    await page.locator('.page-footer .to-offline').click()
    await page.locator('.offline-page').waitFor()
    expect(await page.title()).toMatch(/^离线与数据包 · /)
    await page.keyboard.press('/')
    await page.keyboard.type('lixian')
    await expectText(page, '[role=listbox]', '离线与数据包')
    watched.expectNoFaults()
  })
})
