/** Two generations of one site, the packs that they hand out, and a browser to carry them to. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { openAt } from './app.ts'
import { openBrowser } from './browser.ts'
import { copyDist, publishBulletin } from './generations.ts'
import { openSite, type Site } from './site.ts'

/** A name that is no loopback address, so that the context is not secure. */
export const HOST = 'qinglan.test'

export interface Exported {
  readonly name: string
  readonly bytes: Buffer
}

export interface DeviceWorld {
  readonly browser: Browser
  /** Serves what was built: generation 1. */
  readonly site: Site
  /** Serves generation 2. */
  readonly newer: Site
  /** The pack of generation 1. */
  readonly older: Buffer
  readonly younger: Buffer
  close(): Promise<void>
}

/** What `#/offline` hands out, as a download. */
export async function exportPack(from: Page): Promise<Exported> {
  const [download] = await Promise.all([
    from.waitForEvent('download'),
    from.locator('[data-act=export]').click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** Picks a pack on `#/offline`. */
export async function offerPack(
  page: Page,
  bytes: Buffer,
  name = '清览 数据包.zip',
): Promise<void> {
  await page
    .locator('.pack-pick input')
    .setInputFiles({ name, mimeType: 'application/zip', buffer: bytes })
}

/** The pack of a site as its own page hands it out. */
async function packOf(browser: Browser, at: Site, seq: string): Promise<Buffer> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await openAt(page, at, '/offline')
  await page.locator(`html[data-seq="${seq}"]`).waitFor()
  const { bytes } = await exportPack(page)
  await context.close()
  return bytes
}

export async function openDeviceWorld(): Promise<DeviceWorld> {
  const site = await openSite()
  const browser = await openBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`])
  const copy = copyDist()
  publishBulletin(copy.root, 1)
  const newer = await openSite(copy.root)
  return {
    browser,
    site,
    newer,
    older: await packOf(browser, site, '1'),
    younger: await packOf(browser, newer, '2'),
    async close() {
      await browser.close()
      await site.stop()
      await newer.stop()
      copy.remove()
    },
  }
}
