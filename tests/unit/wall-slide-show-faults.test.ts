/** The show of the wall where what it leans on breaks: it must go on, whatever throws. */
import { describe, expect, it } from 'vitest'
import { DWELL_MS, openShow, source } from './support/wall-show.ts'

function fail(): never {
  throw new Error('made to fail')
}

describe('a show goes on', () => {
  it('where nobody can say how long a slide stands', async () => {
    const { timers, seen } = openShow(source(1), {
      dwellMs: ({ name }) => (name === 'pm25' ? fail() : DWELL_MS),
    })
    await timers.advance(DWELL_MS * 4)
    expect(seen).toEqual(['pm25@1', 'so2@1', 'co@1', 'pm25@1', 'so2@1'])
  })

  it('where nobody can say whether the page is to be loaded anew', async () => {
    const { timers, seen } = openShow(source(1), { onBoundary: fail })
    await timers.advance(DWELL_MS * 2)
    expect(seen).toEqual(['pm25@1', 'so2@1', 'co@1'])
  })

  it('where nobody can say what has been painted', async () => {
    const { timers, seen } = openShow(source(1), {
      painted: () => Promise.reject(new Error('made to fail')),
    })
    await timers.advance(DWELL_MS * 2)
    expect(seen).toEqual(['pm25@1', 'so2@1', 'co@1'])
  })

  it('with the slides that it has where newer data have no list of slides, and says so', async () => {
    const { show, timers, seen, now } = openShow()
    const broken = source(2, null)
    show.offer({ ...broken, evidence: { ...broken.evidence, publications: fail as never } })
    await timers.advance(DWELL_MS * 3)
    expect(seen).toEqual(['pm25@1', 'so2@1', 'co@1', 'pm25@1'])
    expect(now().seq).toBe(1)
    expect([...now().failed.keys()]).toEqual(['slides'])
    show.offer(source(3))
    await timers.advance(DWELL_MS * 2)
    expect(now().seq).toBe(3)
    expect(now().failed.size).toBe(0)
  })

  it('by its place where a slide stands in the list twice', async () => {
    const { show, timers, now } = openShow()
    show.offer(source(2, ['pm25', 'so2', 'pm25', 'co']))
    await timers.advance(DWELL_MS)
    const places: number[] = []
    for (let i = 0; i < 3; i += 1) {
      places.push(now().index)
      await timers.advance(DWELL_MS)
    }
    expect(places).toEqual([1, 2, 3])
  })
})
