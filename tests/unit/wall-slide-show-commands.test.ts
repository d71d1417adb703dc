/** Somebody at the wall, while it goes round. */
import { describe, expect, it } from 'vitest'
import { TOUCH_PAUSE_MS } from '../../src/wall/rotation.ts'
import { DWELL_MS, IDS, openShow, PREPARE_MS, source } from './support/wall-show.ts'

describe('a command', () => {
  it('shows what was asked for last, where more than one came during a turn', async () => {
    const { show, timers, now, holdPainting, seen } = openShow()
    await timers.advance(1000)
    const paint = holdPainting()
    show.command({ kind: 'next' })
    expect(now().next).toBe('so2@1')
    show.command({ kind: 'next' })
    await timers.advance(0)
    expect(now().front).toBe('pm25@1')
    paint()
    await timers.advance(0)
    expect(now()).toMatchObject({ front: 'co@1', index: 2 })
    expect(seen).toEqual(['pm25@1', 'co@1'])
  })

  it('that follows another never brings forward what has not been painted', async () => {
    const { show, timers, now, holdPainting } = openShow()
    await timers.advance(1000)
    const paint = holdPainting()
    show.command({ kind: 'next' })
    await timers.advance(0)
    show.command({ kind: 'next' })
    paint()
    const paintLast = holdPainting()
    await timers.advance(0)
    // What has been painted is the one that nobody wants any more.
    expect(now()).toMatchObject({ front: 'pm25@1', next: 'co@1' })
    paintLast()
    await timers.advance(0)
    expect(now().front).toBe('co@1')
  })

  it('within the fade of another shows its slide straight, and nothing is left of the others', async () => {
    const { show, timers, now } = openShow()
    await timers.advance(5000)
    show.command({ kind: 'next' })
    await timers.advance(300)
    expect(now().layers.map(({ isFront }) => isFront)).toEqual([false, true])
    show.command({ kind: 'next' })
    await timers.advance(0)
    expect(now()).toMatchObject({ front: 'co@1', layers: [{ isFront: true, isStraight: true }] })
    show.command({ kind: 'next' })
    await timers.advance(899)
    // The fade of the first turn would have been over meanwhile, and takes nothing of this one.
    expect(now().layers).toHaveLength(2)
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'pm25@1', layers: [{ isStraight: false }] })
  })

  it('back to the slide in front takes away the one that was on its way', async () => {
    const { show, timers, now, holdPainting, seen } = openShow()
    await timers.advance(1000)
    const paint = holdPainting()
    show.command({ kind: 'next' })
    show.command({ kind: 'previous' })
    paint()
    await timers.advance(1000)
    expect(now()).toMatchObject({ front: 'pm25@1', next: null, index: 0 })
    expect(seen).toEqual(['pm25@1'])
  })

  it('holds the slide for ninety seconds, tells each second how long, and then its whole time', async () => {
    const { show, timers, now } = openShow()
    await timers.advance(DWELL_MS - PREPARE_MS - 2000)
    show.command({ kind: 'touch' })
    expect(now().pause).toBe(TOUCH_PAUSE_MS)
    await timers.advance(1000)
    expect(now().pause).toBe(TOUCH_PAUSE_MS - 1000)
    await timers.advance(TOUCH_PAUSE_MS - 1001)
    expect(now()).toMatchObject({ front: 'pm25@1', pause: 1000 })
    await timers.advance(1)
    expect(now()).toMatchObject({ front: 'pm25@1', pause: null })
    await timers.advance(DWELL_MS - 1)
    expect(now().front).toBe('pm25@1')
    await timers.advance(1)
    expect(now().front).toBe('so2@1')
  })

  it('that holds the wall holds it until it is let go', async () => {
    const { show, timers, now } = openShow()
    show.command({ kind: 'toggle-pause' })
    await timers.advance(10 * 60_000)
    expect(now()).toMatchObject({ front: 'pm25@1', pause: 'held' })
    show.command({ kind: 'toggle-pause' })
    await timers.advance(DWELL_MS)
    expect(now().front).toBe('so2@1')
  })

  it('for a slide that fails keeps what is shown, and the wall goes on', async () => {
    const { show, timers, now } = openShow(source(1, IDS, new Set(['so2'])))
    await timers.advance(1000)
    show.command({ kind: 'jump', index: 1 })
    await timers.advance(1000)
    expect(now()).toMatchObject({ front: 'pm25@1' })
    await timers.advance(TOUCH_PAUSE_MS)
    expect(now().front).toBe('co@1')
  })
})
