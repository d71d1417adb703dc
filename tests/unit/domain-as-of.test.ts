import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { publicationKey, takeApart } from '../../src/contract/statement.ts'
import { viewIndicator, type IndicatorView } from '../../src/domain/indicator-view.ts'
import { viewPublication } from '../../src/domain/publication-view.ts'
import { isKnown } from '../../src/domain/standing.ts'
import { PUBLICATION_DAYS, shuffledArb, snapshotsArb } from './builders/arbitrary.ts'
import { catalog, cut, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const CATALOG = catalog(
  [
    indicator('pm25'),
    indicator('green-factories', { accumulation: 'cumulative', unit: '家', desired: 'up' }),
    indicator('green-factories-national', { accumulation: 'cumulative', unit: '家' }),
  ],
  { breaks: [cut('pm25', '2020-03-15'), cut('green-factories', '2021-01-01', '410800')] },
)

const dayArb = fc.constantFrom(...PUBLICATION_DAYS, '2019-12-31', '2021-06-30', 'latest')
const regionArb = fc.constantFrom('410000', '410800', '410802')

function viewsOf(
  snapshots: readonly Snapshot[],
  asOf: string,
  region: string,
  known = CATALOG,
): readonly (IndicatorView | null)[] {
  const evidence = evidenceOf(snapshots, known)
  return CATALOG.indicators.map(({ id }) => viewIndicator(evidence, id, { asOf, region }))
}

describe('every view', () => {
  it('is the same whatever the order of arrival', () => {
    const caseArb = snapshotsArb.chain((all) =>
      fc.record({
        all: fc.constant(all),
        shuffled: shuffledArb(all),
        asOf: dayArb,
        region: regionArb,
      }),
    )
    fc.assert(
      fc.property(caseArb, ({ all, shuffled, asOf, region }) => {
        expect(viewsOf(shuffled, asOf, region)).toEqual(viewsOf(all, asOf, region))
      }),
      { numRuns: 100 },
    )
  })

  it('as of a day stays as it is when something published later is added', () => {
    const past = (views: readonly (IndicatorView | null)[]) =>
      views.map((view) => view && { ...view, sources: view.sources.filter((use) => use.isKnown) })
    fc.assert(
      fc.property(snapshotsArb, snapshotsArb, dayArb, regionArb, (all, more, asOf, region) => {
        const later = more.filter(({ published }) => !isKnown(published, asOf))
        expect(past(viewsOf([...later, ...all], asOf, region))).toEqual(
          past(viewsOf(all, asOf, region)),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('as of a day is the latest view of what was published, and what breaks held, until then', () => {
    fc.assert(
      fc.property(snapshotsArb, dayArb, regionArb, (all, asOf, region) => {
        const known = all.filter(({ published }) => isKnown(published, asOf))
        // Later publications are listed as such, and the day asked for is the day known until.
        const comparable = (views: readonly (IndicatorView | null)[]) =>
          views.map((view) => view && { ...view, sources: [], knownDay: '' })
        const asked = viewsOf(all, asOf, region)
        const breaks = CATALOG.breaks.filter(({ from }) => isKnown(from, asOf))
        const then = viewsOf(known, 'latest', region, { ...CATALOG, breaks })
        expect(comparable(asked)).toEqual(comparable(then))
        const days = asked.flatMap((view) => view?.knownDay ?? [])
        if (asOf !== 'latest') expect(days.every((day) => day === asOf)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('never joins what does not compare', () => {
    fc.assert(
      fc.property(snapshotsArb, dayArb, regionArb, (all, asOf, region) => {
        for (const view of viewsOf(all, asOf, region)) {
          for (const series of view?.series ?? []) {
            const marked = new Set(
              series.contradictions.filter(({ other }) => other).map(({ point }) => point),
            )
            const joined = series.runs.flatMap((run) => run.points)
            expect(new Set(joined).size).toBe(joined.length)
            for (const point of joined) {
              expect(point.status).not.toBe('D')
              expect(point.reading.kind).toBe('value')
              expect(marked.has(point)).toBe(false)
              expect(series.points).toContain(point)
            }
          }
        }
      }),
    )
  })
})

describe('nothing is lost', () => {
  it('every standing statement is a point, or stands behind the point of its period', () => {
    fc.assert(
      fc.property(snapshotsArb, (all) => {
        const snapshots = [...new Map(all.map((each) => [publicationKey(each), each])).values()]
        const evidence = evidenceOf(snapshots, CATALOG)
        const highest = new Map(
          [...snapshots].sort((a, b) => a.revision - b.revision).map((each) => [each.id, each]),
        )
        const stated = [...highest.values()].flatMap((each) => takeApart(each).statements)
        const reached = CATALOG.indicators.flatMap(({ id }) =>
          ['410000', '410800', '410802'].flatMap((region) => {
            const view = viewIndicator(evidence, id, { asOf: 'latest', region })
            if (view?.region.code !== region) return []
            return view.series.flatMap(({ points }) =>
              points.flatMap((point) => [point, ...point.earlier].map((each) => each.statement)),
            )
          }),
        )
        const texts = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).sort()
        expect(texts(reached)).toEqual(texts(stated))
      }),
    )
  })

  it('every figure of a publication is on its page', () => {
    fc.assert(
      fc.property(snapshotsArb, (snapshots) => {
        const evidence = evidenceOf(snapshots.slice(0, 1), CATALOG)
        const [first] = snapshots
        if (!first) return
        const view = viewPublication(evidence, first.id, 'latest')
        const rows = view?.groups.flatMap((group) => group.rows) ?? []
        expect(rows).toHaveLength(first.observations.length)
      }),
    )
  })
})

describe('ties', () => {
  const tied = (a: 'official' | 'monitoring' | 'press', b: typeof a) => [
    snapshot('zeta', '2022-09-09', [figure('2021', '45')], { grade: a }),
    snapshot('alpha', '2022-09-09', [figure('2021', '46')], { grade: b }),
  ]
  const winnerOf = (snapshots: ReturnType<typeof tied>) => {
    const view = viewIndicator(evidenceOf(snapshots), 'pm25', { asOf: 'latest', region: '410800' })
    const point = view?.headline
    return {
      winner: point?.source.id,
      rivals: point?.rivals.map(({ source }) => source.id),
      kinds: view?.notices.map(({ kind }) => kind),
    }
  }

  it.each([
    ['official', 'press', 'zeta'],
    ['press', 'official', 'alpha'],
    ['press', 'monitoring', 'alpha'],
    ['official', 'official', 'alpha'],
  ] as const)('of %s and %s on one day go to %s, and list the other', (a, b, winner) => {
    const rival = winner === 'zeta' ? 'alpha' : 'zeta'
    for (const snapshots of [tied(a, b), tied(a, b).reverse()]) {
      const found = winnerOf(snapshots)
      expect(found).toMatchObject({ winner, rivals: [rival] })
      expect(found.kinds).toContain('conflict')
      expect(found.kinds).not.toContain('revised')
    }
  })

  it('with one and the same figure are no conflict', () => {
    const same = [
      snapshot('a', '2022-09-09', [figure('2021', '45')]),
      snapshot('b', '2022-09-09', [figure('2021', '45.0')]),
    ]
    expect(winnerOf(same)).toMatchObject({ winner: 'a', rivals: [] })
  })
})
