/**
 * The whole app in one file: copied under a Chinese name with a space into an empty folder, opened by
 * its path with networking off, on a machine where another file has put false data under our names.
 */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readText, waitUntilAlive, waitUntilPictured } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { carryFile, type CarriedFile, type OpenedFile } from './support/carried-file.ts'
import { copyDist, publishBulletin, type Copy } from './support/generations.ts'
import { packOfFolder } from './support/pack-of.ts'
import { openSite, type Site } from './support/site.ts'

let carried: CarriedFile
let site: Site
let browser: Browser

beforeAll(async () => {
  carried = carryFile()
  site = await openSite()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
  carried.remove()
})

const openFile = (hash = ''): Promise<OpenedFile> => carried.open(browser, hash)

async function openServed(route: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(`${site.url}${route}`)
  await waitUntilAlive(page)
  return { page, context }
}

/** What only one of the two can have: where the data are kept, and what lies beside the served pages. */
async function withoutPlace(page: Page): Promise<void> {
  await page.evaluate(() => {
    const apart = '[data-clock=taken-in], .take-away, .sources-deck a, .since-visit'
    document.querySelectorAll(apart).forEach((element) => element.remove())
  })
}

/** Where the texts of two pages part; '' where they are the same. Each may still be coming. */
async function differenceOf(file: Page, served: Page, place: string): Promise<string> {
  await Promise.all([file, served].map(withoutPlace))
  const [one = '', other = ''] = await Promise.all(
    [file, served].map((page) => readText(page, place)),
  )
  if (one === other) return ''
  const at = [...one].findIndex((char, i) => char !== other[i])
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 40)
  return `${around(one)} / ${around(other)}`
}

