/** A page with panels stays open while newer data are published. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { elementOf, frameOf, panelScript } from './support/embed-host.ts'
import {
  openEmbedWorld,
  panelInElement,
  panelInFrame,
  readPanel,
  readPoint,
  type EmbedVisit,
  type EmbedWorld,
} from './support/embed-world.ts'
import { copyDist, publishBulletin, type Copy } from './support/generations.ts'

const PM25 = { indicator: 'pm25' }

let copy: Copy
let world: EmbedWorld

beforeEach(async () => {
  copy = copyDist()
  world = await openEmbedWorld({ root: copy.root })
})

afterEach(async () => {
  await world.close()
  copy.remove()
})

/** Opens the page under a clock that goes on when the test says so. */
async function visitWithClock(body: string): Promise<EmbedVisit> {
  const visit = await world.visit({ body: '<p>空</p>' })
  await visit.page.clock.install()
  await visit.page.goto(world.host.put({ body }))
  return visit
}

async function waitSixMinutes(page: Page): Promise<void> {
  await page.clock.fastForward('06:00')
}

/** A look at the server that was on its way when the news came does not see them; the one after it does. */
async function expectNews(page: Page, read: () => Promise<string>, value: string): Promise<void> {
  await expect
    .poll(async () => {
      await waitSixMinutes(page)
      return read()
    })
    .toContain(value)
}

describe.each([
  ['the element', (url: string) => elementOf(url, PM25) + panelScript(url), panelInElement],
  ['the frame', (url: string) => frameOf(url, PM25), panelInFrame],
] as const)('newer data reach %s', (_, write, panelIn) => {
  it('within the look: sentence, figure and table are new, the old picture is withdrawn in words', async () => {
    const { page, context, asked, expectNoFaults } = await visitWithClock(write(world.site.url))
    const panel = panelIn(page)
    await panel.locator('.chart-still svg:visible').waitFor()
    const before = await panel.evaluate((root) => root.getBoundingClientRect().height)
    const { value } = publishBulletin(copy.root, 1)
    await expectNews(page, () => readPanel(panel), value)
    expect(await panel.locator('[data-figure]').innerText()).toContain(value)
    expect(await panel.locator('.sentence').innerText()).toContain('2024')
    expect(await panel.locator('.embed-numbers').textContent()).toContain(value)
    expect(await panel.locator('.chart-held').innerText()).not.toBe('')
    expect(await panel.locator('.chart-still').count()).toBe(0)
    expect(asked.filter((path) => path.includes('ChartCanvas'))).toEqual([])
    const after = await panel.evaluate((root) => root.getBoundingClientRect().height)
    expect(after).toBeLessThanOrEqual(before + 1)
    // Only now a reader comes.
    await readPoint(panel)
    await panel.locator('.chart-stage').press('End')
    await expect.poll(() => panel.locator('.chart-readout').innerText()).toContain(value)
    expect(await panel.locator('.chart-canvas svg').count()).toBe(1)
    expect(await panel.locator('.chart-held').count()).toBe(0)
    expectNoFaults()
    await context.close()
  })

  it('again and again, and after a reader has touched it', async () => {
    const { page, context, expectNoFaults } = await visitWithClock(write(world.site.url))
    const panel = panelIn(page)
    await panel.locator('.chart-still svg:visible').waitFor()
    await readPoint(panel)
    for (const n of [1, 2, 3]) {
      const { value } = publishBulletin(copy.root, n)
      await expectNews(page, () => panel.locator('[data-figure]').innerText(), value)
      await panel.locator('.chart-canvas svg').waitFor()
    }
    expectNoFaults()
    await context.close()
  })

  it('not at all where they are broken: what stands stays, and the next good ones are taken in', async () => {
    const { page, context, faults } = await visitWithClock(write(world.site.url))
    const panel = panelIn(page)
    await panel.locator('.chart-still svg:visible').waitFor()
    const before = await readPanel(panel)
    const manifest = join(copy.root, 'data', 'manifest.json')
    for (const broken of ['{"seq": 99}', '<!doctype html><title>登录</title>', '{"seq":']) {
      writeFileSync(manifest, broken)
      await waitSixMinutes(page)
      await page.waitForTimeout(300)
      expect(await readPanel(panel)).toBe(before)
      expect(await panel.locator('.chart-still svg:visible').count()).toBe(1)
    }
    expect(faults.filter(({ kind }) => kind === 'error')).toEqual([])
    await context.close()
  })
})

describe('a panel that was written from newer data than a neighbour', () => {
  it('does not fall back to what the neighbour knew', async () => {
    const { page, context } = await visitWithClock(
      elementOf(world.site.url, PM25) +
        elementOf(world.site.url, { indicator: 'pm25', choice: { v: '2021-01-01' } }) +
        panelScript(world.site.url),
    )
    const pinned = panelInElement(page, 1)
    await expect.poll(() => readPanel(pinned)).toContain('按2021-01-01所知')
    const { value } = publishBulletin(copy.root, 1)
    await expectNews(page, () => readPanel(panelInElement(page)), value)
    expect(await readPanel(pinned)).toContain('按2021-01-01所知')
    expect(await readPanel(pinned)).not.toContain(value)
    await context.close()
  })
})
