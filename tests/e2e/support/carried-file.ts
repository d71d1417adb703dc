/** The one file as somebody carries it: under a Chinese name with a space, on a machine where another file was. */
import { copyFileSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, BrowserContext } from 'playwright-core'
import { expect } from 'vitest'
import { waitUntilAlive } from './app.ts'
import { openWatchedPage, type WatchedPage } from './watched-page.ts'

const BUILT = fileURLToPath(new URL('../../../dist/qinglan.html', import.meta.url))

/** What another file of this machine may have left: made up, and of a far higher number. */
const POLLUTER = `<!doctype html><meta charset="utf-8"><title>虚构的另一个文件</title><script>
  const names = ['qinglan-jiaozuo-environment-2', 'qinglan-jiaozuo-environment-f2', 'qinglan-jiaozuo-environment']
  localStorage.setItem('qinglan-jiaozuo-environment-accepted',
    JSON.stringify({ seq: 999, sha256: 'f'.repeat(64), confirmedAtMs: 1 }))
  localStorage.setItem('qinglan-theme', 'contrast')
  localStorage.setItem('qinglan-lang', 'en')
  Promise.all(names.map((name) => new Promise((done, fail) => {
    const asked = indexedDB.open(name, 20)
    asked.onupgradeneeded = () => {
      for (const store of ['heads', 'publications', 'series']) {
        asked.result.createObjectStore(store, { autoIncrement: true }).add({ id: 'head', seq: 999, 虚构: 1234567 })
      }
    }
    asked.onsuccess = () => { asked.result.close(); done() }
    asked.onerror = fail
  }))).then(() => { document.title = 'done' })
</script>`

export interface OpenedFile extends WatchedPage {
  readonly context: BrowserContext
  /** All that was asked for, the file itself left out. */
  readonly asked: readonly string[]
}

export interface CarriedFile {
  /** With networking off, after the other file has been there; `hash` as in the address. */
  open(browser: Browser, hash?: string): Promise<OpenedFile>
  /** The address of a copy that was damaged on its way. */
  damage(spoil: (text: string) => string): string
  remove(): void
}

export function carryFile(): CarriedFile {
  const folder = mkdtempSync(join(tmpdir(), 'qinglan-stick-'))
  const empty = join(folder, '空 文件夹')
  mkdirSync(empty)
  copyFileSync(BUILT, join(empty, '清览 离线.html'))
  const address = pathToFileURL(join(empty, '清览 离线.html')).href
  writeFileSync(join(folder, 'other.html'), POLLUTER)
  return {
    async open(browser, hash = '') {
      const context = await browser.newContext({
        offline: true,
        viewport: { width: 1366, height: 768 },
      })
      const other = await context.newPage()
      await other.goto(pathToFileURL(join(folder, 'other.html')).href)
      await expect.poll(() => other.title()).toBe('done')
      await other.close()
      const watched = await openWatchedPage(context, 'file:///')
      const asked: string[] = []
      watched.page.on('request', (request) => {
        const url = request.url()
        if (url.split('#')[0] !== address && !url.startsWith('data:')) asked.push(url)
      })
      await watched.page.goto(address + hash)
      await waitUntilAlive(watched.page)
      return { ...watched, context, asked }
    },
    damage(spoil) {
      const path = join(folder, '坏 文件.html')
      writeFileSync(path, spoil(readFileSync(BUILT, 'utf8')))
      return pathToFileURL(path).href
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
