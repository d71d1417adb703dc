/** A plugin of the wall's build: writes its first slide from the shipped data, before any script runs. */
import { generationFile, withFonts, withModules } from './page-writing.mjs'

const MODULES = [
  '/src/desk/render-site.ts',
  '/src/wall/render-wall.ts',
  '/src/stores/data-state.ts',
]

/**
 * A template that has changed its shape must not go unnoticed.
 * @param {string} document
 * @param {string} place
 * @param {string} text
 */
function put(document, place, text) {
  if (!document.includes(place)) throw new Error(`wall.html has no ${place}`)
  return document.replace(place, () => text)
}

/**
 * @param {{ data: import('./edition-data.mjs').EditionFiles }} options the published data of one edition
 * @returns {import('vite').Plugin}
 */
export function writeWall({ data }) {
  return {
    name: 'qinglan-write-wall',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['wall.html']
        if (!page || page.type !== 'asset') return
        const template = withFonts(String(page.source), Object.keys(bundle))
        await withModules(MODULES, async ({ readGeneration, renderWall, stateOf }) => {
          const generation = await readGeneration(data)
          const { source, file, integrity } = generationFile(generation)
          this.emitFile({ type: 'asset', fileName: file, source })
          const { seq, manifest } = generation.head
          const root = `data-seq="${seq}" data-dataset="${manifest.dataset}"`
          const link = `<link rel="generation" href="./${file}" integrity="${integrity}" />`
          const body = await renderWall(stateOf(generation))
          const steps = [
            ['<html lang="zh-CN"', `<html lang="zh-CN" ${root}`],
            ['</head>', `  ${link}\n  </head>`],
            ['<div id="wall"></div>', `<div id="wall">${body}</div>`],
          ]
          page.source = steps.reduce(
            (text, [place, by]) => put(text, String(place), String(by)),
            template,
          )
        })
      },
    },
  }
}
