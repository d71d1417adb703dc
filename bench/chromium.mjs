/** A browser as on its first day: nothing cached, nothing stored, nothing else to do. */
import { chromium } from 'playwright-core'
import { provideBrowser } from '../tools/browser.mjs'

const QUIET_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** The laptop of the design. */
export const VIEWPORT = Object.freeze({ width: 1366, height: 768 })

/** @returns {Promise<import('playwright-core').Browser>} */
export function openFreshBrowser() {
  return chromium.launch({ executablePath: provideBrowser(), args: QUIET_ARGUMENTS })
}

/**
 * A slow laptop on a slow line.
 * @param {import('playwright-core').CDPSession} devtools of the page
 */
export async function slowDown(devtools) {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const bytesPerSecond = 9_000_000 / 8
  // Conditions hold only where the network is watched.
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 60,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
}
