import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  publicationKey,
  publicationOf,
  seriesKey,
  takeApart,
} from '../../src/contract/statement.ts'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { snapshotArb } from './builders/arbitrary.ts'
import { figure, missing, snapshot, target } from './builders/snapshot.ts'

/** The snapshot again, from what storage keeps of it. */
function putTogether({ publication, statements }: ReturnType<typeof takeApart>): Snapshot {
  const { observationCount: _count, spoken: _spoken, ...facts } = publication
  const observations = statements.map(({ publication: _id, revision: _revision, ...rest }) => rest)
  return { format: 'qinglan-snapshot/1', ...facts, observations }
}

describe('taking a snapshot apart', () => {
  it('loses nothing of any snapshot', () => {
    fc.assert(
      fc.property(snapshotArb, (whole) => {
        expect(putTogether(takeApart(whole))).toEqual(whole)
      }),
    )
  })

  it('keeps texts, targets, tasks and reasons', () => {
    const whole = snapshot('a', '2022-09-09', [missing('2020', '未公布'), figure('2021', '45')], {
      revision: 2,
      revisionReason: '抄录有误',
      url: 'https://example.cn/',
      audience: 'internal',
      targets: [target('2025', 42)],
      tasks: [{ number: '1', title: '任务', leadUnit: '市局', state: 'assigned' }],
    })
    expect(putTogether(takeApart(whole))).toEqual(whole)
  })

  it('says of what and where it speaks: regions with the same indicators stand together', () => {
    const observations = [
      figure('2021', '45'),
      figure('2022', '44'),
      figure('2021', '84', { indicator: 'pm10' }),
      figure('2021', '9', { breakdown: '第一轮' }),
      figure('2021', '80', { indicator: 'pm10', region: '410802' }),
      figure('2021', '40', { region: '410802' }),
      figure('2021', '41', { region: '410000' }),
    ]
    const { publication } = takeApart(snapshot('a', '2022-09-09', observations))
    expect(publication.observationCount).toBe(7)
    expect(publication.spoken).toEqual([
      { indicators: ['pm25'], regions: ['410000'] },
      { indicators: ['pm10', 'pm25'], regions: ['410800', '410802'] },
    ])
  })

  it('speaks of exactly the places of its figures, each once', () => {
    const placesOf = (whole: Snapshot) =>
      publicationOf(whole).spoken.flatMap(({ indicators, regions }) =>
        regions.flatMap((region) => indicators.map((indicator) => `${indicator} ${region}`)),
      )
    fc.assert(
      fc.property(snapshotArb, (whole) => {
        const stated = new Set(whole.observations.map((of) => `${of.indicator} ${of.region}`))
        expect(placesOf(whole).sort()).toEqual([...stated].sort())
      }),
    )
  })

  it('does not touch the snapshot', () => {
    const whole = Object.freeze(snapshot('a', '2022-09-09', [Object.freeze(figure('2021', '45'))]))
    expect(() => takeApart(whole)).not.toThrow()
  })

  it('tells series apart by indicator, region and breakdown alone, whatever the breakdown says', () => {
    const keyArb = fc.record({
      indicator: fc.constantFrom('a', 'a-b', 'b'),
      region: fc.constantFrom('410000', '410800'),
      breakdown: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(keyArb, keyArb, (a, b) => {
        const isSame =
          a.indicator === b.indicator && a.region === b.region && a.breakdown === b.breakdown
        expect(seriesKey(a) === seriesKey(b)).toBe(isSame)
      }),
    )
  })

  it('tells the transcriptions of a publication apart', () => {
    expect(publicationKey({ id: 'a', revision: 1 })).not.toBe(
      publicationKey({ id: 'a', revision: 11 }),
    )
  })
})
