/** Data packs on a device: taken, followed by a server that has less, handed on. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Gathering } from '../../src/feed/gather-generation.ts'
import { FakeBrowser, packOf, type Tab } from '../fixtures/feed/device-browser.ts'
import { settle } from '../fixtures/feed/manual-timers.ts'
import { A, FIRST, MANIFEST_PATH, publish, SECOND, THIRD } from '../fixtures/feed/published-data.ts'
import { SimulatedServer } from '../fixtures/feed/simulated-server.ts'
import { figure, snapshot } from './builders/snapshot.ts'

let browser: FakeBrowser

beforeEach(() => {
  browser = new FakeBrowser()
})

const openTab = (): Promise<Tab> => browser.openStarted()

describe('a data pack', () => {
  it('is shown at once, in other tabs too, and after a reload', async () => {
    const [one, other] = [await openTab(), await openTab()]
    expect(await one.device.takePack(await packOf(SECOND))).toEqual({
      kind: 'updated',
      isFromCache: true,
    })
    expect(one.shown).toEqual({ seq: 2, refused: [] })
    await settle()
    expect(other.shown.seq).toBe(2)
    await one.session.stop()
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    expect((await openTab()).shown.seq).toBe(2)
  })

  it('that is older or foreign changes nothing, and what was wrong with the server stays told', async () => {
    browser.server.serve(SECOND)
    const tab = await openTab()
    const before = tab.state
    expect(await tab.device.takePack(await packOf(FIRST))).toMatchObject({ kind: 'refused' })
    const foreign = await packOf(publish(9, [A], { dataset: 'elsewhere' }))
    expect(await tab.device.propose(foreign)).toMatchObject({ kind: 'refused' })
    expect(tab.state).toBe(before)
  })

  it('waits for a look at the server that is under way', async () => {
    const tab = await openTab()
    browser.server.break(MANIFEST_PATH, { kind: 'mute' })
    const looking = tab.session.check()
    await settle()
    const taking = tab.device.takePack(await packOf(SECOND))
    await settle()
    expect(tab.shown.seq).toBe(1)
    await browser.timers.advance(10_000)
    await Promise.all([looking, taking])
    expect(tab.shown).toEqual({ seq: 2, refused: [] })
  })

  it('holds as long as the page where storage is refused', async () => {
    browser.isStorageRefused = true
    const tab = await openTab()
    await tab.device.takePack(await packOf(SECOND))
    expect(tab.shown).toEqual({ seq: 2, refused: [] })
    expect(tab.state.storage.kind).toBe('memory')
    await tab.session.check()
    expect(tab.state).toMatchObject({ serverSeq: 1, refusals: [] })
    expect((await openTab()).shown.seq).toBe(1)
  })
})

describe('a server that has less than a pack has brought', () => {
  it('is no alarm: it is said to be behind, and asked again calmly', async () => {
    const tab = await openTab()
    await tab.device.takePack(await packOf(SECOND))
    await tab.session.check()
    expect(tab.state).toMatchObject({ serverSeq: 1, refusals: [], connectivity: 'online' })
    expect(tab.shown.seq).toBe(2)
    browser.server.asked.length = 0
    await browser.timers.advance(60_000)
    expect(browser.server.asked).toEqual([])
  })

  it('is behind still after a reload, and no more once it has caught up', async () => {
    const tab = await openTab()
    await tab.device.takePack(await packOf(SECOND))
    await tab.session.stop()
    const next = await openTab()
    expect(next.state).toMatchObject({ serverSeq: 1, refusals: [], lastCheckedMs: null })
    browser.server.serve(SECOND)
    await next.session.check()
    expect(next.state).toMatchObject({ serverSeq: null, lastCheckedMs: browser.timers.nowMs })
    browser.server.serve(FIRST)
    await next.session.check()
    expect(next.shown).toEqual({ seq: 2, refused: ['rollback'] })
  })

  it('is a rollback all the same where it has less than it once had', async () => {
    browser.server.serve(SECOND)
    const tab = await openTab()
    await tab.device.takePack(await packOf(THIRD))
    browser.server.serve(FIRST)
    await tab.session.check()
    expect(tab.shown).toEqual({ seq: 3, refused: ['rollback'] })
  })

  it('is a rollback where it lists what the pack does not know', async () => {
    const tab = await openTab()
    await tab.device.takePack(await packOf(THIRD))
    browser.server.serve(publish(2, [A, snapshot('other', '2022-01-01', [figure('2021', '1')])]))
    await tab.session.check()
    expect(tab.shown).toEqual({ seq: 3, refused: ['rollback'] })
  })
})

describe('files that are gathered', () => {
  const seqIn = (found: Gathering): number | null =>
    found.kind === 'gathered' ? found.gathered.manifest.seq : null

  it('are of what is on screen, from the server or from the pack that brought it', async () => {
    const tab = await openTab()
    expect(seqIn(await tab.device.gather(FIRST.manifestSha256, {}))).toBe(1)
    await tab.device.takePack(await packOf(SECOND))
    expect(seqIn(await tab.device.gather(SECOND.manifestSha256, {}))).toBe(2)
  })

  it('are those of the pack after a reload too, where the server has less and no worker keeps files', async () => {
    const tab = await openTab()
    await tab.device.takePack(await packOf(SECOND))
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    const later = await openTab()
    expect(seqIn(await later.device.gather(SECOND.manifestSha256, {}))).toBe(2)
  })

  it('are not those of a pack that newer data have followed, which is given up', async () => {
    const tab = await openTab()
    await tab.device.takePack(await packOf(SECOND))
    browser.server.serve(THIRD)
    await tab.session.check()
    expect(seqIn(await tab.device.gather(THIRD.manifestSha256, {}))).toBe(3)
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    expect(await tab.device.gather(SECOND.manifestSha256, {})).toEqual({ kind: 'unreachable' })
  })

  it('of a pack last as long as the page where storage is refused, and go with what is cleared', async () => {
    browser.isStorageRefused = true
    const tab = await openTab()
    await tab.device.takePack(await packOf(SECOND))
    expect(seqIn(await tab.device.gather(SECOND.manifestSha256, {}))).toBe(2)
    const later = await openTab()
    const elsewhere = await later.device.gather(SECOND.manifestSha256, {})
    expect(elsewhere).toEqual({ kind: 'other', seq: 1 })
    await tab.device.clear()
    expect(await tab.device.gather(SECOND.manifestSha256, {})).toEqual(elsewhere)
  })

  it('are the kept ones where no server answers, and none where there are none', async () => {
    const tab = await openTab()
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    expect(await tab.device.gather(FIRST.manifestSha256, {})).toEqual({ kind: 'unreachable' })
    browser.kept = new SimulatedServer(FIRST).fetch
    expect(seqIn(await tab.device.gather(FIRST.manifestSha256, {}))).toBe(1)
  })
})
