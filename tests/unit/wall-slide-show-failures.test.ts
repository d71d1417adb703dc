/** Slides and panels of the wall that fail: left out, told, and tried again. */
import { describe, expect, it } from 'vitest'
import { DWELL_MS, IDS, openShow, PREPARE_MS, source } from './support/wall-show.ts'

const HOUR_MS = 60 * 60_000

describe('a slide that fails', () => {
  it('while it is made is left out and noted, and nobody has waited for it', async () => {
    const { timers, now, seen } = openShow(source(1, IDS, new Set(['so2'])))
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'co@1', failed: new Map([['so2', 'so2 made to fail']]) })
    await timers.advance(DWELL_MS * 2)
    expect(seen).toEqual(['pm25@1', 'co@1', 'pm25@1', 'co@1'])
  })

  it('while it is rendered is taken away before anybody has seen it', async () => {
    const { show, timers, now } = openShow()
    await timers.advance(DWELL_MS - PREPARE_MS)
    // The second layer there ever was.
    show.fail(1, 'so2', 'could not be rendered')
    expect(now()).toMatchObject({ front: 'pm25@1', next: null })
    await timers.advance(1000)
    expect(now().next).toBe('co@1')
    await timers.advance(PREPARE_MS - 1000)
    expect(now().front).toBe('co@1')
  })

  it('gets another chance after an hour', async () => {
    const broken = new Set(['so2'])
    const { show, timers, now, seen } = openShow(source(1, IDS, broken))
    await timers.advance(DWELL_MS)
    broken.clear()
    const rest = async (minutes: number) => {
      show.command({ kind: 'toggle-pause' })
      await timers.advance(minutes * 60_000)
      show.command({ kind: 'toggle-pause' })
      await timers.advance(DWELL_MS * IDS.length)
    }
    await rest(55)
    expect(seen).not.toContain('so2@1')
    await rest(5)
    expect(seen).toContain('so2@1')
    expect(now().failed.size).toBe(0)
  })

  it('gets another chance at once where somebody names it', async () => {
    const broken = new Set(['so2'])
    const { show, timers, now } = openShow(source(1, IDS, broken))
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'co@1' })
    broken.clear()
    show.command({ kind: 'jump', index: 1 })
    await timers.advance(0)
    expect(now()).toMatchObject({ front: 'so2@1' })
    expect(now().failed.size).toBe(0)
  })

  it('and is made again at once is another layer, of which nothing is said yet', async () => {
    const { show, timers, now, holdPainting } = openShow()
    await timers.advance(1000)
    holdPainting()
    show.command({ kind: 'next' })
    show.failPanel(1, 'so2', 'made to fail')
    show.fail(1, 'so2', 'could not be rendered')
    show.command({ kind: 'jump', index: 0 })
    show.command({ kind: 'jump', index: 1 })
    expect(now().layers.map(({ id }) => id)).toEqual([0, 2])
  })

  it('and stands alone is rendered anew after an hour, and not before', async () => {
    const { show, timers, now } = openShow(source(1, ['pm25']))
    show.fail(0, 'pm25', 'could not be rendered')
    await timers.advance(HOUR_MS - 1)
    expect(now().layers.map(({ id }) => id)).toEqual([0])
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ layers: [{ id: 1, isFront: true }] })
    expect(now().failed.size).toBe(0)
  })

  it('again after an hour has one more chance an hour later', async () => {
    const { show, timers, now, holdPainting } = openShow(source(1, ['pm25']))
    show.fail(0, 'pm25', 'could not be rendered')
    const paint = holdPainting()
    await timers.advance(HOUR_MS + DWELL_MS)
    expect(now().next).toBe('pm25@1')
    show.fail(1, 'pm25', 'could not be rendered')
    paint()
    await timers.advance(HOUR_MS - DWELL_MS)
    expect(now()).toMatchObject({
      layers: [{ id: 0 }],
      failed: new Map([['pm25', expect.any(String)]]),
    })
    await timers.advance(2 * DWELL_MS)
    expect(now()).toMatchObject({ layers: [{ id: 2, isFront: true }] })
  })

  it('first of all, with all others after it, is rendered anew after an hour, too', async () => {
    const broken = new Set(['so2', 'co'])
    const { show, timers, now, seen } = openShow(source(1, IDS, broken))
    show.fail(0, 'pm25', 'could not be rendered')
    await timers.advance(DWELL_MS * 3)
    expect([...now().failed.keys()].sort()).toEqual([...IDS].sort())
    await timers.advance(HOUR_MS + DWELL_MS * 3)
    expect(now().layers.every(({ id }) => id > 0)).toBe(true)
    expect([...now().failed.keys()].sort()).toEqual(['co', 'so2'])
    expect(seen).toEqual(['pm25@1'])
  })

  it('with all others before any was shown is looked after seldom', async () => {
    const { timers, now, started } = openShow(source(1, IDS, new Set(IDS)))
    await timers.advance(5000)
    const early = started()
    await timers.advance(60_000)
    expect(started() - early).toBeLessThanOrEqual(13)
    expect(now().front).toBeNull()
  })

  it('with all others before any was shown is back with new data at once, and else within the hour', async () => {
    const broken = new Set(IDS)
    const first = openShow(source(1, IDS, broken))
    await first.timers.advance(60_000)
    first.show.offer(source(2))
    expect(first.now()).toMatchObject({ front: 'pm25@2' })
    const second = openShow(source(1, IDS, broken))
    await second.timers.advance(60_000)
    broken.clear()
    await second.timers.advance(HOUR_MS)
    expect(second.now().front).not.toBeNull()
    expect(second.now().failed.size).toBe(0)
  })

  it('as the first of new data leaves an empty wall to the next one soon', async () => {
    const { show, timers, now } = openShow(source(1, IDS, new Set(IDS)))
    await timers.advance(60_000)
    show.offer(source(2, IDS, new Set(['pm25'])))
    await timers.advance(1000)
    expect(now()).toMatchObject({ front: 'so2@2' })
  })

  it('gets another chance with new data', async () => {
    const { show, timers, now, seen } = openShow(source(1, IDS, new Set(['so2'])))
    await timers.advance(DWELL_MS)
    show.offer(source(2))
    await timers.advance(DWELL_MS * 3)
    expect(seen).toContain('so2@2')
    expect(now().failed.size).toBe(0)
  })

  it('as the very first leaves the wall to the next one', async () => {
    const { timers, now } = openShow(source(1, IDS, new Set(['pm25'])))
    await timers.advance(1000)
    expect(now()).toMatchObject({
      front: 'so2@1',
      failed: new Map([['pm25', 'pm25 made to fail']]),
    })
  })

  it('leaves the last picture standing where all of them fail', async () => {
    const broken = new Set<string>()
    const { show, timers, now } = openShow(source(1, IDS, broken))
    await timers.advance(1000)
    for (const id of IDS) broken.add(id)
    show.offer(source(2, IDS, broken))
    await timers.advance(DWELL_MS * 10)
    expect(now().front).toBe('pm25@1')
    expect([...now().failed.keys()].sort()).toEqual([...IDS].sort())
  })
})

