/** What a host may choose: day, region, language, theme; and what is nonsense is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAt } from './support/app.ts'
import { elementOf, frameOf, panelScript, type PanelWish } from './support/embed-host.ts'
import {
  openEmbedWorld,
  panelInElement,
  panelInFrame,
  readPanel,
  readPoint,
  type EmbedWorld,
} from './support/embed-world.ts'

let world: EmbedWorld

const EARLIER = ['pm25', 'district-heating', 'air-rank', 'green-factories']
/** The first figure of the desk's page on an earlier day, by indicator; empty where it shows none. */
const onDesk = new Map<string, string>()

beforeAll(async () => {
  world = await openEmbedWorld()
  const desk = await world.browser.newPage()
  for (const indicator of EARLIER) {
    await openAt(desk, world.site, `/indicators/${indicator}?v=2021-01-01`)
    const figures = desk.locator('main [data-figure]')
    onDesk.set(indicator, (await figures.count()) > 0 ? await figures.first().innerText() : '')
  }
  await desk.close()
})

afterAll(() => world.close())

const RUNGS = [
  [
    'element',
    (url: string, wish: PanelWish) => elementOf(url, wish) + panelScript(url),
    panelInElement,
  ],
  ['frame', (url: string, wish: PanelWish) => frameOf(url, wish), panelInFrame],
] as const

describe.each(RUNGS)('the %s', (_, write, panelIn) => {
  async function open(choice: Readonly<Record<string, string>>, indicator = 'pm25') {
    const { page, context, asked, expectNoFaults } = await world.visit({
      body: write(world.site.url, { indicator, choice }),
    })
    const panel = panelIn(page)
    await panel.locator('.sentence').waitFor()
    return { panel, context, asked, expectNoFaults }
  }

  it.each(EARLIER)('shows what was known on a day, as the desk does: %s', async (indicator) => {
    const { panel, context, expectNoFaults } = await open({ v: '2021-01-01' }, indicator)
    await panel.locator('.embed-aside', { hasText: '按2021-01-01所知' }).waitFor()
    const expected = onDesk.get(indicator)
    await expect
      .poll(async () => {
        const found = panel.locator('[data-figure]')
        return (await found.count()) > 0 ? await found.first().innerText() : ''
      })
      .toBe(expected)
    if (expected === '') expect(await panel.locator('[data-state=empty]').count()).toBe(1)
    expectNoFaults()
    await context.close()
  })

  it('is the written one where it is pinned to a later day, and says to which', async () => {
    const { panel, context, asked } = await open({ v: '2026-01-01' })
    const live = await open({})
    await panel.locator('.embed-aside', { hasText: '按2026-01-01所知' }).waitFor()
    const text = (await readPanel(panel)).replace('按2026-01-01所知', '')
    expect(text).toBe(await readPanel(live.panel))
    expect(asked.filter((path) => path.includes('live-'))).toEqual([])
    await context.close()
    await live.context.close()
  })

  it('shows another region, by name', async () => {
    const { panel, context, expectNoFaults } = await open({ region: '410000' })
    await expect.poll(() => readPanel(panel)).toMatch(/^河南省/)
    expect(await panel.locator('.embed-more').getAttribute('href')).toContain('region=410000')
    expectNoFaults()
    await context.close()
  })

  it('speaks English, with its links into the English app', async () => {
    const { panel, context, asked, expectNoFaults } = await open({ lang: 'en' })
    await expect.poll(() => panel.innerText()).toContain('Jiaozuo City')
    expect(await panel.getAttribute('lang')).toBe('en')
    expect(await panel.locator('.embed-more').innerText()).toBe('All figures and sources')
    expect(await panel.locator('.embed-more').getAttribute('href')).toContain('lang=en')
    expect(asked.filter((path) => path.includes('live-'))).toEqual([])
    expectNoFaults()
    await context.close()
  })

  it.each(['dark', 'contrast'])(
    'is set in %s, before a reader touches it and after',
    async (theme) => {
      const { panel, context, asked, expectNoFaults } = await open({ theme })
      const paper = { dark: 'rgb(13, 20, 18)', contrast: 'rgb(255, 255, 255)' }[theme]
      await expect
        .poll(() => panel.evaluate((root) => getComputedStyle(root).backgroundColor))
        .toBe(paper)
      expect(asked.filter((path) => path.includes('live-'))).toEqual([])
      expect(await readPoint(panel)).not.toBe('')
      await panel.locator(':is(.chart-still, .chart-canvas) svg:visible').waitFor()
      expectNoFaults()
      await context.close()
    },
  )

  it('tells beneath the panel what it did not understand, and shows the rest', async () => {
    const { panel, context } = await open({ v: 'gestern', theme: 'neon', region: '99', lang: 'fr' })
    const aside = panel.locator('.embed-aside:visible')
    await aside.waitFor()
    const text = await aside.innerText()
    for (const pair of ['v=gestern', 'theme=neon', 'region=99', 'lang=fr'])
      expect(text).toContain(pair)
    expect(await readPanel(panel)).toContain('45微克/立方米')
    await context.close()
  })

  it('says where it has nothing for a region that does not exist', async () => {
    const { panel, context, expectNoFaults } = await open({ region: '999999' })
    await expect.poll(() => readPanel(panel)).not.toBe('')
    expect(await panel.locator('[data-panel=pm25]').count()).toBe(1)
    expectNoFaults()
    await context.close()
  })
})
