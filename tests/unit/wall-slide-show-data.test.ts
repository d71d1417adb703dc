/** New data on a wall that is being shown. */
import { describe, expect, it } from 'vitest'
import { DWELL_MS, IDS, openShow, source } from './support/wall-show.ts'

describe('new data', () => {
  it('come between two slides and never in the middle of one', async () => {
    const { show, timers, now, seen } = openShow()
    await timers.advance(5000)
    show.offer(source(2))
    await timers.advance(DWELL_MS - 5000 - 1)
    // Made ready already, and nothing that is told of it comes before it.
    expect(now()).toMatchObject({ front: 'pm25@1', next: 'so2@2', seq: 1 })
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'so2@2', seq: 2 })
    expect(seen).toEqual(['pm25@1', 'so2@2'])
  })

  it('that come when the next slide is ready already do not show an older one', async () => {
    const { show, timers, now } = openShow()
    await timers.advance(DWELL_MS - 1000)
    expect(now().next).toBe('so2@1')
    show.offer(source(2))
    await timers.advance(1000)
    expect(now()).toMatchObject({ front: 'so2@2', seq: 2 })
  })

  it('show at once where nothing has been shown yet', async () => {
    const { show, timers, now } = openShow(null)
    await timers.advance(60_000)
    expect(now().front).toBeNull()
    show.offer(source(1))
    expect(now()).toMatchObject({ front: 'pm25@1', seq: 1 })
  })

  it('reach a slide that stands alone, with a new layer, when its time is over', async () => {
    const { show, timers, now, boundaries } = openShow(source(1, ['pm25']))
    await timers.advance(DWELL_MS * 2)
    expect(boundaries).toEqual([true, true])
    show.offer(source(2, ['pm25']))
    await timers.advance(DWELL_MS - 1)
    expect(now()).toMatchObject({ front: 'pm25@1', seq: 1 })
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'pm25@2', seq: 2 })
  })

  it('leave the place in the round by the name of the slide when the list changes', async () => {
    const { show, timers, now } = openShow()
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'so2@1', index: 1 })
    show.offer(source(2, ['co', 'pm25', 'so2']))
    await timers.advance(DWELL_MS - 1)
    expect(now()).toMatchObject({ front: 'so2@1', index: 1, names: IDS })
    await timers.advance(1)
    // After so2, which is the last one now, comes the first.
    expect(now()).toMatchObject({ front: 'co@2', index: 0, seq: 2 })
  })

  it('without the slide in front begin again with the first', async () => {
    const { show, timers, now } = openShow()
    await timers.advance(DWELL_MS)
    show.offer(source(2, ['pm25', 'co']))
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'pm25@2', names: ['pm25', 'co'], seq: 2 })
  })

  it('that leave one slide of many, and not the one in front, show it', async () => {
    const { show, timers, now } = openShow()
    await timers.advance(DWELL_MS)
    show.offer(source(2, ['pm25']))
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'pm25@2', index: 0, seq: 2 })
  })

  it('that give more slides than the one that stood alone are all shown', async () => {
    const { show, timers, now } = openShow(source(1, ['pm25']))
    show.offer(source(2))
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ seq: 2, names: IDS })
    await timers.advance(DWELL_MS * 3)
    expect(now().front).toContain('@2')
  })
})
