import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { provideBrowser } from '../../../tools/browser.mjs'

const QUIET_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The machine's own Chromium, Chrome or Edge, without a window. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: provideBrowser(), args: QUIET_ARGUMENTS })
}

/**
 * The same browser with a profile in a folder, as it would be started again tomorrow. Unlike the
 * contexts of {@link openBrowser} it is not off the record.
 */
export function openProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: provideBrowser(),
    args: QUIET_ARGUMENTS,
  })
}
