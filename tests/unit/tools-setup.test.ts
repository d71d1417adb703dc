import { describe, expect, it } from 'vitest'
import { browserPlaces } from '../../tools/browser.mjs'
import { nodeProblem } from '../../tools/node-version.mjs'
import { isInstalled } from '../../tools/setup.mjs'
import { countCases } from '../../tools/steps.mjs'

describe('Node', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('%s will do', (version) => {
    expect(nodeProblem(version)).toBeNull()
  })

  it.each(['16.20.0', '18.19.0', '20.18.3', '21.7.0', '22.11.0'])(
    '%s is refused in one sentence that names it',
    (version) => {
      expect(nodeProblem(version)).toContain(version)
      expect(nodeProblem(version)).not.toContain('\n')
    },
  )
})

describe('installed packages', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/vue': { version: '3.5.1' },
      'node_modules/@esbuild/win32-x64': { version: '0.28.2', optional: true },
    },
  }

  it('are enough without the builds for other platforms', () => {
    const installed = { packages: { 'node_modules/vue': { version: '3.5.1' } } }
    expect(isInstalled(wanted, installed)).toBe(true)
  })

  it('are not enough when absent, missing one, or of another version', () => {
    expect(isInstalled(wanted, null)).toBe(false)
    expect(isInstalled(wanted, { packages: {} })).toBe(false)
    const older = { packages: { 'node_modules/vue': { version: '3.5.0' } } }
    expect(isInstalled(wanted, older)).toBe(false)
  })
})

describe('the browser for tests', () => {
  it('is the one that is named, if one is', () => {
    expect(browserPlaces('linux', { QINGLAN_CHROMIUM: '/opt/chrome', PATH: '/bin' })).toEqual([
      '/opt/chrome',
    ])
  })

  it('is looked for in the usual places of each system', () => {
    expect(browserPlaces('linux', { PATH: '/usr/local/bin' })).toEqual(
      expect.arrayContaining(['/usr/bin/chromium', '/usr/local/bin/google-chrome-stable']),
    )
    expect(browserPlaces('darwin', { HOME: '/Users/li' })).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    expect(browserPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' })).toContain(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    )
  })
})

describe('a run of tests', () => {
  it('counts its cases', () => {
    expect(countCases(0, { numPassedTests: 7, numFailedTests: 0 })).toEqual({
      passed: 7,
      failed: 0,
    })
    expect(countCases(1, { numPassedTests: 7, numFailedTests: 2 })).toEqual({
      passed: 7,
      failed: 2,
    })
  })

  it('has failed when it ends badly without a failed case, or ran none', () => {
    expect(countCases(1, { numPassedTests: 7, numFailedTests: 0 })).toEqual({
      passed: 7,
      failed: 1,
    })
    expect(countCases(0, { numPassedTests: 0, numFailedTests: 0 })).toEqual({
      passed: 0,
      failed: 1,
    })
    expect(countCases(1, null)).toEqual({ passed: 0, failed: 1 })
  })
})
