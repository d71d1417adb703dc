/** Everything that a build writes for readers without script, from the published data alone. */
import { believe } from '../author/believe.ts'
import type { Published, PublishedFiles } from '../author/published.ts'
import { sha256Hex } from '../author/sha256.ts'
import type { Generation } from '../db/store-port.ts'
import { openMemoryStore } from '../db/memory-store.ts'
import type { Evidence } from '../domain/evidence.ts'
import { viewEverywhere } from '../domain/indicator-everywhere.ts'
import { viewIndicator } from '../domain/indicator-view.ts'
import { homeRegion } from '../domain/region-choice.ts'
import { relatedViews } from '../domain/related.ts'
import { drawPanelPicture } from '../panels/panel-picture.ts'
import { groupByIndicator, stateOf } from '../stores/data-state.ts'
import { drawDataFiles } from './data-files.ts'
import { writeDatasetHead } from './dataset-head.ts'
import { evidenceOf } from '../stores/evidence.ts'
import { LANGS } from '../text/lang.ts'
import { formatPageTitle } from './page-title.ts'
import { renderPage } from './render-page.ts'
import { PICTURE_THEMES, pictureFile } from './picture-file.ts'
import { createDeskRouter } from './router.ts'
import { fileOfPath } from './static-pages.ts'

export interface SitePage {
  readonly file: string
  readonly path: string
  /** Of its route. */
  readonly name: string
  readonly title: string
  /** File of its component, which the build makes a part of its own. */
  readonly component: string
  /** Markup for its head, with addresses relative to the app's folder; empty for most pages. */
  readonly head: string
}

export interface Site {
  readonly generation: Generation
  readonly pages: readonly SitePage[]
  /** Tools, which are nothing without script and stand in no file; their sheets are named all the same. */
  readonly tools: readonly Pick<SitePage, 'name' | 'component'>[]
  /** Markup of a page's inside. */
  readonly render: (page: SitePage) => Promise<string>
  /** Every panel as a picture, by the name of its file. */
  readonly pictures: () => ReadonlyMap<string, string>
  /** Files that belong to the data and are no part of them, by their name. */
  readonly beside: () => ReadonlyMap<string, string | Uint8Array>
}

/** Taken apart as a store does it: no clock, so the data's own time. */
async function keep(files: PublishedFiles, published: Published): Promise<Generation> {
  const { manifest, catalog, snapshots } = published
  const store = openMemoryStore()
  await store.commit({
    base: null,
    manifest,
    manifestSha256: sha256Hex(files.manifest),
    catalog,
    snapshots,
    fetchedAtMs: Date.parse(manifest.written),
  })
  const generation = await store.readGeneration()
  if (!generation) throw new Error('nothing is published')
  return generation
}

export function readGeneration(files: PublishedFiles): Promise<Generation> {
  return keep(files, believe(files))
}

/** `overview` → OverviewPage.vue: all pages are named like their routes. */
function componentOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Page.vue`
}

const TOOLS = ['slides', 'offline'] as const

function pathsOf({ head }: Generation): readonly string[] {
  const indicators = head.catalog.indicators.map(({ id }) => `/indicators/${id}`)
  const ids = new Set(head.publications.map(({ id }) => id))
  const publications = [...ids].sort().map((id) => `/sources/${id}`)
  return ['/', '/inspection', '/indicators', '/sources', ...indicators, ...publications]
}

function drawPictures(evidence: Evidence): ReadonlyMap<string, string> {
  const { indicators } = evidence.catalog
  const viewpoint = { asOf: 'latest', region: homeRegion(evidence.catalog).code } as const
  const pictures = new Map<string, string>()
  for (const { id } of indicators) {
    const view = viewIndicator(evidence, id, viewpoint)
    if (!view) continue
    const kin = relatedViews(view, evidence, viewpoint).find(({ kinship }) => kinship === 'rank')
    const rank = kin?.beside ? { indicator: kin.view.indicator, point: kin.beside } : undefined
    for (const lang of LANGS) {
      for (const theme of PICTURE_THEMES) {
        const picture = { view, theme, lang, asOf: 'latest', ...(rank ? { rank } : {}) } as const
        pictures.set(pictureFile(id, lang, theme), drawPanelPicture(picture))
      }
    }
  }
  return pictures
}

export async function openSite(files: PublishedFiles): Promise<Site> {
  const published = believe(files)
  const generation = await keep(files, published)
  const { head, series } = generation
  const evidence = evidenceOf(head, groupByIndicator(series))
  const place = homeRegion(head.catalog).name.zh
  const router = createDeskRouter('memory')
  const pages = pathsOf(generation).map((path): SitePage => {
    const { name, params } = router.resolve(path)
    const shown = { name: String(name), id: String(params['id'] ?? '') }
    const title = formatPageTitle(shown, evidence, place, 'zh')
    const component = componentOf(shown.name)
    const view = shown.name === 'indicator' ? viewEverywhere(evidence, shown.id) : null
    const written = view ? writeDatasetHead(view, place) : ''
    return { file: fileOfPath(path) ?? '', path, name: shown.name, title, component, head: written }
  })
  const state = stateOf(generation)
  return {
    generation,
    pages,
    tools: TOOLS.map((name) => ({ name, component: componentOf(name) })),
    render: ({ path }) => renderPage(path, state),
    pictures: () => drawPictures(evidence),
    beside: () => drawDataFiles(published, evidence),
  }
}
