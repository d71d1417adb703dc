/** The show of the wall by itself: what stands in front, what waits behind it, when it stops. */
import { describe, expect, it } from 'vitest'
import { DWELL_MS, openShow, PREPARE_MS, source } from './support/wall-show.ts'

describe('the show', () => {
  it('has the next slide ready before its turn, not long before, and shows it when it is', async () => {
    const { timers, now } = openShow()
    expect(now()).toMatchObject({ front: 'pm25@1', next: null })
    await timers.advance(DWELL_MS - PREPARE_MS - 1)
    expect(now().next).toBeNull()
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'pm25@1', next: 'so2@1', index: 0 })
    await timers.advance(PREPARE_MS - 1)
    expect(now().front).toBe('pm25@1')
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'so2@1', index: 1 })
  })

  it('goes round for months without growing, and tells when a round is over', async () => {
    const { timers, now, boundaries } = openShow()
    await timers.advance(DWELL_MS * 7 + 1000)
    expect(now().front).toBe('so2@1')
    expect(boundaries).toEqual([false, false, true, false, false, true, false])
    expect(timers.pending).toBe(1)
  })

  it('sleeps while nothing is due: no timer runs down a hundred times in a slide', async () => {
    const { timers, started } = openShow()
    await timers.advance(DWELL_MS)
    const early = started()
    await timers.advance(DWELL_MS)
    expect(started() - early).toBeLessThan(30)
  })

  it('sleeps where there is nothing to show at all', async () => {
    const { timers, started } = openShow(null)
    await timers.advance(60_000)
    expect(started()).toBeLessThanOrEqual(13)
  })
})

describe('a show that is stopped', () => {
  it('by a reload keeps its last picture until that is there', async () => {
    const { timers, now, reload } = openShow()
    reload.isDue = true
    await timers.advance(DWELL_MS * 20)
    expect(now()).toMatchObject({ front: 'co@1', index: 2 })
    expect(timers.pending).toBe(0)
  })

  it('starts no timer and changes nothing, even where a turn was on its way', async () => {
    const { show, timers, now, holdPainting, seen } = openShow()
    await timers.advance(1000)
    const paint = holdPainting()
    show.command({ kind: 'next' })
    show.stop()
    paint()
    await timers.advance(DWELL_MS * 5)
    show.offer(source(2))
    show.command({ kind: 'next' })
    await timers.advance(DWELL_MS * 5)
    expect(timers.pending).toBe(0)
    expect(now().front).toBe('pm25@1')
    expect(seen).toEqual(['pm25@1'])
  })
})
