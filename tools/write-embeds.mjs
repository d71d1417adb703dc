/** A plugin of the embeds' build: writes every panel's own file from the shipped data. */
import { generationFile, withModules } from './page-writing.mjs'

const MODULES = [
  '/src/desk/render-site.ts',
  '/src/embed/render-embeds.ts',
  '/src/embed/embed-document.ts',
]

/**
 * @param {{ data: import('./edition-data.mjs').EditionFiles }} options the published data of one edition
 * @returns {import('vite').Plugin}
 */
export function writeEmbeds({ data }) {
  return {
    name: 'qinglan-write-embeds',
    apply: 'build',
    enforce: 'post',
    // Vite's own way to a late chunk looks for its sheets and links them in the page's head: here there
    // are none, and the head is somebody else's.
    load: {
      order: 'pre',
      handler: (id) =>
        id.endsWith('vite/preload-helper.js')
          ? 'export const __vitePreload = (load) => load()'
          : null,
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['embed.html']
        if (!page || page.type !== 'asset') return
        const template = String(page.source)
        const sheet = Object.keys(bundle).find((name) => /embed-sheet-[^/]*\.css$/.test(name))
        if (!sheet) throw new Error('the bundle has no embed-sheet.css')
        // Only its many copies are published.
        delete bundle['embed.html']
        await withModules(MODULES, async (modules) => {
          const { readGeneration, renderEmbeds, writeEmbedDocument } = modules
          const generation = await readGeneration(data)
          const { file, integrity, source: json } = generationFile(generation)
          this.emitFile({ type: 'asset', fileName: file, source: json })
          for (const embed of await renderEmbeds(generation, { file, integrity })) {
            const source = writeEmbedDocument(template, { ...embed, sheet })
            this.emitFile({ type: 'asset', fileName: embed.file, source })
          }
        })
      },
    },
  }
}
