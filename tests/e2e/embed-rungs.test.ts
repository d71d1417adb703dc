/** Each way into a page whose policy is as strict as ours, and what is seen where it is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elementOf, frameOf, panelScript, strictHostPolicy } from './support/embed-host.ts'
import {
  openEmbedWorld,
  panelInElement,
  panelInFrame,
  readPanel,
  readPoint,
  touchPanel,
  type EmbedWorld,
} from './support/embed-world.ts'

let world: EmbedWorld

beforeAll(async () => {
  world = await openEmbedWorld()
})

afterAll(() => world.close())

const PM25 = { indicator: 'pm25' }

function objectOf(appUrl: string): string {
  return (
    `<object title="指标" type="text/html" width="640" height="700" data="${appUrl}embed/pm25.html">` +
    `<p class="instead">代替的话</p><img src="${appUrl}charts/pm25.svg" alt="代替的图"></object>`
  )
}

describe.each([
  ['no policy of Trusted Types is allowed', "'none'"],
  ['only vue is allowed', 'vue'],
])('in a host under a strict policy, where %s', (_, policies) => {
  it('the element stands, lives and draws without a violation', async () => {
    const { url } = world.site
    const body = `${elementOf(url, PM25)}${elementOf(url, { indicator: 'air-rank', choice: { v: '2021-01-01' } })}${panelScript(url)}`
    const policy = strictHostPolicy(url, policies)
    const { page, expectNoFaults } = await world.visit({ body, policy })
    const panel = panelInElement(page)
    await panel.locator('.chart-still svg:visible').waitFor()
    expect(await readPanel(panel)).toContain('焦作市2021年PM2.5平均浓度45微克/立方米')
    await touchPanel(panel)
    // The box is wider than the picture that was written: it is drawn anew.
    await panel.locator('.chart-canvas svg').waitFor()
    expect(await readPoint(panel)).not.toBe('')
    const pinned = panelInElement(page, 1)
    await pinned.locator('.embed-aside', { hasText: '按2021-01-01所知' }).waitFor()
    await pinned.locator('[data-figure]').waitFor()
    await page.setViewportSize({ width: 480, height: 900 })
    await page.evaluate(() => document.querySelectorAll('qinglan-panel').forEach((e) => e.remove()))
    await page.waitForTimeout(200)
    expectNoFaults()
  })

  it('the frame stands, lives and draws without a violation', async () => {
    const { url } = world.site
    const policy = strictHostPolicy(url, policies)
    const { page, expectNoFaults } = await world.visit({ body: frameOf(url, PM25), policy })
    const panel = panelInFrame(page)
    await panel.locator('.chart-still svg:visible').waitFor()
    expect(await readPoint(panel)).not.toBe('')
    expectNoFaults()
  })
})

describe('under a strict policy', () => {
  it('the frame in an object stands, and what is in the object is not seen', async () => {
    const { url } = world.site
    const { page, expectNoFaults } = await world.visit({
      body: objectOf(url),
      policy: strictHostPolicy(url),
    })
    await expect.poll(() => page.frames().length).toBe(2)
    const figure = page.frames()[1]?.locator('[data-figure]')
    expect(await figure?.innerText()).toContain('45')
    expect(await page.locator('.instead').isVisible()).toBe(false)
    expectNoFaults()
  })

  it('the picture stands, and says its text where it cannot be had', async () => {
    const { url } = world.site
    const pictures = ['pm25', 'no-such'].map(
      (id) => `<img class="${id}" src="${url}charts/${id}.svg" alt="PM2.5平均浓度45微克/立方米">`,
    )
    const { page, expectNoFaults } = await world.visit({
      body: pictures.join(''),
      policy: strictHostPolicy(url),
    })
    const widths = await page
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0))
    expect(widths).toEqual([true, false])
    expectNoFaults(({ text }) => text.includes('no-such'))
  })
})

const TABLE = '<table class="instead"><tr><th>2021年</th><td>45</td></tr></table>'

describe('what the policy of the host refuses', () => {
  it.each([
    ['scripts of ours', "script-src 'self'"],
    ['files of ours', 'connect-src'],
  ])('leaves what stands in the element: %s', async (name, directive) => {
    const { url } = world.site
    const strict = strictHostPolicy(url).split('; ')
    const policy = strict
      .filter((each) => !each.startsWith(directive.split(' ')[0] ?? ''))
      .join('; ')
    const { page, faults } = await world.visit({
      body: `<qinglan-panel indicator="pm25">${TABLE}</qinglan-panel>${panelScript(url)}`,
      policy,
    })
    await expect
      .poll(() => faults.filter(({ kind }) => kind === 'violation').length)
      .toBeGreaterThan(0)
    await page.waitForTimeout(300)
    expect(await page.locator('.instead').isVisible(), name).toBe(true)
    expect(faults.filter(({ kind }) => kind === 'error')).toEqual([])
  })

  it('leaves what stands in the object, and the host’s script of ours does not stumble over it', async () => {
    const { url } = world.site
    const policy = strictHostPolicy(url)
      .split('; ')
      .filter((each) => !/^(object|frame)-src/.test(each))
      .join('; ')
    const { page, faults } = await world.visit({
      body: `${objectOf(url)}<script src="${url}embed-host.js"></script>`,
      policy,
    })
    expect(await page.locator('.instead').isVisible()).toBe(true)
    expect(await page.locator('object img').isVisible()).toBe(true)
    expect(faults.filter(({ kind }) => kind === 'error')).toEqual([])
  })
})

describe('without our server', () => {
  it('the element shows what stands in it, and throws nothing', async () => {
    const { url } = world.site
    const gone = 'http://127.0.0.1:9/'
    const { page, faults } = await world.visit({
      body: `<qinglan-panel indicator="pm25">${TABLE}</qinglan-panel>${panelScript(gone)}${panelScript(url)}`,
    })
    await page.route(`${url}**`, (route) => route.abort())
    await page.reload()
    expect(await page.locator('.instead').isVisible()).toBe(true)
    expect(faults.filter(({ kind }) => kind === 'error')).toEqual([])
  })

  it('a panel that stands already stays as it was written, and lives at the next touch', async () => {
    const { url } = world.site
    const { page, faults } = await world.visit({
      body: `${elementOf(url, PM25)}${panelScript(url)}<p class="away">别处</p>`,
    })
    const panel = panelInElement(page)
    await panel.locator('.chart-still svg:visible').waitFor()
    const before = await readPanel(panel)
    await page.route('**/embed/assets/live-*.js', (route) => route.abort())
    await touchPanel(panel)
    await expect.poll(() => faults.filter(({ kind }) => kind === 'request').length).toBe(1)
    expect(await readPanel(panel)).toBe(before)
    expect(await panel.locator('.chart-still svg:visible').count()).toBe(1)
    await page.unroute('**/embed/assets/live-*.js')
    await page.locator('.away').hover()
    await touchPanel(panel)
    await panel.locator('.chart-canvas svg').waitFor()
    expect(faults.filter(({ kind }) => kind === 'error')).toEqual([])
  })
})