describe('the one file, with storage polluted and networking off', () => {
  it.each([
    ['the overview', '#/', 'main'],
    ['the page of PM2.5', '#/indicators/pm25', 'main'],
    ['the inspection', '#/inspection', 'main'],
    ['the sources', '#/sources', 'main'],
    ['an earlier day', '#/indicators/pm25?v=2021-01-01', 'main'],
    ['English', '#/?lang=en', 'main'],
  ])('shows of %s what the served app shows', async (_, hash, place) => {
    const file = await openFile(hash)
    const served = await openServed(hash)
    await Promise.all([file.page, served.page].map(waitUntilPictured))
    await expect.poll(() => differenceOf(file.page, served.page, place)).toBe('')
    expect(await file.page.locator('html').getAttribute('data-seq')).toBe(
      await served.page.locator('html').getAttribute('data-seq'),
    )
    file.expectNoFaults()
    expect(file.asked).toEqual([])
    await file.context.close()
    await served.context.close()
  })

  it('shows the wall behind its hash as the served wall does', async () => {
    const file = await openFile('#/wall?hours=always')
    const served = await openServed('wall.html?hours=always')
    for (const place of ['.wall-main', '.wall-age', '.wall-title']) {
      expect(await readText(file.page, place)).toBe(await readText(served.page, place))
    }
    expect(await readText(file.page, '.wall-notice')).toContain('离线包')
    file.expectNoFaults()
    expect(file.asked).toEqual([])
    await file.context.close()
    await served.context.close()
  })

  it('takes neither theme nor language from what others have stored, and stores nothing', async () => {
    const { page, context, expectNoFaults } = await openFile()
    expect(await page.evaluate(() => localStorage.getItem('qinglan-theme'))).toBe('contrast')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light')
    const before = await page.evaluate(() => JSON.stringify(localStorage))
    await page.locator('[data-theme-choice=dark]').click()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(before)
    expectNoFaults()
    await context.close()
  })

  it('is walked through by links and search, to the wall and back', async () => {
    const { page, context, asked, expectNoFaults } = await openFile()
    await page.locator('nav a', { hasText: '督察整改' }).click()
    await page.locator('main .inspection, main [data-panel="inspection-tasks"]').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('ylts')
    await page.keyboard.press('Enter')
    await page.locator('main > [data-panel]').waitFor()
    await page.locator('.chart-canvas svg').first().waitFor()
    await page.evaluate(() => (location.hash = '#/wall'))
    await page.locator('.wall').waitFor()
    await waitUntilAlive(page)
    await page.keyboard.press('Escape')
    await page.locator('main .lead, main [data-panel]').first().waitFor()
    expectNoFaults()
    expect(asked).toEqual([])
    await context.close()
  })

  it('says that it is a file, of when its data are, and that it does not update itself', async () => {
    const { page, context } = await openFile()
    expect(await readText(page, '[data-status=file]')).toMatch(
      /离线包数据到\d{4}年\d+月\d+日.*不会自己更新/,
    )
    await context.close()
  })

  it('names no file that would have to lie beside it', async () => {
    const { page, context } = await openFile('#/indicators/pm25')
    for (const route of ['#/', '#/indicators/pm25', '#/sources', '#/inspection', '#/slides']) {
      await page.evaluate((hash) => (location.hash = hash), route)
      await page.locator('main :is([data-panel], .sources, .slides-page)').first().waitFor()
      const links = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
      const strays = links.filter((href) => !/^(#|https?:)/.test(href) && !href.includes('#/wall'))
      expect([route, strays]).toEqual([route, []])
    }
    await context.close()
  })
})

describe('the policy of the one file', () => {
  it('lets no markup, style, script or request in that the build did not put there', async () => {
    const { page, context, faults } = await openFile()
    const tried = await page.evaluate(async () => {
      const attempt = async (act: () => unknown) => {
        try {
          await act()
          return 'done'
        } catch {
          return 'refused'
        }
      }
      document.body.setAttribute('style', 'color: red')
      const style = document.createElement('style')
      style.textContent = 'body { color: red }'
      document.head.append(style)
      const script = document.createElement('script')
      document.head.append(script)
      return {
        script: await attempt(() => (script.textContent = 'document.title = "strange"')),
        markup: await attempt(() => (document.body.innerHTML = '<b>b</b>')),
        fetch: await attempt(() => fetch('https://example.org/')),
        title: document.title,
        colour: getComputedStyle(document.body).color,
      }
    })
    expect(tried).toMatchObject({ script: 'refused', markup: 'refused', fetch: 'refused' })
    expect(tried.title).not.toBe('strange')
    expect(tried.colour).not.toBe('rgb(255, 0, 0)')
    const violated = () => faults.filter(({ kind }) => kind === 'violation').map(({ text }) => text)
    for (const directive of ['style-src-attr', 'style-src-elem', 'connect-src']) {
      // So the other tests would see one too.
      await expect.poll(() => violated().join('\n')).toContain(directive)
    }
    await context.close()
  })
})

describe('a file that was damaged on its way', () => {
  it.each([
    ['', 'main'],
    ['#/wall', '.wall'],
  ])(
    'with one digit changed names what does not agree, and shows no figure: %s',
    async (hash, place) => {
      const context = await browser.newContext({ offline: true })
      const page = await context.newPage()
      await page.goto(carried.damage((text) => text.replace(/(\\"value\\":)1/, '$12')) + hash)
      await waitUntilAlive(page)
      expect(await readText(page, place)).toContain('文件里的数据不能用')
      expect(await page.locator('[data-figure]').count()).toBe(0)
      if (hash === '') {
        expect(await readText(page, '[data-issue]')).toMatch(/snapshots\/.*SHA-256/)
      }
      await context.close()
    },
  )

  it('cut off in its data says that it is not whole', async () => {
    const context = await browser.newContext({ offline: true })
    const page = await context.newPage()
    await page.goto(
      carried.damage((text) => text.replace(/("format":"qinglan-file\/1")[^]{200}/, '$1')),
    )
    await waitUntilAlive(page)
    expect(await readText(page, '[data-issue]')).toContain('文件里的数据不完整')
    await context.close()
  })
})

it('the figures of the one file are taken away as CSV, with the day in the name', async () => {
  const { page, context, expectNoFaults } = await openFile('#/indicators/pm25')
  const coming = page.waitForEvent('download')
  await page.locator('.take-away button', { hasText: 'CSV' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('pm25-latest.csv')
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/^\ufeff/)
  expectNoFaults()
  await context.close()
})

describe('the page about this device, in the one file', () => {
  let newer: Copy
  let pack: Buffer
  let bulletin: ReturnType<typeof publishBulletin>

  beforeAll(() => {
    newer = copyDist()
    bulletin = publishBulletin(newer.root, 1)
    pack = packOfFolder(newer.root)
  })
  afterAll(() => newer.remove())

  it('says that app and data are this file, and takes a newer pack until it is closed', async () => {
    const { page, context, asked, expectNoFaults } = await openFile('#/offline')
    await page.locator('[data-runtime=file][data-verdict=carried]').waitFor()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '清览 数据包.zip', mimeType: 'application/zip', buffer: pack })
    await page.locator('[data-act=take]').click()
    await expect.poll(() => page.locator('html').getAttribute('data-seq')).toBe('2')
    const keeping = page.locator('[data-fact=keeping]')
    expect(await keeping.innerText()).toContain('只在这一页里')
    expect(await readText(page, '[data-status=file]')).toContain(
      '现在显示的是放入的第2号，关掉或刷新就回到第1号',
    )
    await page.evaluate((id) => (location.hash = `#/sources/${id}`), bulletin.id)
    await expect.poll(() => readText(page)).toContain(bulletin.value)
    await page.evaluate(() => (location.hash = '#/offline'))
    const coming = page.waitForEvent('download')
    await page.locator('[data-act=export]').click()
    const exported = unzipSync(readFileSync(await (await coming).path()))
    const packed = unzipSync(pack)
    expect(Object.keys(exported).sort()).toEqual(Object.keys(packed).sort())
    for (const [name, bytes] of Object.entries(packed)) {
      expect(Buffer.from(exported[name] ?? []).equals(Buffer.from(bytes)), name).toBe(true)
    }
    expectNoFaults()
    expect(asked).toEqual([])
    await page.reload()
    await waitUntilAlive(page)
    expect(await page.locator('html').getAttribute('data-seq')).toBe('1')
    await context.close()
  })
})
