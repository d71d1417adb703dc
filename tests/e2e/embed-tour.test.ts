/** Every panel that ships, touched one after the other; and who may frame what. */
import { readdirSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elementOf, frameOf, panelScript, strictHostPolicy } from './support/embed-host.ts'
import {
  openEmbedWorld,
  panelInElement,
  panelInFrame,
  readPoint,
  touchPanel,
  type EmbedWorld,
} from './support/embed-world.ts'

const IDS = readdirSync(new URL('../../dist/embed', import.meta.url)).flatMap((name) => {
  const [, id] = /^([a-z0-9-]+)\.html$/.exec(name) ?? []
  return id ? [id] : []
})

let world: EmbedWorld

beforeAll(async () => {
  world = await openEmbedWorld()
})

afterAll(() => world.close())

/** The reader points across a panel; its picture, where it has one, tells a point in the end. */
async function pointAcross(panel: Locator): Promise<void> {
  if ((await panel.locator('.chart-stage').count()) > 0) return void (await readPoint(panel))
  await touchPanel(panel)
  await panel.locator('.source-line').hover()
}

describe('all panels', () => {
  it('are those of the catalogue', () => {
    expect(IDS).toHaveLength(75)
  })

  it('live as elements of one strict page without a violation, an error or a stranger', async () => {
    const { url } = world.site
    const body = IDS.map((indicator) => elementOf(url, { indicator })).join('') + panelScript(url)
    const { page, context, expectNoFaults } = await world.visit({
      body,
      policy: strictHostPolicy(url),
    })
    await panelInElement(page, IDS.length - 1).waitFor()
    for (const place of IDS.keys()) await pointAcross(panelInElement(page, place))
    expect(await page.locator('.chart-broken').count()).toBe(0)
    expectNoFaults()
    await context.close()
  }, 240_000)

  it('live in frames without a violation, an error or a stranger', async () => {
    const { url } = world.site
    const { page, context, expectNoFaults } = await world.visit({ body: '<p>空</p>' })
    for (const indicator of IDS) {
      const policy = strictHostPolicy(url)
      await page.goto(world.host.put({ body: frameOf(url, { indicator }), policy }))
      await pointAcross(panelInFrame(page))
    }
    expectNoFaults()
    await context.close()
  }, 240_000)
})

async function frameAddressOf(page: Page): Promise<string | undefined> {
  await page.waitForLoadState('networkidle')
  return page.frames()[1]?.url()
}

describe('who may frame', () => {
  it.each(['index.html', 'indicators/pm25.html', 'wall.html', 'inspection.html'])(
    'the app: nobody (%s)',
    async (path) => {
      const { url } = world.site
      const { page, context } = await world.visit({ body: `<iframe src="${url}${path}"></iframe>` })
      expect(await frameAddressOf(page)).toBe('chrome-error://chromewebdata/')
      await context.close()
    },
  )

  it('a panel: the hosts that are listed, and nobody else', async () => {
    const { url } = world.site
    const listed = await world.visit({ body: frameOf(url, { indicator: 'pm25' }) })
    expect(await frameAddressOf(listed.page)).toBe(`${url}embed/pm25.html`)
    await listed.context.close()
    const stranger = await world.browser.newContext()
    const page = await stranger.newPage()
    await page.route('http://stranger.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: frameOf(url, { indicator: 'pm25' }) }),
    )
    await page.goto('http://stranger.example/')
    expect(await frameAddressOf(page)).toBe('chrome-error://chromewebdata/')
    await stranger.close()
  })
})
