import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Manifest } from '../../src/contract/manifest.ts'
import { seqOf, waitUntilKept } from './support/app.ts'
import { openBreakableSite, type BreakableSite } from './support/breakable-site.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, publishBulletin, type Copy } from './support/generations.ts'
import { openSite } from './support/site.ts'
import {
  noticeOf,
  openWall,
  runToNextSlide,
  runUntil,
  slideName,
  waitUntilDrawn,
  waitUntilRunning,
} from './support/wall.ts'
import { readSlideLog, watchEverySlide } from './support/wall-watch.ts'

const BEFORE = new Date('2026-11-24T00:30:00Z')
/** Promise R6: so soon after a fault has ended. */
const RECOVERY_S = 60
const VIEW = { viewport: { width: 960, height: 540 }, reducedMotion: 'reduce' } as const

let copy: Copy
let site: BreakableSite
let browser: Browser
let page: Page
/** Pixels of each slide before anything was wrong. */
const before = new Map<string, Buffer>()
let slides = 0

function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(copy.root, 'data/manifest.json'), 'utf8')) as Manifest
}

function bytesOf(manifest: object): Buffer {
  return Buffer.from(JSON.stringify(manifest))
}

async function pixels(): Promise<Buffer> {
  await waitUntilDrawn(page)
  return page.locator('.stage').screenshot()
}

/** The second load, which the worker serves; the clock runs fast, the planned reload is another test. */
beforeAll(async () => {
  copy = copyDist()
  site = await openBreakableSite(copy.root)
  browser = await openBrowser()
  const context = await browser.newContext({ ...VIEW, timezoneId: 'Asia/Shanghai' })
  page = await context.newPage()
  await page.clock.install({ time: BEFORE })
  await watchEverySlide(page)
  await openWall(page, site, '?dwell=5&hours=always&reload=off')
  await waitUntilKept(page)
  await page.reload()
  await waitUntilRunning(page)
  for (;;) {
    const name = (await slideName(page)) ?? ''
    if (before.has(name)) break
    before.set(name, await pixels())
    await runToNextSlide(page)
  }
  slides = before.size
})

afterAll(async () => {
  await browser.close()
  await site.close()
  copy.remove()
})

/** Each breaks the site; `path` is that of a snapshot that is new. */
const FAULTS: readonly (readonly [string, (path: string) => void])[] = [
  ['500s', () => site.break('data/manifest.json', { kind: 'status', status: 500 })],
  ['a login page instead of JSON', () => site.break('data/manifest.json', { kind: 'html' })],
  [
    'a manifest that is cut off',
    () =>
      site.break('data/manifest.json', {
        kind: 'bytes',
        bytes: bytesOf(readManifest()).subarray(0, 700),
      }),
  ],
  [
    'an older manifest than was taken',
    () =>
      site.break('data/manifest.json', {
        kind: 'bytes',
        bytes: bytesOf({ ...readManifest(), seq: 1, written: '2020-01-01T00:00:00Z' }),
      }),
  ],
  [
    'the data of another place',
    () =>
      site.break('data/manifest.json', {
        kind: 'bytes',
        bytes: bytesOf({ ...readManifest(), dataset: 'made-up-place', seq: 900 }),
      }),
  ],
  [
    'a snapshot with a wrong hash',
    (path) => {
      const text = readFileSync(join(copy.root, path), 'utf8')
      site.break(path, { kind: 'bytes', bytes: Buffer.from(text.replace('试验处', '试骗处')) })
    },
  ],
  [
    'a truncated snapshot',
    (path) => {
      const bytes = readFileSync(join(copy.root, path)).subarray(0, 100)
      site.break(path, { kind: 'bytes', bytes })
    },
  ],
]

/** A server that gives nothing, or data that cannot be believed. */
const SAID = /服务器出错|新数据有误/

/** Slides that speak of what the bulletins publish. */
const CHANGED = ['news', 'air']

/** The path of the bulletin's file. */
function publishNext(n: number): string {
  const { id } = publishBulletin(copy.root, n)
  return `data/${readManifest().snapshots.find((file) => file.id === id)?.path}`
}

async function lookAgainAtChanged(): Promise<void> {
  for (const name of CHANGED) before.delete(name)
  for (let i = 0; i < slides; i += 1) {
    const name = await runToNextSlide(page)
    if (CHANGED.includes(name)) before.set(name, await pixels())
  }
}

describe('a day of faults', () => {
  it.each(FAULTS.map(([name, breakSite], i) => [name, breakSite, i + 1] as const))(
    '%s: the same pixels for hours and a notice; the new data within a minute after it',
    async (_, breakSite, n) => {
      const seq = Number(await seqOf(page))
      breakSite(publishNext(n))
      await page.clock.fastForward('00:06:00')
      await runUntil(page, async () => SAID.test(await noticeOf(page)), 400)
      await page.clock.fastForward('03:30:00')
      for (let i = 0; i < (n === 1 ? slides : 3); i += 1) {
        const name = await runToNextSlide(page)
        const [then, now] = [before.get(name), await pixels()]
        expect(then && now.equals(then), name).toBe(true)
        expect(await noticeOf(page)).toMatch(SAID)
        expect(await seqOf(page)).toBe(String(seq))
      }
      site.heal()
      const isWell = async () => (await noticeOf(page)) === ''
      expect(await runUntil(page, isWell, RECOVERY_S)).toBeLessThanOrEqual(RECOVERY_S)
      await runUntil(page, async () => Number(await seqOf(page)) === seq + 1, 20)
      await lookAgainAtChanged()
    },
  )

  it('never showed an empty stage, nor altered a slide that was seen', async () => {
    const { blanks, altered, shown } = await readSlideLog(page)
    expect(blanks).toEqual([])
    expect(altered).toEqual([])
    expect(shown.length).toBeGreaterThan(4 * slides)
    expect(shown[shown.length - 1]?.seq).toBe(String(FAULTS.length + 1))
  })
})

