/** 离线与数据包 in a real browser: the truth about each runtime, and a pack that travels by stick. */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { flipIn } from '../fixtures/feed/zip-surgery.ts'
import { expectText, goTo, lookAtServer, openAt, seqOf, waitUntilKept } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, publishBulletin, type Copy } from './support/generations.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type Fault, type WatchedPage } from './support/watched-page.ts'

/** A name that is no loopback address, so that the context is not secure. */
const HOST = 'qinglan.test'
const OLDER = 'qinglan-jiaozuo-environment-1-'

let browser: Browser
let site: Site
let newer: Site
let copy: Copy
let context: BrowserContext
let watched: WatchedPage
let page: Page
let older: Buffer
let younger: Buffer

interface Exported {
  readonly name: string
  readonly bytes: Buffer
}

async function exportPack(from: Page): Promise<Exported> {
  const [download] = await Promise.all([
    from.waitForEvent('download'),
    from.locator('[data-act=export]').click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** The pack of a site as its own page hands it out. */
async function packOf(at: Site, seq: string): Promise<Exported> {
  const own = await browser.newContext()
  const other = await own.newPage()
  await openAt(other, at, '/offline')
  await other.locator(`html[data-seq="${seq}"]`).waitFor()
  const exported = await exportPack(other)
  await own.close()
  return exported
}

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`])
  copy = copyDist()
  publishBulletin(copy.root, 1)
  newer = await openSite(copy.root)
  older = (await packOf(site, '1')).bytes
  younger = (await packOf(newer, '2')).bytes
})

afterAll(async () => {
  await browser.close()
  await site.stop()
  await newer.stop()
  copy.remove()
})

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
})

afterEach(() => context.close())

async function openPage(at: Pick<Site, 'url'> = site): Promise<void> {
  watched = await openWatchedPage(context, at.url)
  page = watched.page
}

async function offer(bytes: Buffer, name = '清览 数据包.zip'): Promise<void> {
  await page
    .locator('.pack-pick input')
    .setInputFiles({ name, mimeType: 'application/zip', buffer: bytes })
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
    const at = { url: site.url.replace('127.0.0.1', HOST) }
    await openPage(at)
    await openAt(page, at, '/offline')
    await page.locator('[data-runtime=plain-http][data-verdict=needs-server]').waitFor()
    await expectText(page, 'h1', '数据已存在这台设备上，打开本页要连得上服务器')
    await expectText(page, '.offline-deck', '这是http网站，没有https', '数据包都照常')
    await expectText(page, '[data-fact=start]', '打不开')
    await expectText(page, '[data-fact=keeping]', '这里浏览器不说')
    await page.locator('[data-act=verify]').click()
    await expectText(page, '.offline-upkeep', '全部一致：28份出处', '292个数')
    await offer(younger)
    await page.locator('[data-act=take]').click()
    await expectText(page, '.pack-in', '已采用第2号，存在这台设备上')
    await page.reload()
    await expect.poll(() => seqOf(page)).toBe('2')
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
    await openAt(page, site, '/offline')
    await page.locator('[data-runtime=secure][data-verdict=memory]').waitFor()
    await expectText(page, 'h1', '这个浏览器不让存数据，关掉本页就没有了')
    await expectText(page, '.offline-deck', '隐私模式、浏览器设置')
    await expectText(page, '[data-fact=keeping]', '没有存')
    await expectText(page, '[data-pack-note=unkept]', '只保留到关掉本页')
    await offer(younger)
    await page.locator('[data-act=take]').click()
    await expectText(page, '.pack-in', '已采用第2号，只保留到关掉本页')
    expect(await seqOf(page)).toBe('2')
    await lookAtServer(page)
    await expectText(page, '[data-status=behind]', '服务器上还是第1号')
    expect(await page.locator('[data-status=refused]').count()).toBe(0)
    watched.expectNoFaults(isDexieCoping)
  })
})

describe('a pack', () => {
  it('is named by data set, number and day, and has every published file byte for byte', async () => {
    await openPage()
    await openAt(page, site, '/offline')
    const { name, bytes } = await exportPack(page)
    expect(name).toMatch(new RegExp(`^${OLDER}\\d{4}-\\d{2}-\\d{2}\\.zip$`))
    const files = unzipSync(bytes)
    expect(Object.keys(files).length).toBe(30)
    for (const [path, content] of Object.entries(files)) {
      const served = await fetch(`${site.url}data/${path}`)
      expect(Buffer.from(content).equals(Buffer.from(await served.arrayBuffer())), path).toBe(true)
    }
    await expectText(page, '.pack-out', `已导出：${name}`)
    watched.expectNoFaults()
  })

  it('that is newer is shown first, then taken, and survives a reload without an alarm', async () => {
    await openPage()
    await openAt(page, site, '/offline')
    await offer(younger)
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
    await openAt(page, site, '/offline')
    await waitUntilKept(page)
    await offer(younger)
    await page.locator('[data-act=take]').click()
    await expectText(page, '.pack-in', '已采用第2号')
    await page.reload()
    await expectText(page, '[data-status=behind]', '服务器上还是第1号')
    const { name, bytes } = await exportPack(page)
    expect(name).toMatch(/^qinglan-jiaozuo-environment-2-/)
    expect(bytes.equals(younger)).toBe(true)
    watched.expectNoFaults()
  })

  it('can be left, and then nothing has changed', async () => {
    await openPage()
    await openAt(page, site, '/offline')
    await offer(younger)
    await page.locator('[data-act=leave]').click()
    await page.locator('[data-pack=idle]').waitFor()
    await page.reload()
    await expectText(page, '[data-fact=data]', '第1号')
    watched.expectNoFaults()
  })

  it('with one bit turned is refused by the name of its file, and changes nothing', async () => {
    await openPage()
    await openAt(page, site, '/offline')
    const path = Object.keys(unzipSync(younger)).find((name) => name.includes('trial-bulletin-1'))
    await offer(Buffer.from(flipIn(younger, path ?? '')))
    await expectText(page, '.pack-result', '没有采用：清览 数据包.zip', path ?? '', '没有动')
    await expectText(page, '.pack-result', '请重新拷贝；还不行，就在原来的地方重新导出一份')
    expect(await page.locator('[data-act=take]').count()).toBe(0)
    await page.reload()
    await expectText(page, '[data-fact=data]', '第1号')
    watched.expectNoFaults()
  })

  it('that is older is refused, with the reason', async () => {
    await openPage(newer)
    await openAt(page, newer, '/offline')
    await expect.poll(() => seqOf(page)).toBe('2')
    await expectText(page, '[data-fact=verified]', '读入')
    await offer(older)
    await expectText(page, '.pack-result', '没有采用', '编号1低于已采用的2，是回退')
    await expectText(page, '.pack-result', '这个包比本机的数据旧，不用放入')
    expect(await seqOf(page)).toBe('2')
    watched.expectNoFaults()
  })

  it('is no matter of a mouse: dropped by hand, or picked and taken by keys alone', async () => {
    await openPage()
    await openAt(page, site, '/offline')
    const bytes = [...younger]
    await page.evaluate((all) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(all)], 'stick.zip'))
      const more = { dataTransfer: transfer, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent('drop', more))
    }, bytes)
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
    await page.goto(`${site.url}#/indicators/pm25`)
    await expectText(page, 'main', '还没有数据')
    await page.getByRole('link', { name: '有数据包？放入数据包' }).click()
    await page.locator('.offline-page').waitFor()
    await offer(younger)
    await expectText(page, '.pack-changes', '本机还没有数据，采用第2号')
    await page.locator('[data-act=take]').click()
    await expectText(page, '[data-fact=data]', '第2号', '29份出处')
    await goTo(page, '/indicators/pm25')
    await expectText(page, 'main', '40.1')
  })
})

describe('looking after what is stored', () => {
  it('names a kept file that is spoiled, and repairs it', async () => {
    await openPage()
    await openAt(page, site, '/offline')
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
    await openAt(page, site, '/offline')
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
    await offer(younger)
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
    await openAt(page, site, '/sources')
    await page.locator('.page-footer .to-offline').click()
    await page.locator('.offline-page').waitFor()
    expect(await page.title()).toMatch(/^离线与数据包 · /)
    await page.keyboard.press('/')
    await page.keyboard.type('lixian')
    await expectText(page, '[role=listbox]', '离线与数据包')
    watched.expectNoFaults()
  })
})
