/** Part of the published data for a file that travels: of a day, of themes, and never taken for the whole. */
import { describe, expect, it } from 'vitest'
import { makePart } from '../../src/author/part-edition.ts'
import { readPublished, type Published, type PublishedFiles } from '../../src/author/published.ts'
import type { Observation } from '../../src/contract/snapshot.ts'
import { planUpdate } from '../../src/feed/plan-update.ts'
import { readShippedFiles } from './builders/one-file.ts'

const files = readShippedFiles()
const published = read(files)

function read(some: PublishedFiles): Published {
  const found = readPublished(some)
  if (!found.ok) throw new Error(JSON.stringify(found.issues))
  return found.value
}

function part(asOf: string | null, themes: readonly string[] | null): PublishedFiles {
  return makePart(files, published, { asOf, themes: themes && [...themes] })
}

describe('a part of the data', () => {
  it('as of a day has the files of that day, byte by byte, and nothing later', () => {
    const made = part('2021-01-01', null)
    const { snapshots, catalog } = read(made)
    const expected = published.snapshots.filter(({ published: day }) => day <= '2021-01-01')
    expect(snapshots).toEqual(expected)
    expect(expected.length).toBeGreaterThan(3)
    expect(expected.length).toBeLessThan(published.snapshots.length)
    expect(catalog).toEqual(published.catalog)
    for (const [path, bytes] of made.files) expect(files.files.get(path)).toEqual(bytes)
  })

  it('of one theme has the figures of that theme, all of them, and whole revisions', () => {
    const [theme] = published.catalog.themes.filter(({ id }) =>
      published.catalog.indicators.some((each) => each.theme === id && each.id === 'pm25'),
    )
    const { catalog, snapshots } = read(part(null, [theme?.id ?? '']))
    expect(catalog.themes).toEqual([theme])
    const ids = new Set(catalog.indicators.map(({ id }) => id))
    const wanted = published.snapshots.flatMap(({ observations }) =>
      observations.filter(({ indicator }) => ids.has(indicator)),
    )
    const kept = snapshots.flatMap(({ observations }) => observations)
    // What it contradicts may have gone.
    const plain = (observation: Observation) => ({ ...observation, contradicts: undefined })
    expect(kept.map(plain)).toEqual(wanted.map(plain))
    expect(catalog.breaks.every(({ indicator }) => ids.has(indicator))).toBe(true)
    expect(catalog.regions).toEqual(published.catalog.regions)
    const names = new Set(snapshots.map(({ id }) => id))
    for (const { contradicts } of kept)
      expect(contradicts === undefined || names.has(contradicts)).toBe(true)
  })

  it('is a data set of its own name, which a whole is not taken into', () => {
    const { manifest } = read(part('2021-01-01', null))
    expect(manifest.dataset).toBe(`${published.manifest.dataset}-part`)
    expect([manifest.seq, manifest.written]).toEqual([
      published.manifest.seq,
      published.manifest.written,
    ])
    const found = {
      path: 'manifest.json',
      manifest: published.manifest,
      manifestSha256: 'a'.repeat(64),
    }
    const known = { manifest, manifestSha256: 'b'.repeat(64) }
    expect(planUpdate(manifest.dataset, known, [], found)).toMatchObject({
      kind: 'refused',
      issue: { code: 'dataset' },
    })
  })

  it('of a part has the same name', () => {
    const once = part('2022-01-01', null)
    const twice = makePart(once, read(once), { asOf: '2021-01-01', themes: null })
    expect(read(twice).manifest.dataset).toBe(`${published.manifest.dataset}-part`)
    expect(read(twice).snapshots).toEqual(read(part('2021-01-01', null)).snapshots)
  })

  it('before anything was published has no publication', () => {
    expect(read(part('1999-01-01', null)).snapshots).toEqual([])
  })
})
