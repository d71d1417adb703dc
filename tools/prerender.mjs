/** A plugin of the build: writes every page from the shipped data, before any script runs. */
import { FILE_MODULES, writeOneFile } from './one-file.mjs'
import { generationFile, withFonts, withModules } from './page-writing.mjs'

const MODULES = ['/src/desk/render-site.ts', '/src/desk/page-document.ts', ...FILE_MODULES]

/**
 * @typedef {import('vite').Rollup.OutputBundle} Bundle
 * @param {Bundle} bundle
 */
function entryOf(bundle) {
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
  if (!entry) throw new Error('the bundle has no entry')
  return entry.fileName
}

/**
 * Every script that the app needs for a page, so that none is found out only from another.
 * @param {Bundle} bundle
 * @param {string} entry
 * @param {string} component file of the page's component
 */
function partsOf(bundle, entry, component) {
  const page = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(`/src/desk/${component}`),
  )
  if (!page) throw new Error(`the bundle has no part of its own for ${component}`)
  /** @type {Set<string>} */
  const seen = new Set()
  const visit = (/** @type {string} */ name) => {
    const file = bundle[name]
    if (!file || file.type !== 'chunk' || seen.has(name)) return
    seen.add(name)
    file.imports.forEach(visit)
  }
  ;[entry, page.fileName].forEach(visit)
  return [...seen]
}

/**
 * @param {Bundle} bundle
 * @param {string} source the sheet's name before a hash is put to it
 */
function sheetOf(bundle, source) {
  const sheet = Object.values(bundle).find(
    (file) => file.type === 'asset' && file.names.includes(source),
  )
  if (!sheet) throw new Error(`no ${source} in the bundle: see "Where a sheet goes", CONTRIBUTING`)
  return sheet.fileName
}

/**
 * The sheets that are no part of every page: the app's own, and one of each page's component.
 * @param {Bundle} bundle
 * @param {readonly { name: string, component: string }[]} pages
 */
function sheetsOf(bundle, pages) {
  const wanted = new Map([['app', 'app-sheet.css']])
  for (const { name, component } of pages) wanted.set(name, component.replace('.vue', '.css'))
  return [...wanted].map(([name, source]) => ({ name, file: sheetOf(bundle, source) }))
}

/**
 * What src/desk/render-site.ts and src/desk/page-document.ts offer; tools know no types of the app.
 * @typedef {{ file: string, path: string, name: string, title: string, component: string, head: string }} SitePage
 * @typedef {object} Site
 * @property {{ head: { seq: number, manifest: { dataset: string } } }} generation
 * @property {readonly SitePage[]} pages
 * @property {readonly { name: string, component: string }[]} tools pages of which no file is written
 * @property {(page: SitePage) => Promise<string>} render
 * @property {() => ReadonlyMap<string, string>} pictures
 * @property {() => ReadonlyMap<string, string | Uint8Array>} beside
 *
 * @typedef {object} Modules
 * @property {(files: import('./edition-data.mjs').EditionFiles) => Promise<Site>} openSite
 * @property {(template: string, page: object) => string} writeDocument
 */

/**
 * @param {{ data: import('./edition-data.mjs').EditionFiles, dist: string }} options the published data
 *   of one edition, and the folder where the wall was built before
 * @returns {import('vite').Plugin}
 */
export function prerender({ data, dist }) {
  return {
    name: 'qinglan-prerender',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const index = bundle['index.html']
        // The service worker is a build of its own, without pages.
        if (!index || index.type !== 'asset') return
        const template = withFonts(String(index.source), Object.keys(bundle))
        const entry = entryOf(bundle)
        await withModules(MODULES, async (modules) => {
          const { openSite, writeDocument } = /** @type {Modules} */ (modules)
          const opened = await openSite(data)
          const { source: json, ...generation } = generationFile(opened.generation)
          this.emitFile({ type: 'asset', fileName: generation.file, source: json })
          for (const [fileName, source] of [...opened.pictures(), ...opened.beside()]) {
            this.emitFile({ type: 'asset', fileName, source })
          }
          const sheets = sheetsOf(bundle, [...opened.pages, ...opened.tools])
          const paper = sheetOf(bundle, 'print-sheet.css')
          for (const page of opened.pages) {
            const parts = partsOf(bundle, entry, page.component)
            const source = writeDocument(template, {
              ...page,
              app: { file: entry, parts },
              description: page.title,
              seq: opened.generation.head.seq,
              dataset: opened.generation.head.manifest.dataset,
              body: await opened.render(page),
              generation,
              sheets,
              paper,
            })
            if (page.file === 'index.html') index.source = source
            else this.emitFile({ type: 'asset', fileName: page.file, source })
          }
          const title = opened.pages.find(({ path }) => path === '/')?.title ?? ''
          const page = { bundle, template, dist, sheets, paper, data, title }
          const source = await writeOneFile(modules, page)
          this.emitFile({ type: 'asset', fileName: 'qinglan.html', source })
        })
      },
    },
  }
}
