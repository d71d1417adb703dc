/** When the server is looked at again: rarely while all is well, soon after a failure, then less often. */
import { describe, expect, it } from 'vitest'
import { nextCheckMs, Poller } from '../../src/stores/poller.ts'
import { FakePage } from '../fixtures/feed/fake-page.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'

const MINUTE = 60_000

function createPolling() {
  const timers = new ManualTimers()
  const page = new FakePage()
  const server = { isGood: true }
  const lookedAtMs: number[] = []
  const startMs = timers.nowMs
  const environment = { ...page.polling(timers), random: () => 0.5 }
  const poller = new Poller(environment, () => {
    lookedAtMs.push(timers.nowMs - startMs)
    return Promise.resolve(server.isGood)
  })
  return { timers, page, server, poller, lookedAtMs }
}

describe('the next look at the server', () => {
  it('comes after five minutes, give or take a tenth', () => {
    expect([0, 0.5, 1].map((random) => nextCheckMs(0, random))).toEqual([270_000, 300_000, 330_000])
  })

  it.each([
    [1, [4500, 5000, 5500]],
    [2, [9000, 10_000, 11_000]],
    [3, [18_000, 20_000, 22_000]],
    [4, [40_500, 45_000, 49_500]],
    [1000, [40_500, 45_000, 49_500]],
  ])('comes soon after a failure, less soon after more, within the minute: %i', (failures, at) => {
    expect([0, 0.5, 1].map((random) => nextCheckMs(failures, random))).toEqual(at)
  })
})

describe('polling', () => {
  it('backs off while the server fails, and is in its rhythm again once it has answered', async () => {
    const { timers, server, poller, lookedAtMs } = createPolling()
    poller.start()
    server.isGood = false
    await timers.advance(5 * MINUTE + 125_000)
    const after = lookedAtMs.map((at) => at / 1000 - 300)
    expect(after).toEqual([0, 5, 15, 35, 80, 125])
    server.isGood = true
    await timers.advance(45_000)
    server.isGood = false
    await timers.advance(5 * MINUTE + 5000)
    expect(lookedAtMs.slice(after.length).map((at) => at / 1000 - 300)).toEqual([170, 470, 475])
    poller.stop()
    expect(timers.pending).toBe(0)
  })

  it('goes on after a look that broke', async () => {
    const timers = new ManualTimers()
    let looks = 0
    const poller = new Poller(new FakePage().polling(timers), () => {
      looks += 1
      return looks === 1
        ? Promise.reject(new Error('made up for this test'))
        : Promise.resolve(true)
    })
    poller.start()
    await expect(poller.runNow()).rejects.toThrow('made up for this test')
    await timers.advance(5000)
    expect(looks).toBe(2)
    poller.stop()
  })

  it('looks when it is seen again, also where the clock was put back meanwhile', async () => {
    const { timers, page, poller, lookedAtMs } = createPolling()
    poller.start()
    page.become('hidden')
    await timers.advance(5 * MINUTE)
    timers.nowMs -= 60 * MINUTE
    page.become('visible')
    expect(lookedAtMs).toHaveLength(1)
    poller.stop()
  })
})
