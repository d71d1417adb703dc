/** Our site, somebody else's site, and a browser that visits the latter; every fault is written down. */
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  FrameLocator,
  Locator,
  Page,
} from 'playwright-core'
import { expect } from 'vitest'
import { openBrowser } from './browser.ts'
import { openEmbedHost, type EmbedHost, type HostDocument } from './embed-host.ts'
import { openEmbedSite, type EmbedSiteSettings } from './embed-site.ts'
import type { Site } from './site.ts'
import { openWatchedPage, type Fault } from './watched-page.ts'

export interface EmbedVisit {
  readonly page: Page
  readonly context: BrowserContext
  /** Addresses asked of our site so far, below its folder, without query. */
  readonly asked: readonly string[]
  /** Fails where anything went wrong, in the page or its frames; asking our site is no fault. */
  expectNoFaults(expected?: (fault: Fault) => boolean): void
  readonly faults: readonly Fault[]
}

export interface EmbedWorld {
  readonly site: Pick<Site, 'url' | 'stop'>
  /** The only other site that may frame panels. */
  readonly host: EmbedHost
  readonly browser: Browser
  /** Opens a page of the host in a context of its own. */
  visit(document: HostDocument, options?: BrowserContextOptions): Promise<EmbedVisit>
  close(): Promise<void>
}

export interface EmbedWorldSettings extends Omit<EmbedSiteSettings, 'hosts'> {
  readonly browserArguments?: readonly string[]
}

export async function openEmbedWorld({
  browserArguments = [],
  ...settings
}: EmbedWorldSettings = {}): Promise<EmbedWorld> {
  const host = await openEmbedHost()
  const site = await openEmbedSite({ ...settings, hosts: [host.origin] })
  const browser = await openBrowser(browserArguments)
  return {
    site,
    host,
    browser,
    async visit(document, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 720, height: 900 },
        ...options,
      })
      const { page, faults, expectNoFaults } = await openWatchedPage(context, host.origin)
      const asked: string[] = []
      page.on('request', (request) => {
        const [url = ''] = request.url().split('?')
        if (url.startsWith(site.url)) asked.push(url.slice(site.url.length))
      })
      await page.goto(host.put(document), { waitUntil: 'load' })
      return {
        page,
        context,
        asked,
        faults,
        expectNoFaults: (expected = () => false) =>
          expectNoFaults(
            (fault) =>
              (fault.kind === 'stranger' && fault.text.startsWith(site.url)) || expected(fault),
          ),
      }
    },
    async close() {
      await browser.close()
      await host.close()
      await site.stop()
    },
  }
}

export function frameAt(page: Page, place = 0): FrameLocator {
  return page.frameLocator('iframe').nth(place)
}

export function panelInFrame(page: Page, place = 0): Locator {
  return frameAt(page, place).locator('.embed-root')
}

/** Playwright looks into open shadow roots. */
export function panelInElement(page: Page, place = 0): Locator {
  return page.locator('qinglan-panel').nth(place).locator('.embed-root')
}

/** A reader comes to the picture; where there is none, to the panel. */
export async function touchPanel(panel: Locator): Promise<void> {
  const chart = panel.locator('.chart-stage')
  const place = (await chart.count()) > 0 ? chart.first() : panel.locator('.sentence')
  await place.hover({ position: { x: 20, y: 10 } })
}

/** A reader points across the picture, and asks it for its last point; a changed picture forgets it. */
export async function readPoint(panel: Locator): Promise<string> {
  await touchPanel(panel)
  // Points can be reached by keys from the moment at which they can be pointed at.
  const stage = panel.locator('.chart-stage[tabindex]').first()
  const readout = panel.locator('.chart-readout')
  for (const x of [40, 120, 200]) await stage.hover({ position: { x, y: 130 } })
  await expect
    .poll(async () => {
      if ((await readout.count()) === 0) await stage.press('End')
      return readout.count()
    })
    .toBe(1)
  return readout.innerText()
}

/** What a reader reads of it, without spaces. */
export async function readPanel(panel: Locator): Promise<string> {
  return (await panel.innerText()).replace(/[\s\u200b]+/g, '')
}
