/** What every page of the build is written with: the data, the font's links, the app's modules in Node. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
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
export function readData(folder) {
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
export function withFonts(template, files) {
  const links = files
    .filter((file) => /\/qn-num-[^/]*\.woff2$/.test(file))
    .map((file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${file}">`)
  return template.replace(/(?=<link rel="stylesheet" crossorigin)/, links.join('\n    ') + '\n    ')
}

/**
 * What pages are written from, as one file of the build with its integrity.
 * @param {unknown} generation
 */
export function generationFile(generation) {
  const source = JSON.stringify(generation)
  const digest = createHash('sha256').update(source).digest()
  return {
    source,
    file: `assets/generation-${digest.toString('hex').slice(0, 8)}.json`,
    integrity: `sha256-${digest.toString('base64')}`,
  }
}

/**
 * The app's own modules in Node, compiled as for a release: what development adds to the markup
 * would not be found again by the browser.
 * @param {readonly string[]} paths from the root of the project
 * @param {(modules: Record<string, any>) => Promise<void>} use with everything that they export
 */
export async function withModules(paths, use) {
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
    const loaded = await Promise.all(paths.map((path) => server.ssrLoadModule(path)))
    await use(Object.assign({}, ...loaded))
  } finally {
    await server.close()
  }
}
