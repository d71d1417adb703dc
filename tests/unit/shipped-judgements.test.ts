/** How the published targets stand, worked out by hand from the shipped figures. */
import { describe, expect, it } from 'vitest'
import type { AsOf } from '../../src/domain/standing.ts'
import { viewIndicator } from '../../src/domain/indicator-view.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'

const { catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)

function judgementsOf(id: string, asOf: AsOf) {
  return viewIndicator(evidence, id, { asOf, region: '410800' })?.judgements ?? []
}

/** "410000 2018: reached, 2018" and what else is said. */
function standOf(id: string, asOf: AsOf): readonly string[] {
  return judgementsOf(id, asOf).map((judgement) => {
    const { target, verdict, point, obstacle, isLater, isToDate, isLate, doubts } = judgement
    const flags = [
      obstacle,
      isLater && 'later',
      isToDate && 'to date',
      isLate && 'late',
      ...doubts.map((doubt) => `${doubt.kind} → ${doubt.verdict}`),
    ].filter((flag) => flag)
    const by = point ? ` by ${point.period.text}` : ''
    const also = flags.length > 0 ? ` (${flags.join(', ')})` : ''
    return `${target.region.code} ${target.period.text} ${target.reading.value}: ${verdict}${by}${also}`
  })
}

describe('the published targets', () => {
  it.each<readonly [string, AsOf, readonly string[]]>([
    // 85 % was due at the end of 2018; the first figure after it is 90.3 % at the end of 2020.
    ['district-heating', 'latest', ['410800 2018-12-31 85: reached by 2020-12-31 (later)']],
    // The plan of 2022-12-09, which gives 90.3 %, was not out yet: 91 % of 2022-09-09 decides.
    ['district-heating', '2022-09-09', ['410800 2018-12-31 85: reached by 2022-09-09 (later)']],
    ['district-heating', '2019-12-31', ['410800 2018-12-31 85: unassessable (not-reported)']],
    [
      'clean-heating-households-yearly',
      'latest',
      [
        // 6.0 of 5 by 23 November 2017.
        '410800 2017 5: reached by 2017-01-01/2017-11-23 (to date)',
        '410800 2018 8.2: unassessable (not-reported)',
      ],
    ],
    ['pm25', 'latest', ['410000 2018 63: reached by 2018', '410000 2025 42.5: not-due by 2023']],
    ['pm25', '2019-12-31', ['410000 2018 63: reached by 2018']],
    // 2018 was measured by the old conditions until September: the year itself decides all the same.
    ['pm10', 'latest', ['410000 2018 103: reached by 2018 (rounding → missed)']],
    ['good-air-days', 'latest', ['410000 2018 210: unassessable by 2016 (not-reported)']],
    ['good-air-ratio', 'latest', ['410000 2025 71: not-due by 2020']],
    ['good-water-sections', 'latest', ['410000 2025 75.6: not-due by 2023']],
    ['good-water-sections', '2023-07-23', []],
  ])('of %s stand as the figures say, as of %s', (id, asOf, expected) => {
    expect(standOf(id, asOf)).toEqual(expected)
  })

  it('PM2.5 of the province has to fall by 1.40 a year, and three points make no trend', () => {
    const due = judgementsOf('pm25', 'latest')[1]
    // 45.3 at the end of 2023, 42.5 at the end of 2025: −2.8 in 731 days.
    expect(due?.pace?.perYear).toBeCloseTo((-2.8 / 731) * 365.2425, 9)
    expect(due?.projection).toEqual({ kind: 'too-few', points: 3 })
    expect(due?.comparison).toEqual({ kind: 'no-baseline' })
  })

  it('water sections are above the target already, so no pace is required', () => {
    const due = judgementsOf('good-water-sections', 'latest')[0]
    expect(due?.point?.reading).toMatchObject({ value: 83 })
    expect(due?.pace).toBeUndefined()
  })

  it('no indicator without a target is judged', () => {
    const judged = catalog.indicators
      .filter(({ id }) => judgementsOf(id, 'latest').length > 0)
      .map(({ id }) => id)
    expect(judged.sort()).toEqual([
      'clean-heating-households-yearly',
      'district-heating',
      'good-air-days',
      'good-air-ratio',
      'good-water-sections',
      'pm10',
      'pm25',
    ])
  })
})
