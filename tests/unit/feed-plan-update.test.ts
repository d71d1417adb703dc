import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicationKey } from '../../src/contract/statement.ts'
import { planUpdate, type Floor, type Found, type Known } from '../../src/feed/plan-update.ts'
import {
  A,
  B,
  DATASET,
  FIRST,
  MANIFEST_PATH,
  publish,
  SECOND,
  THIRD,
  type Published,
} from '../fixtures/feed/published-data.ts'
import { snapshotsArb } from './builders/arbitrary.ts'

function found({ manifest, manifestSha256 }: Published): Found {
  return { path: MANIFEST_PATH, manifest, manifestSha256 }
}

function known({ manifest, manifestSha256 }: Published): Known {
  return { manifest, manifestSha256 }
}

function floor({ seq, manifestSha256 }: Published): Floor {
  return { seq, sha256: manifestSha256 }
}

function codeOf(plan: ReturnType<typeof planUpdate>): string {
  return plan.kind === 'refused' ? plan.issue.code : plan.kind
}

describe('planning an update', () => {
  it('asks for everything when nothing is known', () => {
    const { catalog, snapshots } = SECOND.manifest
    expect(planUpdate(DATASET, null, [], found(SECOND))).toEqual({
      kind: 'get',
      catalog,
      snapshots,
    })
  })

  it('asks for what is not there yet, and not for a catalog that is', () => {
    const plan = planUpdate(DATASET, known(SECOND), [], found(THIRD))
    expect(plan).toMatchObject({ kind: 'get', catalog: null })
    const ids = plan.kind === 'get' ? plan.snapshots.map(publicationKey) : []
    expect(ids).toEqual(['report-2021@2', 'report-2022@1'])
  })

  it('takes the very next thousand, and no more', () => {
    const first = known(FIRST)
    expect(codeOf(planUpdate(DATASET, first, [], found(publish(1001, [A]))))).toBe('get')
    expect(codeOf(planUpdate(DATASET, first, [], found(publish(1002, [A]))))).toBe('jump')
  })

  it('takes any seq when nothing was ever trusted', () => {
    expect(codeOf(planUpdate(DATASET, null, [], found(publish(5000, [A]))))).toBe('get')
  })

  it('holds against the highest of all that was trusted', () => {
    const floors = [floor(FIRST), floor(THIRD)]
    expect(codeOf(planUpdate(DATASET, known(FIRST), floors, found(SECOND)))).toBe('rollback')
    expect(codeOf(planUpdate(DATASET, null, floors, found(THIRD)))).toBe('get')
    const altered = publish(3, [A, B], { written: '2026-11-24T00:00:00+08:00' })
    expect(codeOf(planUpdate(DATASET, null, floors, found(altered)))).toBe('altered')
  })

  it('never loses a snapshot, and never asks twice, along any history', () => {
    fc.assert(
      fc.property(snapshotsArb, fc.array(fc.nat({ max: 12 }), { maxLength: 5 }), (all, cuts) => {
        const unique = [...new Map(all.map((s) => [publicationKey(s), s])).values()]
        let before: Published | null = null
        const asked: string[] = []
        const sizes = [...cuts.sort((a, b) => a - b), unique.length]
        for (const [index, size] of sizes.entries()) {
          const next = publish(
            index + 1,
            unique.slice(0, Math.max(size, before?.snapshots.length ?? 0)),
          )
          const plan = planUpdate(DATASET, before && known(before), [], found(next))
          expect(plan.kind).toBe('get')
          if (plan.kind === 'get') asked.push(...plan.snapshots.map(publicationKey))
          expect(planUpdate(DATASET, known(next), [], found(next))).toEqual({ kind: 'same' })
          before = next
        }
        expect(asked.sort()).toEqual(unique.map(publicationKey).sort())
      }),
      { numRuns: 50 },
    )
  })

  it('refuses any list that leaves one out', () => {
    fc.assert(
      fc.property(snapshotsArb, fc.nat(), (all, at) => {
        const unique = [...new Map(all.map((s) => [publicationKey(s), s])).values()]
        fc.pre(unique.length > 0)
        const fewer = unique.filter((_, index) => index !== at % unique.length)
        const plan = planUpdate(DATASET, known(publish(1, unique)), [], found(publish(2, fewer)))
        expect(codeOf(plan)).toBe('vanished')
      }),
      { numRuns: 50 },
    )
  })
})