describe('a panel that fails', () => {
  it('is told until its slide has been drawn again without a fault', async () => {
    const { show, timers, now } = openShow()
    show.failPanel(0, 'pm25', 'made to fail')
    await timers.advance(DWELL_MS * 2)
    // Other slides are shown meanwhile, and nobody knows better yet.
    expect(now()).toMatchObject({ front: 'co@1', failed: new Map([['pm25', 'made to fail']]) })
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'pm25@1', failed: new Map() })
  })

  it('again in the next layer of its slide is told without a pause', async () => {
    const { show, timers, now } = openShow()
    show.failPanel(0, 'pm25', 'made to fail')
    await timers.advance(DWELL_MS * 3 - 1000)
    const waiting = now().layers.find(({ isFront }) => !isFront)
    show.failPanel(waiting?.id ?? -1, 'pm25', 'made to fail again')
    await timers.advance(1000)
    expect(now()).toMatchObject({
      front: 'pm25@1',
      failed: new Map([['pm25', 'made to fail again']]),
    })
  })

  it('leaves its slide in the round', async () => {
    const { show, timers, seen } = openShow()
    show.failPanel(0, 'pm25', 'made to fail')
    await timers.advance(DWELL_MS * 3)
    expect(seen).toEqual(['pm25@1', 'so2@1', 'co@1', 'pm25@1'])
  })

  it('is forgotten where it is tried again in its place', () => {
    const { show, now } = openShow()
    show.failPanel(0, 'pm25', 'made to fail')
    show.again('panels', 'pm25')
    expect(now().failed.size).toBe(0)
  })

  it('on a slide that stands alone is drawn anew after an hour', async () => {
    const { show, timers, now } = openShow(source(1, ['pm25']))
    show.failPanel(0, 'pm25', 'made to fail')
    await timers.advance(HOUR_MS - 1)
    expect(now()).toMatchObject({
      layers: [{ id: 0 }],
      failed: new Map([['pm25', 'made to fail']]),
    })
    await timers.advance(DWELL_MS * 2)
    expect(now()).toMatchObject({ layers: [{ id: 1 }], failed: new Map() })
  })

  it('of older data is told no longer than these are shown', async () => {
    const { show, timers, now } = openShow()
    show.failPanel(0, 'pm25', 'made to fail')
    show.offer(source(2, ['so2', 'co']))
    await timers.advance(DWELL_MS)
    expect(now()).toMatchObject({ front: 'so2@2', failed: new Map() })
  })
})
