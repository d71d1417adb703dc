/** Random snapshots from small pools, so that keys, days and revisions collide often. */
import fc from 'fast-check'
import type { Observation, Snapshot } from '../../../src/contract/snapshot.ts'
import { figure, snapshot, target } from './snapshot.ts'

const PERIODS = [
  '2019',
  '2020',
  '2021',
  '2020-Q1',
  '2020-02',
  '2020-03-15',
  '2020-12-31',
  '2020-01/2020-06',
  '2020-01-01/2020-06-30',
] as const

/** Each publication has its day: three share one, so that ties are common. */
const DAYS: Readonly<Record<string, string>> = {
  a: '2020-05-01',
  b: '2020-05-01',
  c: '2020-05-01',
  d: '2021-02-03',
  e: '2022-09-09',
  f: '2024-06-03',
}

export const PUBLICATION_DAYS = [...new Set(Object.values(DAYS))].sort()

const observationArb: fc.Arbitrary<Observation> = fc
  .record({
    indicator: fc.constantFrom('pm25', 'green-factories', 'green-factories-national'),
    region: fc.constantFrom('410000', '410800', '410802'),
    breakdown: fc.constantFrom(undefined, '第一轮', '第二轮'),
    period: fc.constantFrom(...PERIODS),
    printed: fc.constantFrom('9', '17', '17.4', '84.0', '45', '45.25', '0'),
    status: fc.constantFrom('A', 'B', 'D', 'E', 'P', 'F', 'M'),
    qualifier: fc.constantFrom(undefined, '>=', '~'),
    contradicts: fc.constantFrom(undefined, 'a', 'd', 'nobody'),
  })
  .map(({ indicator, region, breakdown, period, printed, status, qualifier, contradicts }) => {
    const unit = indicator === 'pm25' ? '微克/立方米' : '家'
    return figure(period, printed, {
      indicator,
      region,
      unit,
      status: status as Observation['status'],
      ...(status === 'M' ? { value: null, reason: '未监测' } : {}),
      ...(breakdown === undefined ? {} : { breakdown }),
      ...(qualifier === undefined ? {} : { qualifier: qualifier as '>=' | '~' }),
      ...(contradicts === undefined ? {} : { contradicts }),
    })
  })

const targetArb = fc
  .record({ period: fc.constantFrom('2020', '2025'), value: fc.integer({ min: 1, max: 90 }) })
  .map(({ period, value }) => target(period, value))

/** A publication from a small pool, in one of three revisions. */
export const snapshotArb: fc.Arbitrary<Snapshot> = fc
  .record({
    id: fc.constantFrom(...Object.keys(DAYS)),
    revision: fc.integer({ min: 1, max: 3 }),
    grade: fc.constantFrom('official', 'monitoring', 'press'),
    observations: fc.array(observationArb, { maxLength: 8 }),
    targets: fc.array(targetArb, { maxLength: 2 }),
  })
  .map(({ id, revision, grade, observations, targets }) =>
    snapshot(id, DAYS[id] ?? '', observations, {
      revision,
      grade: grade as Snapshot['grade'],
      targets,
    }),
  )

export const snapshotsArb = fc.array(snapshotArb, { maxLength: 12 })

/** The same snapshots in another order. */
export function shuffledArb<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })
}
