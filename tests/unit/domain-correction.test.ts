import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import type { Reading } from '../../src/domain/reading.ts'
import { viewPublication } from '../../src/domain/publication-view.ts'
import { evidenceOf, viewOf, type ViewOptions } from './builders/evidence.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

function mended(
  revision: number,
  observations: Snapshot['observations'],
  revisionReason = '录入有误',
): Snapshot {
  return snapshot('a', '2020-05-01', [...observations], { revision, revisionReason })
}

function shown(reading: Reading | undefined): string | undefined {
  return reading?.kind === 'value' ? reading.value.toFixed(reading.decimals) : reading?.reason
}

function correctionsOf(snapshots: readonly Snapshot[], options?: ViewOptions) {
  return viewOf(snapshots, options).corrections.map(({ source, period, before, after }) => [
    source.revision,
    source.revisionReason,
    period.text,
    shown(before),
    shown(after),
  ])
}

describe('a correction of our transcription', () => {
  it('names the figure that was changed, what it was, what it is, and why', () => {
    const snapshots = [
      snapshot('a', '2020-05-01', [figure('2018', '60'), figure('2019', '45')]),
      mended(2, [figure('2018', '60'), figure('2019', '46')]),
    ]
    expect(correctionsOf(snapshots)).toEqual([[2, '录入有误', '2019', '45', '46']])
    expect(correctionsOf([...snapshots].reverse())).toEqual(correctionsOf(snapshots))
  })

  it('names a figure that was taken away, and one that had been left out', () => {
    const snapshots = [
      snapshot('a', '2020-05-01', [figure('2018', '60')]),
      mended(2, [figure('2019', '46')]),
    ]
    expect(correctionsOf(snapshots)).toEqual([
      [2, '录入有误', '2018', '60', undefined],
      [2, '录入有误', '2019', undefined, '46'],
    ])
  })

  it('is told for every revision, each with its own reason, the latest first', () => {
    const snapshots = [
      snapshot('a', '2020-05-01', [figure('2019', '45')]),
      mended(2, [figure('2019', '46')], '看错一位'),
      mended(3, [figure('2019', '46.0')], '补小数'),
    ]
    expect(correctionsOf(snapshots)).toEqual([
      [3, '补小数', '2019', '46', '46.0'],
      [2, '看错一位', '2019', '45', '46'],
    ])
  })

  it('is none where the figure is the same and only its place or wording was mended', () => {
    const snapshots = [
      snapshot('a', '2020-05-01', [figure('2019', '45', { locator: '一' })]),
      mended(2, [figure('2019', '45', { locator: '二' })]),
    ]
    expect(correctionsOf(snapshots)).toEqual([])
  })

  it('is told where a value took the place of a gap', () => {
    const snapshots = [
      snapshot('a', '2020-05-01', [missing('2019', '未见')]),
      mended(2, [figure('2019', '45')]),
    ]
    expect(correctionsOf(snapshots)).toEqual([[2, '录入有误', '2019', '未见', '45']])
  })

  it('stands on every day on which its publication is known, and on none before', () => {
    const snapshots = [
      snapshot('a', '2020-05-01', [figure('2019', '45')]),
      mended(2, [figure('2019', '46')]),
    ]
    expect(correctionsOf(snapshots, { asOf: '2020-05-01' })).toHaveLength(1)
    expect(correctionsOf(snapshots, { asOf: '2020-04-30' })).toEqual([])
  })

  it('of another region is no matter of this one, unless it stands beside it', () => {
    const inRegion = (region: string, printed: string) => figure('2019', printed, { region })
    const snapshots = [
      snapshot('a', '2020-05-01', [inRegion('410800', '1'), inRegion('410000', '45')]),
      mended(2, [inRegion('410800', '1'), inRegion('410000', '46')]),
    ]
    expect(correctionsOf(snapshots)).toHaveLength(1)
    expect(correctionsOf(snapshots, { region: '410000' })).toHaveLength(1)
    const elsewhere = snapshots.map((each) => ({
      ...each,
      observations: each.observations.map((o) =>
        o.region === '410000' ? { ...o, region: '410802' } : o,
      ),
    }))
    expect(correctionsOf(elsewhere)).toEqual([])
  })
})

describe('the page of the mended publication', () => {
  it('knows what stood in the place of each figure before', () => {
    const evidence = evidenceOf([
      snapshot('a', '2020-05-01', [figure('2018', '60'), figure('2019', '45')]),
      mended(2, [figure('2018', '60'), figure('2019', '46')]),
    ])
    const rows = viewPublication(evidence, 'a', 'latest')?.groups.flatMap((group) => group.rows)
    expect(rows?.map(({ before }) => shown(before))).toEqual([undefined, '45'])
  })
})
