/** A plugin of the build: writes every page from the shipped data, before any script runs. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { createServer } from 'vite'
import { ROOT } from './run-command.mjs'

/**
 * The bytes of a data folder, by path below it.
 * @param {string} folder
 * @param {string} [inside]
 * @returns {[string, Uint8Array][]}
 */
function filesIn(folder, inside = '') {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = inside + entry.name
    if (entry.isDirectory()) return filesIn(folder, `${path}/`)
    return [[path, new Uint8Array(readFileSync(join(folder, path)))]]
  })
}

/** @param {string} folder */
function readData(folder) {
  const files = new Map(filesIn(folder))
  const manifest = files.get('manifest.json')
  if (!manifest) throw new Error(`${folder}: no manifest.json`)
  files.delete('manifest.json')
  return { manifest, files }
}

/**
 * The numerals' font comes with the page: it is shown at once or, on this visit, not at all, so that
 * nothing moves when it arrives.
 * @param {string} template
 * @param {readonly string[]} files
 */
function withFonts(template, files) {
  const links = files
    .filter((file) => /\/qn-num-[^/]*\.woff2$/.test(file))
    .map((file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${file}">`)
  return template.replace(/(?=<link rel="stylesheet" crossorigin)/, links.join('\n    ') + '\n    ')
}

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
 * @typedef {{ file: string, path: string, name: string, title: string, component: string }} SitePage
 * @typedef {object} Site
 * @property {{ head: { seq: number } }} generation
 * @property {readonly SitePage[]} pages
 * @property {readonly { name: string, component: string }[]} tools pages of which no file is written
 * @property {(page: SitePage) => Promise<string>} render
 * @property {() => ReadonlyMap<string, string>} pictures
 * @property {() => ReadonlyMap<string, string>} beside
 *
 * @typedef {object} Modules
 * @property {(files: ReturnType<typeof readData>) => Promise<Site>} openSite
 * @property {(template: string, page: object) => string} writeDocument
 */

/**
 * The app's own modules in Node, compiled as for a release: what development adds to the markup
 * would not be found again by the browser.
 * @param {(modules: Modules) => Promise<void>} use
 */
async function withModules(use) {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
    plugins: [vue({ isProduction: true, features: { optionsAPI: false } })],
  })
  try {
    const { openSite } = await server.ssrLoadModule('/src/desk/render-site.ts')
    const { writeDocument } = await server.ssrLoadModule('/src/desk/page-document.ts')
    await use({ openSite, writeDocument })
  } finally {
    await server.close()
  }
}

/**
 * @param {{ data: string }} options `data` is the folder of the published data
 * @returns {import('vite').Plugin}
 */
export function prerender({ data }) {
  return {
    name: 'qinglan-prerender',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const index = bundle['index.html']
        // The service worker is a build of its own, without pages.
        if (!index || index.type !== 'asset' || !existsSync(data)) return
        const template = withFonts(String(index.source), Object.keys(bundle))
        const entry = entryOf(bundle)
        await withModules(async ({ openSite, writeDocument }) => {
          const opened = await openSite(readData(data))
          const json = JSON.stringify(opened.generation)
          const digest = createHash('sha256').update(json).digest()
          const generation = {
            file: `assets/generation-${digest.toString('hex').slice(0, 8)}.json`,
            integrity: `sha256-${digest.toString('base64')}`,
          }
          this.emitFile({ type: 'asset', fileName: generation.file, source: json })
          for (const [fileName, source] of [...opened.pictures(), ...opened.beside()]) {
            this.emitFile({ type: 'asset', fileName, source })
          }
          const sheets = sheetsOf(bundle, [...opened.pages, ...opened.tools])
          for (const page of opened.pages) {
            const parts = partsOf(bundle, entry, page.component)
            const source = writeDocument(template, {
              ...page,
              app: { file: entry, parts },
              description: page.title,
              seq: opened.generation.head.seq,
              body: await opened.render(page),
              generation,
              sheets,
              paper: sheetOf(bundle, 'print-sheet.css'),
            })
            if (page.file === 'index.html') index.source = source
            else this.emitFile({ type: 'asset', fileName: page.file, source })
          }
        })
      },
    },
  }
}
