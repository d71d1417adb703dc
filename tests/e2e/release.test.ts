import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expectInTime,
  expectText,
  openAt,
  readText,
  waitUntilDrawn,
  waitUntilKept,
} from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, type Copy } from './support/generations.ts'
import { openSite, type Site } from './support/site.ts'

let copy: Copy
let site: Site
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  copy = copyDist()
  site = await openSite(copy.root)
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await context.clock.install()
  page = await context.newPage()
  await openAt(page, site, '/indicators/pm25')
  await waitUntilKept(page)
  await waitUntilDrawn(page)
  await page.reload()
  await page.locator('main > [data-panel=pm25]').waitFor()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
  copy.remove()
})

/** A release whose front page says its name, with the precache that its build would have. */
function deployRelease(name: string): void {
  const page = join(copy.root, 'index.html')
  const worker = join(copy.root, 'sw.js')
  const html = readFileSync(page, 'utf8').replace(
    /<html(?: data-release="[^"]*")?/,
    `<html data-release="${name}"`,
  )
  const integrity = `sha384-${createHash('sha384').update(html).digest('base64')}`
  const revision = createHash('md5').update(html).digest('hex')
  const entry = /\{[^{}]*"url":"index\.html"[^{}]*\}/
  const script = readFileSync(worker, 'utf8')
  expect(script).toMatch(entry)
  writeFileSync(page, html)
  writeFileSync(
    worker,
    script.replace(entry, JSON.stringify({ integrity, revision, url: 'index.html' })),
  )
}

/** The release that a tab runs; null for the first one. */
function releaseOf(tab: Page): Promise<string | null> {
  return tab.locator('html').getAttribute('data-release')
}

/** Marks the document, so that a reload shows. */
function mark(tab: Page): Promise<unknown> {
  return tab.evaluate(() => Object.assign(window, { isSameDocument: true }))
}

function isMarked(tab: Page): Promise<boolean> {
  return tab.evaluate(() => 'isSameDocument' in window)
}

describe('a new release', () => {
  it('is found while the page stays open, and asks; nothing reloads by itself', async () => {
    await mark(page)
    deployRelease('二')
    await expectInTime(page, '01:01:00', '[data-status=release]')
    await expectText(page, '[data-status=release]', '程序有新版本', '换用新版本')
    await context.clock.fastForward('03:00:00')
    const waiting = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      return registration?.waiting?.state
    })
    expect(waiting).toBe('installed')
    expect(await isMarked(page)).toBe(true)
    expect(await releaseOf(page)).toBe(null)
    expect(await readText(page, 'h1')).toContain('2021年PM2.5平均浓度45')
  })

  it('is not taken by a page that is opened beside, which asks as well', async () => {
    const other = await context.newPage()
    await openAt(other, site, '/sources')
    expect(await releaseOf(other)).toBe(null)
    await expectText(other, '[data-status=release]', '程序有新版本')
    await other.close()
    expect(await isMarked(page)).toBe(true)
  })

  it('is taken where the reader clicks, at the same address; another tab asks and is left alone', async () => {
    const other = await context.newPage()
    await openAt(other, site, '/sources')
    await mark(other)
    await page.getByRole('button', { name: '换用新版本' }).click()
    await expect.poll(() => releaseOf(page)).toBe('二')
    await expectText(page, 'h1', '2021年PM2.5平均浓度45')
    expect(await page.locator('[data-status=release]').count()).toBe(0)
    expect(await isMarked(other)).toBe(true)
    await expectText(other, '[data-status=release]', '换用新版本')
    await other.getByRole('button', { name: '换用新版本' }).click()
    await expect.poll(() => releaseOf(other)).toBe('二')
    await expectText(other, '.sources', '2023-05-29')
    await other.close()
  })

  it('keeps working without a server', async () => {
    await site.stop()
    await page.reload()
    await expectText(page, 'h1', '2021年PM2.5平均浓度45')
    expect(await releaseOf(page)).toBe('二')
    await expectText(page, '[data-status=offline]', '离线')
    await site.start()
  })

  it('that cannot be had whole is not offered', async () => {
    await mark(page)
    deployRelease('三')
    writeFileSync(join(copy.root, 'index.html'), '<!doctype html><title>登录</title>')
    const end = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      await registration?.update()
      const worker = registration?.installing
      if (!worker) throw new Error('the release was not seen')
      await new Promise((done) => worker.addEventListener('statechange', done, { once: true }))
      return worker.state
    })
    expect(end).toBe('redundant')
    expect(await page.locator('[data-status=release]').count()).toBe(0)
    await page.reload()
    await expectText(page, 'h1', '2021年PM2.5平均浓度45')
    expect(await releaseOf(page)).toBe('二')
  })
})
