/** What panels cost a page until somebody looks at one, and after. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elementOf, frameOf, panelScript } from './support/embed-host.ts'
import {
  openEmbedWorld,
  panelInElement,
  panelInFrame,
  readPoint,
  type EmbedWorld,
} from './support/embed-world.ts'

const TEN = [
  'pm25',
  'good-air-days',
  'district-heating',
  'park-green-per-capita',
  'air-rank',
  'inspection-tasks',
  'green-factories',
  'sewage-capacity',
  'petitions',
  'pm10',
]

let world: EmbedWorld

beforeAll(async () => {
  world = await openEmbedWorld()
})

afterAll(() => world.close())

/** Everything heavy: Vue with what draws on it, ECharts, the data. */
const HEAVY = /\/(?:live|ChartCanvas)-|generation-|snapshots\/|catalog\./

function counted(paths: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const path of paths) counts[path] = (counts[path] ?? 0) + 1
  return counts
}

describe('ten panels that nobody touches', () => {
  it('as elements load one script, one sheet, one manifest and their own files', async () => {
    const { url } = world.site
    const body = TEN.map((indicator) => elementOf(url, { indicator })).join('') + panelScript(url)
    const { page, context, asked, expectNoFaults } = await world.visit({ body })
    await panelInElement(page, 9).waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked.filter((path) => HEAVY.test(path))).toEqual([])
    const counts = counted(asked.filter((path) => !path.startsWith('charts/')))
    expect(new Set(Object.values(counts))).toEqual(new Set([1]))
    const own = TEN.map((id) => `embed/${id}.html`)
    expect(Object.keys(counts)).toEqual(
      expect.arrayContaining([...own, 'panel.js', 'data/manifest.json']),
    )
    expect(Object.keys(counts).filter((path) => path.endsWith('.css'))).toHaveLength(1)
    expectNoFaults()
    await context.close()
  })

  it('in frames load no Vue, no ECharts and no data', async () => {
    const { url } = world.site
    const { page, context, asked, expectNoFaults } = await world.visit({
      body: TEN.map((indicator) => frameOf(url, { indicator })).join(''),
    })
    for (const place of TEN.keys()) await panelInFrame(page, place).waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked.filter((path) => HEAVY.test(path))).toEqual([])
    expectNoFaults()
    await context.close()
  })
})

describe('ten elements of which some are touched', () => {
  it('share one copy of the code and of the data', async () => {
    const { url } = world.site
    const body = TEN.map((indicator) => elementOf(url, { indicator })).join('') + panelScript(url)
    const { page, context, asked, expectNoFaults } = await world.visit({ body })
    await panelInElement(page, 9).waitFor()
    await page.waitForLoadState('networkidle')
    const before = asked.length
    await readPoint(panelInElement(page, 0))
    await page.waitForLoadState('networkidle')
    const first = asked.slice(before)
    expect(first.filter((path) => /live-/.test(path))).toHaveLength(1)
    expect(first.filter((path) => /generation-/.test(path))).toHaveLength(1)
    expect(first.filter((path) => /ChartCanvas-/.test(path))).toHaveLength(1)
    for (const place of [1, 2, 3, 4]) await readPoint(panelInElement(page, place))
    await page.waitForLoadState('networkidle')
    expect(asked.slice(before + first.length)).toEqual([])
    // The others still stand as they were written.
    expect(await panelInElement(page, 9).locator('.chart-stage[tabindex]').count()).toBe(0)
    expectNoFaults()
    await context.close()
  })

  it('grow by nothing when they are touched', async () => {
    const { url } = world.site
    const body = TEN.map((indicator) => elementOf(url, { indicator })).join('') + panelScript(url)
    const { page, context } = await world.visit({ body })
    await panelInElement(page, 9).waitFor()
    const heights = () =>
      page
        .locator('qinglan-panel')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
    const before = await heights()
    for (const place of [0, 1, 2, 3, 4]) await readPoint(panelInElement(page, place))
    expect(await heights()).toEqual(before)
    await context.close()
  })
})
