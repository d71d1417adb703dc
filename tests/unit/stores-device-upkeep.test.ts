/** Looking after the data of a device: looking again, repairing, clearing, large changes. */
import { beforeEach, describe, expect, it } from 'vitest'
import {
  FakeBrowser,
  packOf,
  pause,
  spoilFigures,
  type Tab,
} from '../fixtures/feed/device-browser.ts'
import { settle } from '../fixtures/feed/manual-timers.ts'
import {
  A,
  B,
  FIRST,
  MANIFEST_PATH,
  publish,
  SECOND,
  THIRD,
} from '../fixtures/feed/published-data.ts'
import { figure, snapshot } from './builders/snapshot.ts'

let browser: FakeBrowser

beforeEach(() => {
  browser = new FakeBrowser()
})

const openTab = (): Promise<Tab> => browser.openStarted()

describe('looking at every record again', () => {
  it('counts what is there', async () => {
    browser.server.serve(THIRD)
    const tab = await openTab()
    const told: string[] = []
    const onProgress = (done: number, all: number): void => void told.push(`${done}/${all}`)
    expect(await tab.device.recount({ pause, onProgress })).toEqual({
      kind: 'sound',
      seq: 3,
      counts: { publications: 4, series: 3, observations: 7 },
    })
    expect(told).toEqual(['0/3', '3/3'])
  })

  it('finds a spoiled record, and repairing puts it right without a gap', async () => {
    const tab = await openTab()
    await spoilFigures(browser)
    expect(await tab.device.recount({ pause })).toMatchObject({ kind: 'corrupt' })
    expect(await tab.device.repair({})).toEqual({ kind: 'updated', isFromCache: true })
    expect(await tab.device.recount({ pause })).toMatchObject({ kind: 'sound', seq: 1 })
    expect(tab.states.every(({ head }) => head === null || head.seq === 1)).toBe(true)
  })

  it('can be left', async () => {
    const tab = await openTab()
    const controller = new AbortController()
    controller.abort()
    expect(await tab.device.recount({ pause, signal: controller.signal })).toEqual({
      kind: 'cancelled',
    })
  })
})

describe('repairing', () => {
  it('leaves everything as it is where not all can be had', async () => {
    browser.server.serve(SECOND)
    const tab = await openTab()
    const path = SECOND.manifest.snapshots[1]?.path ?? ''
    browser.server.break(path, { kind: 'html' })
    expect(await tab.device.repair({})).toMatchObject({ kind: 'refused' })
    browser.server.heal().break(MANIFEST_PATH, { kind: 'unreachable' })
    expect(await tab.device.repair({})).toEqual({ kind: 'offline' })
    expect(await tab.device.recount({ pause })).toMatchObject({ kind: 'sound', seq: 2 })
  })

  it('never goes back to what is older, and can be done with a pack', async () => {
    const tab = await openTab()
    const pack = await packOf(SECOND)
    await tab.device.takePack(pack)
    expect(await tab.device.repair({})).toMatchObject({ kind: 'refused' })
    await spoilFigures(browser)
    expect(await tab.device.repair({}, pack)).toMatchObject({ kind: 'updated' })
    expect(await tab.device.recount({ pause })).toMatchObject({ kind: 'sound', seq: 2 })
  })

  it('can be cancelled on the way', async () => {
    browser.server.serve(THIRD)
    const tab = await openTab()
    const controller = new AbortController()
    const watch = { signal: controller.signal, onProgress: () => controller.abort() }
    expect(await tab.device.repair(watch)).toEqual({ kind: 'cancelled' })
    expect(await tab.device.recount({ pause })).toMatchObject({ kind: 'sound', seq: 3 })
  })
})

describe('clearing', () => {
  it('forgets the data and the note, and nothing brings them back by itself', async () => {
    browser.server.serve(SECOND)
    const tab = await openTab()
    await tab.device.takePack(await packOf(THIRD))
    await tab.device.clear()
    expect(browser.items.size).toBe(0)
    expect(await browser.openShelf().read()).toBeNull()
    expect(await tab.device.recount({ pause })).toEqual({ kind: 'empty' })
    await browser.timers.advance(30 * 60_000)
    expect(await tab.device.recount({ pause })).toEqual({ kind: 'empty' })
    await tab.session.stop()
    browser.server.serve(FIRST)
    expect((await openTab()).shown).toEqual({ seq: 1, refused: [] })
  })
})

describe('a large change', () => {
  /** More than a megabyte, in three publications. Made up. */
  const LARGE = publish(2, [
    A,
    B,
    ...['x', 'y'].map((id) =>
      snapshot(
        id,
        '2022-01-01',
        Array.from({ length: 300 }, (_, i) =>
          figure('2021', String(i), { breakdown: `第${i}处`, note: '很长的说明'.repeat(140) }),
        ),
      ),
    ),
  ])

  it('says how far it is, and a small one is over before', async () => {
    const tab = await openTab()
    expect(tab.states.map(({ takingIn }) => takingIn)).not.toContainEqual(expect.anything())
    browser.server.serve(LARGE)
    await tab.session.check()
    const told = tab.states.flatMap(({ takingIn }) => takingIn ?? [])
    expect(told).toContainEqual({ done: 0, all: 3 })
    expect(told).toContainEqual({ done: 3, all: 3 })
    expect(tab.state.takingIn).toBeNull()
    expect(tab.shown.seq).toBe(2)
  })

  it('can be left, and then nothing looks again until it is wanted', async () => {
    const tab = await openTab()
    const path = LARGE.manifest.snapshots[2]?.path ?? ''
    browser.server.serve(LARGE).break(path, { kind: 'mute' })
    const looking = tab.session.check()
    await settle()
    tab.session.leaveOff()
    await browser.timers.advance(10_000)
    await looking
    expect(tab.state).toMatchObject({ isLeftOff: true, takingIn: null, refusals: [] })
    expect(tab.shown.seq).toBe(1)
    browser.server.heal().asked.length = 0
    await browser.timers.advance(30 * 60_000)
    expect(browser.server.asked).toEqual([])
    await tab.session.resume()
    expect(tab.state.isLeftOff).toBe(false)
    expect(tab.shown.seq).toBe(2)
  })
})
