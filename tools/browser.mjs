/** Finds a Chromium, Chrome or Edge for the browser tests, and installs one where that is easy. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { aptInstall, isDebianRoot } from './apt.mjs'
import { Failure } from './failure.mjs'

const UNIX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']

/**
 * Where a browser may be, the likeliest first.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function browserPlaces(platform, env) {
  if (env.QINGLAN_CHROMIUM) return [env.QINGLAN_CHROMIUM]
  if (platform === 'win32') {
    const roots = WINDOWS_ROOTS.flatMap((name) => env[name] ?? [])
    return WINDOWS_PATHS.flatMap((path) => roots.map((root) => `${root}\\${path}`))
  }
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter).filter(Boolean), '/snap/bin']
  const unix = UNIX_NAMES.flatMap((name) => [...new Set(folders)].map((at) => join(at, name)))
  if (platform !== 'darwin') return unix
  const homes = ['/Applications', `${env.HOME}/Applications`]
  const apps = MAC_APPS.flatMap((app) =>
    homes.map((at) => `${at}/${app}.app/Contents/MacOS/${app}`),
  )
  return [...apps, ...unix]
}

/**
 * Whether it starts. Ubuntu's chromium-browser is a script that only says to install a snap.
 * @param {string} path
 */
function isBrowser(path) {
  if (!existsSync(path)) return false
  // On Windows --version opens a window instead of answering.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

/** The path of a browser, or null. */
export function findBrowser() {
  return browserPlaces(process.platform, process.env).find(isBrowser) ?? null
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return status === 0 && stdout.trim() !== ''
}

/**
 * The path of a browser; installs it, and a Chinese font, on Debian and Ubuntu as root.
 * @returns {string}
 */
export function provideBrowser() {
  if (isDebianRoot()) {
    const missing = [
      ...(findBrowser() ? [] : ['chromium']),
      ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig']),
    ]
    if (missing.length > 0) aptInstall(missing)
  }
  const found = findBrowser()
  if (found) return found
  throw new Failure(
    '浏览器测试需要 Chrome、Chromium 或 Edge:请安装其一,或用 QINGLAN_CHROMIUM 指明路径 / ' +
      'The browser tests need Chrome, Chromium or Edge: install one, or name its path in QINGLAN_CHROMIUM',
  )
}
