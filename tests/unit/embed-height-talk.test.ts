/** A panel's height is told sparingly, so that no host and no panel grow each other. */
import { describe, expect, it } from 'vitest'
import { createHeightTalk } from '../../src/embed/height-talk.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'

const MINUTE = 60_000

function openTalk() {
  const timers = new ManualTimers(1)
  const startMs = timers.nowMs
  const said: (readonly [number, number])[] = []
  const talk = createHeightTalk({
    send: (heightPx) => said.push([timers.nowMs - startMs, heightPx]),
    nowMs: () => timers.nowMs,
    startTimer: timers.startTimer,
  })
  return { timers, talk, said, heights: () => said.map(([, height]) => height) }
}

describe('the height of a panel', () => {
  it('is told once, rounded up', () => {
    const { talk, heights } = openTalk()
    talk.measured(420.2)
    talk.measured(420.2)
    expect(heights()).toEqual([421])
  })

  it('is told again from four pixels on, up or down; less is the rounding of the host', () => {
    const { talk, heights } = openTalk()
    for (const height of [400, 403, 397, 404, 401, 400]) talk.measured(height)
    expect(heights()).toEqual([400, 404, 400])
  })

  it('comes to rest with a host that gives one pixel more each time', () => {
    const { talk, heights } = openTalk()
    // A panel as high as its frame would follow it; the first three answers are within the rounding.
    for (let height = 400; height < 404; height += 1) talk.measured(height)
    expect(heights()).toEqual([400])
  })

  it('is never told as more than 4000, and never as nothing', () => {
    const { talk, heights } = openTalk()
    talk.measured(0)
    talk.repeat()
    talk.measured(1_000_000)
    talk.measured(2_000_000)
    expect(heights()).toEqual([4000])
  })

  it('is told ten times a minute at most, and the last one once the minute is over', async () => {
    const { timers, talk, said } = openTalk()
    for (let n = 0; n < 100; n += 1) {
      talk.measured(400 + n * 10)
      await timers.advance(100)
    }
    expect(said).toHaveLength(10)
    expect(timers.pending).toBe(1)
    await timers.advance(MINUTE)
    expect(said.slice(10)).toEqual([[MINUTE, 1390]])
    expect(timers.pending).toBe(0)
  })

  it('keeps to ten in every minute, however long it goes on', async () => {
    const { timers, talk, said } = openTalk()
    for (let n = 0; n < 600; n += 1) {
      talk.measured(n % 2 === 0 ? 400 : 800)
      await timers.advance(1000)
    }
    const times = said.map(([at]) => at)
    const fullest = Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + MINUTE).length),
    )
    expect(fullest).toBe(10)
    expect(said.length).toBeGreaterThan(90)
  })

  it('is not told late where it has come back to what was said', async () => {
    const { timers, talk, said } = openTalk()
    for (let n = 0; n < 10; n += 1) talk.measured(400 + n * 10)
    talk.measured(900)
    talk.measured(490)
    await timers.advance(2 * MINUTE)
    expect(said.map(([, height]) => height).slice(9)).toEqual([490])
  })

  it('is told again where the host asks, within the same bounds', async () => {
    const { timers, talk, said } = openTalk()
    talk.measured(400)
    for (let n = 0; n < 1000; n += 1) talk.repeat()
    expect(said).toHaveLength(10)
    await timers.advance(MINUTE)
    expect(said.map(([, height]) => height)).toEqual(Array.from({ length: 11 }, () => 400))
  })

  it('is told no more once it is stopped', async () => {
    const { timers, talk, said } = openTalk()
    for (let n = 0; n < 12; n += 1) talk.measured(400 + n * 10)
    talk.stop()
    await timers.advance(2 * MINUTE)
    expect([said.length, timers.pending]).toEqual([10, 0])
  })
})
