/** The steps that need a built dist: the build itself, what it is made of, the tests in a browser. */
import { join } from 'node:path'
import { provideBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ROOT } from './run-command.mjs'
import { checkSize } from './size.mjs'
import { vitestStep } from './steps.mjs'
import { provideWebServer } from './web-server.mjs'

/**
 * A step that fails by throwing.
 * @param {string} name
 * @param {() => void | Promise<void>} act
 * @returns {import('./steps.mjs').Step}
 */
function actStep(name, act) {
  const run = async () => {
    await act()
    return { passed: 1, failed: 0, output: '' }
  }
  return { name, run }
}

export const BUILD_STEP = actStep('build', () => ensureBuilt({ force: true }))

const CURRENT_BUILD_STEP = actStep('build, unless it is current', () => ensureBuilt())

const SIZE_STEP = actStep('size', () => console.log(checkSize()))

const OLDEST_BROWSER_STEP = actStep('oldest browser', async () => {
  // Loaded late: this file is read before anything is installed.
  const { checkCompatibility } = await import('./compat/check.mjs')
  await checkCompatibility(join(ROOT, 'dist'))
})

/** What was built, looked at without a browser. */
const DIST_STEPS = [SIZE_STEP, OLDEST_BROWSER_STEP]

export const CURRENT_DIST_STEPS = [CURRENT_BUILD_STEP, ...DIST_STEPS]

export const FRESH_DIST_STEPS = [BUILD_STEP, ...DIST_STEPS]

/** @type {import('./steps.mjs').Step} */
export const E2E_STEP = {
  name: 'browser tests',
  run: async () => {
    const browser = provideBrowser()
    // The web server's configuration is tried with Debian's nginx, as kiosks are with Linux.
    if (process.platform === 'linux') provideWebServer()
    await ensureBuilt()
    return vitestStep('e2e', { QINGLAN_E2E: '1', QINGLAN_CHROMIUM: browser }).run()
  },
}