describe('no server at all', () => {
  it('is said with the time of the last answer; slides go on, and it is over by itself', async () => {
    const server = await openSite(copy.root)
    const context = await browser.newContext({ ...VIEW, timezoneId: 'Asia/Shanghai' })
    const other = await context.newPage()
    await other.clock.install({ time: BEFORE })
    await openWall(other, server, '?slides=air,water&dwell=5&hours=always&reload=off')
    await waitUntilKept(other)
    await other.reload()
    await waitUntilRunning(other)
    await other.clock.runFor(2000)
    await server.stop()
    await other.clock.fastForward('00:06:00')
    await runUntil(other, async () => (await noticeOf(other)).includes('离线'), 400)
    await other.clock.fastForward('01:00:00')
    await runToNextSlide(other)
    await runToNextSlide(other)
    expect(await noticeOf(other)).toContain('离线')
    await other.keyboard.press('a')
    const said = await other.locator('.wall-pause').innerText()
    expect(said).toMatch(/服务器没有应答，08:3\d核对过，照旧显示/)
    await server.start()
    await runUntil(other, async () => (await noticeOf(other)) === '', RECOVERY_S)
    await context.close()
    await server.stop()
  })
})

describe('what is wrong with a part', () => {
  async function openAlone(query: string, prepare: () => void): Promise<Page> {
    const context = await browser.newContext({ ...VIEW, serviceWorkers: 'block' })
    const other = await context.newPage()
    await other.clock.install({ time: BEFORE })
    await other.addInitScript(prepare)
    await other.goto(`${site.url}wall.html${query}`)
    await other.locator('html[data-alive]').waitFor()
    return other
  }

  it('a picture that fails says why in its place, and the one beside it is drawn', async () => {
    const other = await openAlone('?slides=pm25%2Bpm10,water&hours=always', () => {
      const observe = ResizeObserver.prototype.observe
      ResizeObserver.prototype.observe = function (target, options) {
        if (target.closest('[data-panel=pm10]')) throw new Error('made up for a test')
        observe.call(this, target, options)
      }
    })
    const failed = other.locator('.layer.is-front [data-panel=pm10][data-state=refused]')
    await failed.waitFor()
    expect(await failed.innerText()).toMatch(/此图未能显示\s+pm10: made up for a test/)
    await other.locator('.layer.is-front [data-panel=pm25] svg text').first().waitFor()
    expect(await noticeOf(other)).toContain('1处未能显示')
    await runToNextSlide(other)
    expect(await slideName(other)).toBe('water')
    await other.context().close()
  })

  it('a slide that fails is left out and named, and the others go on', async () => {
    const other = await openAlone('?slides=air,inspection,water&dwell=5&hours=always', () => {
      const matchAll = String.prototype.matchAll
      const value = function (this: string, pattern: RegExp) {
        if (String(this) === '2021-2022省委督察') throw new Error('made up for a test')
        return matchAll.call(this, pattern)
      }
      Reflect.defineProperty(String.prototype, 'matchAll', { value })
    })
    const shown: string[] = [(await slideName(other)) ?? '']
    for (let i = 0; i < 3; i += 1) shown.push(await runToNextSlide(other))
    expect(shown).toEqual(['air', 'water', 'air', 'water'])
    // New data give every slide another chance, so that the notice may be gone for one slide.
    await runUntil(other, async () => (await noticeOf(other)).includes('1处未能显示'), 15)
    await other.keyboard.press('a')
    expect(await other.locator('.wall-pause').innerText()).toContain(
      'inspection：made up for a test',
    )
    await other.context().close()
  })

  it('names and settings that nobody can read are named, and the rest is shown', async () => {
    const other = await openAlone(
      '?slides=water,no-such-thing&dwell=abc&theme=pink&hours=always',
      () => undefined,
    )
    await other.locator('.layer.is-front [data-slide=water]').waitFor()
    expect(await noticeOf(other)).toContain('网址有误')
    await other.mouse.click(300, 300)
    const said = await other.locator('.wall-pause').innerText()
    for (const part of ['no-such-thing', 'dwell=abc', 'theme=pink']) expect(said).toContain(part)
    await other.context().close()
  })

  it('refused storage is said, and slides go on', async () => {
    const other = await openAlone('?slides=air,water&dwell=5&hours=always', () => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The document is sandboxed', 'SecurityError')
          },
        })
      }
    })
    await runUntil(other, async () => (await noticeOf(other)).includes('未存本机'), 30)
    const first = await slideName(other)
    expect(await runToNextSlide(other)).not.toBe(first)
    await other.context().close()
  })
})
