/** Reading what a page looks at, and nothing else, shows what reading everything would show. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { openMemoryStore } from '../../src/db/memory-store.ts'
import type { GenerationStore, Head } from '../../src/db/store-port.ts'
import { evidenceOf, needsOf, shelfEvidence } from '../../src/stores/evidence.ts'
import { viewPage, type ShownPage } from '../../src/desk/page-view.ts'
import type { Evidence, Viewpoint } from '../../src/domain/evidence.ts'
import { viewIndicator } from '../../src/domain/indicator-view.ts'
import { viewOverview } from '../../src/domain/overview.ts'
import { viewPublication } from '../../src/domain/publication-view.ts'
import { relatedViews } from '../../src/domain/related.ts'
import { groupByIndicator } from '../../src/stores/data-state.ts'
import { readWants, shelve, wantKey, type Shelf } from '../../src/stores/series-shelf.ts'
import { changeTo, publish } from '../fixtures/feed/published-data.ts'
import { snapshotsArb } from './builders/arbitrary.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const KIN = catalog([
  indicator('pm25'),
  indicator('pm25-peak'),
  indicator('pm25-rank', { accumulation: 'rank' }),
  indicator('pm10'),
  indicator('green-factories', { unit: '家', accumulation: 'stock' }),
  indicator('green-factories-national', { unit: '家', accumulation: 'stock' }),
])
const LATEST: Viewpoint = { asOf: 'latest', region: '410800' }

async function stored(snapshots: readonly Snapshot[]) {
  const store = openMemoryStore()
  const unique = [...new Map(snapshots.map((s) => [`${s.id}@${s.revision}`, s])).values()]
  await store.commit(changeTo(publish(1, unique, {}, KIN)))
  const generation = await store.readGeneration()
  if (!generation) throw new Error('nothing stored')
  const whole = evidenceOf(generation.head, groupByIndicator(generation.series))
  return { store, head: generation.head, whole }
}

/** Reads round by round until the page misses nothing, as the desk does. */
async function readFor(
  page: ShownPage,
  head: Head,
  store: GenerationStore,
  viewpoint: Viewpoint,
): Promise<{ shelf: Shelf; rounds: number }> {
  let shelf: Shelf = new Map()
  for (let rounds = 0; ; rounds += 1) {
    const now = shelf
    const needs = needsOf(head, now, (evidence) => viewPage(page, evidence, viewpoint))
    if (needs.isHere) return { shelf, rounds }
    const missing = needs.wants.filter((want) => !now.has(wantKey(want)))
    const read = await readWants(store, missing, head.seq)
    shelf = shelve(now, read ?? new Map(), new Set(needs.wants.map(wantKey)), 0)
  }
}

/** Everything that the page shows. */
function viewsOf({ name, id }: ShownPage, evidence: Evidence, viewpoint: Viewpoint): unknown {
  if (name === 'overview') return viewOverview(evidence, viewpoint)
  if (name === 'publication') return viewPublication(evidence, id, viewpoint.asOf)
  if (name === 'indicators') {
    return KIN.indicators.map((each) => viewIndicator(evidence, each.id, viewpoint))
  }
  const view = viewIndicator(evidence, id, viewpoint)
  return view && [view, relatedViews(view, evidence, viewpoint)]
}

const pageArb = fc.oneof(
  fc.constantFrom('overview', 'indicators').map((name) => ({ name, id: '' })),
  fc
    .constantFrom('pm25', 'pm10', 'green-factories', 'no-such')
    .map((id) => ({ name: 'indicator', id })),
  fc.constantFrom('a', 'b', 'no-such').map((id) => ({ name: 'publication', id })),
)
const viewpointArb = fc.record({
  asOf: fc.constantFrom('latest', '2021-06-05', '2022-09-09', '2023-05-01', '1999-01-01'),
  region: fc.constantFrom('410800', '410000', '410802', '999999'),
})

describe('reading what a page looks at', () => {
  it('shows what reading everything shows, on every page, of every place, on every day', async () => {
    await fc.assert(
      fc.asyncProperty(snapshotsArb, pageArb, viewpointArb, async (all, page, viewpoint) => {
        const { store, head, whole } = await stored(all)
        const { shelf } = await readFor(page, head, store, viewpoint)
        const onDemand = shelfEvidence(head, shelf, () => undefined)
        expect(viewsOf(page, onDemand, viewpoint)).toEqual(viewsOf(page, whole, viewpoint))
      }),
      { numRuns: 200 },
    )
  })

  it('reads of one indicator its own region and those above, in a few rounds', async () => {
    const regions = ['410000', '410800', '410802', '410803']
    const names = KIN.indicators.map(({ id }) => id)
    const all = names.flatMap((id) =>
      regions.map((region) => figure('2021', '45', { indicator: id, region })),
    )
    const { store, head } = await stored([snapshot('a', '2022-01-01', all)])
    const page = { name: 'indicator', id: 'pm10' }
    const { shelf, rounds } = await readFor(page, head, store, LATEST)
    expect([...shelf.keys()].sort()).toEqual(['pm10|410000', 'pm10|410800'])
    expect(rounds).toBe(1)
  })

  it('falls back to the only region that has figures without reading the others', async () => {
    const far = figure('2021', '45', { indicator: 'pm10', region: '410802' })
    const { store, head } = await stored([snapshot('a', '2022-01-01', [far])])
    const page = { name: 'indicator', id: 'pm10' }
    const { shelf } = await readFor(page, head, store, { asOf: 'latest', region: '410000' })
    const view = viewIndicator(
      shelfEvidence(head, shelf, () => undefined),
      'pm10',
      LATEST,
    )
    expect(view?.region.code).toBe('410802')
    expect(view?.headline?.statement.value).toBe(45)
  })
})

describe('the shelf', () => {
  const statement = { ...figure('2021', '45'), publication: 'a', revision: 1 }
  const some = (count: number) => Array.from({ length: count }, () => statement)

  it('puts back what was needed longest ago, never what is needed now', () => {
    const first = shelve(new Map(), new Map([['a', some(4)]]), new Set(), 10)
    const second = shelve(first, new Map([['b', some(4)]]), new Set(['b']), 10)
    const third = shelve(second, new Map([['c', some(4)]]), new Set(['a', 'c']), 10)
    expect([...third.keys()]).toEqual(['a', 'c'])
    const fourth = shelve(third, new Map([['d', some(9)]]), new Set(['a', 'c', 'd']), 10)
    expect([...fourth.keys()]).toEqual(['a', 'c', 'd'])
  })

  it('keeps all while there is room, also what was found to be empty', () => {
    const shelf = shelve(new Map([['a', some(4)]]), new Map([['b', []]]), new Set(), 4)
    expect([...shelf.keys()]).toEqual(['a', 'b'])
  })
})

describe('reading for a generation on screen', () => {
  it('is refused by a store that has lost it', async () => {
    const { store } = await stored([snapshot('a', '2022-01-01', [figure('2021', '45')])])
    const place = { kind: 'place', indicator: 'pm25', region: '410800' } as const
    expect((await readWants(store, [place], 1))?.get('pm25|410800')).toHaveLength(1)
    expect(await readWants(store, [place], 2)).toBeNull()
    expect(await readWants(openMemoryStore(), [place], 1)).toBeNull()
  })
})
