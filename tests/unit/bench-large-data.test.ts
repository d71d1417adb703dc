/** The data to measure with are data of the contract, as large as they say, and always the same. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { largeData, SIZES } from '../../bench/large-data.mjs'
import { parseCatalog, parseManifest, parseSnapshot } from '../../src/contract/parse.ts'
import type { Checked } from '../../src/contract/issue.ts'
import { viewIndicator } from '../../src/domain/indicator-view.ts'
import { homeRegion } from '../../src/domain/region-choice.ts'
import { readShipped } from './builders/shipped.ts'
import { evidenceOf } from './builders/evidence.ts'

function valueOf<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues))
  return checked.value
}

function read(size: { cities: number; counties: number; months: number }, later = 0) {
  const files = new Map([...largeData(size, { later })].map(({ path, text }) => [path, text]))
  const at = (path: string) => files.get(path) ?? ''
  const manifest = valueOf(parseManifest(at('manifest.json')))
  const catalog = valueOf(parseCatalog(at(manifest.catalog.path)))
  const snapshots = manifest.snapshots.map(({ path }) => valueOf(parseSnapshot(at(path))))
  return { files, at, manifest, catalog, snapshots }
}

const SMALL = { cities: 2, counties: 3, months: 14 }

describe('the large data set', () => {
  it('is of the contract, and its files are those that the manifest lists', () => {
    const { at, manifest, catalog, snapshots } = read(SMALL)
    for (const { path, bytes, sha256 } of [manifest.catalog, ...manifest.snapshots]) {
      expect(Buffer.byteLength(at(path))).toBe(bytes)
      expect(createHash('sha256').update(at(path)).digest('hex')).toBe(sha256)
    }
    const count = snapshots.reduce((sum, { observations }) => sum + observations.length, 0)
    expect(count).toBe(catalog.indicators.length * 8 * 14)
    expect(new Set(snapshots.map(({ published }) => published)).size).toBe(14)
  })

  it('is the same every time', () => {
    expect(read(SMALL).at('manifest.json')).toBe(read(SMALL).at('manifest.json'))
  })

  it('is taken by the app as a later generation of the shipped data', () => {
    const { manifest } = readShipped()
    const large = read(SMALL).manifest
    expect(large.dataset).toBe(manifest.dataset)
    expect(large.seq).toBeGreaterThan(manifest.seq)
  })

  it('goes on with snapshots of one size, whatever is there', () => {
    const [small, larger] = [read(SMALL, 2), read({ ...SMALL, cities: 3 }, 2)]
    for (const step of [1, 2]) {
      const added = valueOf(parseManifest(small.at(`later-${step}/manifest.json`)))
      expect(added.seq).toBe(small.manifest.seq + step)
      expect(added.snapshots).toHaveLength(14 + step)
      const { path = '' } = added.snapshots[13 + step] ?? {}
      expect(small.at(`later-${step}/${path}`)).toBe(larger.at(`later-${step}/${path}`))
      expect(valueOf(parseSnapshot(small.at(`later-${step}/${path}`))).observations).toHaveLength(
        150,
      )
    }
  })

  it('can be viewed: every indicator has its figure where the app opens', () => {
    const { catalog, snapshots } = read(SMALL)
    const evidence = evidenceOf(snapshots, catalog)
    const home = homeRegion(catalog)
    expect(home.code).toBe('410800')
    const viewpoint = { asOf: 'latest', region: home.code } as const
    const views = catalog.indicators.map(({ id }) => viewIndicator(evidence, id, viewpoint))
    expect(views.filter((view) => view?.headline && view.region === home)).toHaveLength(75)
  })

  it('comes in three sizes, the largest of a million with 18 cities of 11 counties', () => {
    const count = ({ cities, counties, months }: (typeof SIZES)['1m']) =>
      cities * (1 + counties) * 75 * months
    expect(Object.values(SIZES).map(count)).toEqual([9_300, 102_300, 1_004_400])
    expect(SIZES['1m']).toMatchObject({ cities: 18, counties: 11 })
  })
})
