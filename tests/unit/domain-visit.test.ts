import { describe, expect, it } from 'vitest'
import { compareWith, MOST_KEYS, shownNow, withShown, type Shown } from '../../src/domain/visit.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

function shown(visitedOn: string, seq = 1): Shown {
  return { knownDay: '2023-05-29', seq, visitedOn, mended: [] }
}

describe('what is shown', () => {
  const first = snapshot('report', '2022-09-09', [figure('2021', '45')])

  it('is the day of the latest publication, the generation, the day, what was mended and what was known', () => {
    const mended = { ...first, revision: 2, revisionReason: '笔误' }
    const later = snapshot('later', '2023-05-29')
    const { publications } = evidenceOf([later, mended, first])
    expect(shownNow(publications, { seq: 4, today: '2023-06-01' })).toEqual({
      knownDay: '2023-05-29',
      seq: 4,
      visitedOn: '2023-06-01',
      mended: ['report@2'],
      known: ['later@1', 'report@2'],
    })
  })

  it('names no publications where they would fill the storage of the device', () => {
    const many = Array.from({ length: MOST_KEYS + 1 }, (_, i) => snapshot(`doc-${i}`, '2023-05-29'))
    const knownIn = (all: typeof many) =>
      shownNow(evidenceOf(all).publications, { seq: 4, today: '2023-06-01' })?.known
    expect(knownIn(many)).toBeUndefined()
    expect(knownIn(many.slice(1))).toHaveLength(MOST_KEYS)
  })

  it('is nothing where nothing is known', () => {
    expect(shownNow([], { seq: 1, today: '2023-06-01' })).toBeNull()
  })
})

describe('a visit', () => {
  const monday = withShown(null, null, shown('2023-06-05'))

  it('without one before has nothing to compare with', () => {
    expect(compareWith(null, '2023-06-05')).toBeNull()
  })

  it('later on the first day is compared with its first showing', () => {
    expect(compareWith(monday, '2023-06-05')).toEqual(shown('2023-06-05'))
  })

  it('on another day is compared with what was shown last', () => {
    const again = withShown(monday, monday.before, shown('2023-06-05', 2))
    expect(compareWith(again, '2023-06-06')).toEqual(shown('2023-06-05', 2))
  })

  it('stays compared with the same when the page is opened anew on that day', () => {
    const base = compareWith(monday, '2023-06-06')
    const tuesday = withShown(monday, base, shown('2023-06-06', 2))
    expect(compareWith(tuesday, '2023-06-06')).toEqual(shown('2023-06-05'))
    expect(compareWith(tuesday, '2023-06-07')).toEqual(shown('2023-06-06', 2))
  })

  it('by a clock that was set back is the same visit', () => {
    expect(compareWith(monday, '2023-06-01')).toEqual(shown('2023-06-05'))
  })

  it('of data older than those seen before leaves no trace', () => {
    const newer = withShown(null, null, shown('2023-06-05', 5))
    expect(withShown(newer, newer.before, shown('2023-06-06', 4))).toEqual(newer)
  })
})
