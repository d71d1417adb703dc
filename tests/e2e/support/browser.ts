import { chromium, type Browser } from 'playwright-core'
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
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...QUIET_ARGUMENTS, ...more]
  return chromium.launch({ executablePath: provideBrowser(), args })
}
