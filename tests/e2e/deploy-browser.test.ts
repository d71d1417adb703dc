/** Debian's nginx under the shipped configuration, in real Chromium: as a site, in a folder, by https. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STRICT_POLICY } from '../../tools/policy.mjs'
import { openBrowser } from './support/browser.ts'
import { openHostPage, type HostPage } from './support/host-page.ts'
import { openNginx, type Nginx } from './support/nginx.ts'
import { prepareBuild, type ServedBuild } from './support/served-build.ts'
import { openWall } from './support/wall.ts'
import { openWatchedPage } from './support/watched-page.ts'

let build: ServedBuild
let listed: HostPage
let unlisted: HostPage
let nginx: Nginx
let subFolder: Nginx
let browser: Browser

beforeAll(async () => {
  build = await prepareBuild()
  listed = await openHostPage()
  unlisted = await openHostPage()
  const settings = { root: build.root, hosts: `'self' ${listed.origin}`, brotli: true }
  nginx = await openNginx(settings)
  subFolder = await openNginx({ ...settings, variant: 'sub-folder' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  for (const server of [nginx, subFolder]) await server.stop()
  for (const host of [listed, unlisted]) await host.close()
  build.remove()
})

describe('https', () => {
  it('binds browsers to https with every answer, and http leads there under the policy', async () => {
    const hosts = `'self' ${listed.origin}`
    const secure = await openNginx({ root: build.root, variant: 'https', hosts })
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    try {
      for (const [path, status, framers] of [
        ['', 200, "'none'"],
        ['panel.js', 200, "'none'"],
        [`embed/${build.indicator}.html`, 200, hosts],
        ['embed/no-such-panel.html', 404, hosts],
        ['assets/no.js', 404, "'none'"],
        ['data/', 403, "'none'"],
      ] as const) {
        const answer = await context.request.get(`${secure.url}${path}`)
        expect(answer.status()).toBe(status)
        expect(answer.headers()).toMatchObject({
          'strict-transport-security': 'max-age=31536000',
          'cross-origin-opener-policy': 'same-origin',
          'content-security-policy': STRICT_POLICY.replace(
            "'none'; require",
            `${framers}; require`,
          ),
        })
      }
      const plain = await fetch(`${secure.plainUrl}wall.html?dwell=20`, { redirect: 'manual' })
      expect(plain.status).toBe(301)
      expect(plain.headers.get('location')).toBe('https://127.0.0.1/wall.html?dwell=20')
      expect(plain.headers.get('content-security-policy')).toBe(STRICT_POLICY)
      expect(plain.headers.get('strict-transport-security')).toBeNull()
    } finally {
      await context.close()
      await secure.stop()
    }
  })
})

describe('in real Chromium', () => {
  it.each(['a site of its own', 'a folder of another site'])(
    'the app and the wall run without a violation: %s',
    async (place) => {
      const site = place === 'a site of its own' ? nginx : subFolder
      const context = await browser.newContext()
      const { page, expectNoFaults } = await openWatchedPage(context, site.url)
      await page.goto(site.url)
      await page.locator('[data-panel][data-state=ready] [data-figure]').first().waitFor()
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
      await page.goto(`${site.url}#/indicators/pm25`)
      await page.locator('main > [data-panel=pm25]').waitFor()
      await page.waitForLoadState('networkidle')
      await openWall(page, site)
      expectNoFaults()
      await context.close()
    },
  )

  it('a panel shows in the frame of a listed site, and in that of no other', async () => {
    const hosts = `'self' ${listed.origin}`
    const secure = await openNginx({ root: build.root, variant: 'https', hosts })
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    const page = await context.newPage()
    for (const site of [nginx, subFolder, secure]) {
      const address = `${site.url}embed/${build.indicator}.html`
      await page.goto(listed.framing(address))
      await expect.poll(() => page.frames()[1]?.url()).toBe(address)
      await page.frameLocator('iframe').locator('.embed-root [data-figure]').first().waitFor()
      await page.goto(unlisted.framing(address))
      await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
      await page.goto(listed.framing(`${site.url}index.html`))
      await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
    }
    await context.close()
    await secure.stop()
  })

  it('another site reads data, chart and script, and no page of the app', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(unlisted.framing('about:blank'))
    const readable = (path: string) =>
      page.evaluate(
        (address) =>
          fetch(address).then(
            ({ status }) => status,
            () => 'refused',
          ),
        `${nginx.url}${path}`,
      )
    const parts = ['assets', 'embed/assets'].flatMap((folder) =>
      readdirSync(join(build.root, folder))
        .filter((name) => name.endsWith('.js'))
        .map((name) => `${folder}/${name}`),
    )
    for (const path of [
      'data/manifest.json',
      `charts/${build.indicator}.svg`,
      ...parts,
      'panel.js',
      'embed-host.js',
      `embed/${build.indicator}.html`,
    ])
      expect([path, await readable(path)]).toEqual([path, 200])
    for (const path of ['index.html', 'wall.html'])
      expect([path, await readable(path)]).toEqual([path, 'refused'])
    await context.close()
  })
})
