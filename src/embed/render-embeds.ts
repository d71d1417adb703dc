/** Every indicator's panel as it stands in another page, written before any script. */
import { createSSRApp, computed, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { drawStillsKey } from '../charts/still-key.ts'
import { drawStills } from '../charts/stills.ts'
import type { Generation } from '../db/store-port.ts'
import type { Evidence } from '../domain/evidence.ts'
import { readClocks } from '../domain/freshness.ts'
import { viewIndicator } from '../domain/indicator-view.ts'
import { knownDayOf } from '../domain/known-until.ts'
import { homeRegion } from '../domain/region-choice.ts'
import { readerKey } from '../panels/reader.ts'
import { groupByIndicator } from '../stores/data-state.ts'
import { evidenceOf } from '../stores/evidence.ts'
import { LANGS, langTag, type Lang } from '../text/lang.ts'
import { embedReader } from './embed-reader.ts'
import { ROOT_CLASS } from './embed-facts.ts'
import EmbedRoot from './EmbedRoot.vue'

export interface WrittenEmbed {
  /** Below the app's folder. */
  readonly file: string
  readonly indicator: string
  readonly lang: Lang
  readonly title: string
  /** Number of the generation that it was written from. */
  readonly seq: number
  /** The root, with what `readFacts` reads from it. */
  readonly body: string
}

/** Below the app's folder: `embed/pm25.html`, `embed/pm25.en.html`. */
export function embedFile(indicator: string, lang: Lang): string {
  return `embed/${indicator}${lang === 'zh' ? '' : `.${lang}`}.html`
}

function renderPanel(indicator: string, evidence: Evidence, lang: Lang): Promise<string> {
  const props = { indicator, evidence, asOf: 'latest', region: null } as const
  const app = createSSRApp({ render: () => h(EmbedRoot, props) })
  app.provide(drawStillsKey, drawStills)
  const view = { lang, theme: 'light', asOf: 'latest', region: null } as const
  app.provide(
    readerKey,
    computed(() => embedReader('../', view)),
  )
  return renderToString(app)
}

/** `shipped` is the file of the generation, below the app's folder, with its integrity. */
export async function renderEmbeds(
  { head, series }: Generation,
  shipped: { readonly file: string; readonly integrity: string },
): Promise<readonly WrittenEmbed[]> {
  const evidence = evidenceOf(head, groupByIndicator(series))
  const home = homeRegion(head.catalog)
  const viewpoint = { asOf: 'latest', region: home.code } as const
  const written: WrittenEmbed[] = []
  for (const { id, name } of head.catalog.indicators) {
    const view = viewIndicator(evidence, id, viewpoint)
    const due = (view && readClocks(view)?.nextDue) ?? ''
    for (const lang of LANGS) {
      const attributes = [
        `class="${ROOT_CLASS}" lang="${langTag(lang)}" data-theme="light"`,
        `data-embed="${id}" data-language="${lang}" data-seq="${head.seq}"`,
        `data-until="${knownDayOf(head.publications, 'latest')}" data-home="${home.code}"`,
        `data-due="${due}" data-generation="../${shipped.file}"`,
        `data-integrity="${shipped.integrity}"`,
      ]
      const panel = await renderPanel(id, evidence, lang)
      const body =
        `<div ${attributes.join(' ')}><div class="embed-live">${panel}</div>` +
        '<p class="embed-aside" hidden></p></div>'
      const title = `${home.name[lang]} · ${name[lang]}`
      written.push({ file: embedFile(id, lang), indicator: id, lang, title, seq: head.seq, body })
    }
  }
  return written
}
