/** A panel that is taken out of its page leaves nothing there, however often. */
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elementOf, panelScript } from './support/embed-host.ts'
import {
  openEmbedWorld,
  panelInElement,
  touchPanel,
  type EmbedWorld,
} from './support/embed-world.ts'

const ROUNDS = 200
const WARM_ROUNDS = 20

let world: EmbedWorld

beforeAll(async () => {
  world = await openEmbedWorld()
})

afterAll(() => world.close())

interface Held {
  readonly nodes: number
  readonly listeners: number
  readonly heapMB: number
}

async function readHeld(devtools: CDPSession): Promise<Held> {
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners: listeners } = await devtools.send('Memory.getDOMCounters')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return { nodes, listeners, heapMB: usedSize / 1e6 }
}

describe('an element that is removed and added', () => {
  it.each([
    ['before it is touched', false],
    ['with a picture that was drawn', true],
  ])(
    'two hundred times leaves nothing behind: %s',
    async (_, isTouched) => {
      const { url } = world.site
      const { page, context, expectNoFaults } = await world.visit({
        body: elementOf(url, { indicator: 'pm25' }) + panelScript(url),
      })
      await panelInElement(page).waitFor()
      const devtools = await context.newCDPSession(page)
      const goRound = async (): Promise<void> => {
        await page.evaluate(() => {
          const old = document.querySelector('qinglan-panel')
          const next = document.createElement('qinglan-panel')
          next.setAttribute('indicator', 'pm25')
          old?.replaceWith(next)
        })
        const panel = panelInElement(page)
        await panel.locator('.figure-number').waitFor()
        if (!isTouched) return
        await touchPanel(panel)
        await panel.locator('.chart-canvas svg').waitFor()
      }
      for (let round = 0; round < WARM_ROUNDS; round += 1) await goRound()
      const warm = await readHeld(devtools)
      for (let round = 0; round < ROUNDS; round += 1) await goRound()
      const after = await readHeld(devtools)
      // One panel has hundreds of nodes: one that is held in ten would show.
      expect(after.nodes - warm.nodes).toBeLessThan(400)
      expect(after.listeners - warm.listeners).toBeLessThan(20)
      expect(after.heapMB - warm.heapMB).toBeLessThan(1.5)
      expectNoFaults()
      await context.close()
    },
    150_000,
  )
})
