/** Which built files a door loads, by the bundler's manifest. */

/**
 * @typedef {object} Chunk
 * @property {string} file
 * @property {string} [src] the source that it was made from; none for what several share
 * @property {string} [name]
 * @property {string[]} [css]
 * @property {string[]} [imports]
 * @property {string[]} [dynamicImports]
 *
 * @typedef {Record<string, Chunk>} BuildManifest
 *
 * @typedef {object} Door
 * @property {string} name
 * @property {string} page its key in the manifest
 * @property {string} manifest name of its build's manifest in dist/.vite
 * @property {readonly string[]} firstView modules that the first view loads later, where they are
 *   chunks of their own
 * @property {readonly string[]} [sheets] modules that are nothing but sheets, which the bundler names
 *   nowhere as what another loads
 * @property {Partial<Record<FigureName, number>>} budgets the most bytes that a figure may have
 *
 * @typedef {keyof typeof FIGURES} FigureName
 * @typedef {Map<string, string>} NamedFiles built file → the name that it keeps from build to build
 */

/** What is reported of a door. */
export const FIGURES = {
  initial: 'loaded with the page',
  firstViewScript: 'script of the first view',
  everything: 'everything',
}

/** @param {string} file */
function withoutHash(file) {
  return file.replace(/^.*\//, '').replace(/-[\w-]{8}(\.\w+)$/, '$1')
}

/**
 * @param {Chunk} chunk
 * @returns {string} what it is known by from build to build
 */
function nameOf({ src, file }) {
  return src && !src.endsWith('.html') ? src : withoutHash(file)
}

/**
 * The files that loading these chunks loads.
 * @param {BuildManifest} manifest
 * @param {readonly string[]} keys
 * @param {{ lazy: boolean }} options whether to follow dynamic imports too
 * @returns {NamedFiles}
 */
export function filesOf(manifest, keys, { lazy }) {
  /** @type {Set<string>} */
  const seen = new Set()
  /** @type {NamedFiles} */
  const files = new Map()
  /** @param {string} key */
  const visit = (key) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    files.set(chunk.file, nameOf(chunk))
    for (const sheet of chunk.css ?? []) files.set(sheet, withoutHash(sheet))
    for (const next of [...(chunk.imports ?? []), ...((lazy && chunk.dynamicImports) || [])]) {
      visit(next)
    }
  }
  keys.forEach(visit)
  return files
}

/**
 * @param {BuildManifest} manifest
 * @param {Pick<Door, 'page' | 'firstView' | 'sheets'>} door
 * @returns {Record<FigureName, NamedFiles>}
 */
export function doorFiles(manifest, { page, firstView, sheets: later = [] }) {
  const seen = [...filesOf(manifest, [page, ...firstView], { lazy: false })]
  const sheets = seen.filter(([file]) => file.endsWith('.css'))
  return {
    // A written page links the sheets of its first view itself.
    initial: new Map([...filesOf(manifest, [page], { lazy: false }), ...sheets]),
    firstViewScript: new Map(seen.filter(([file]) => file.endsWith('.js'))),
    everything: filesOf(manifest, [page, ...later], { lazy: true }),
  }
}
