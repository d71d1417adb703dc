/** What is asked of a site, and what a right server answers. */

/**
 * @typedef {'page' | 'embed' | 'public' | 'worker'} Kind a page of the app, a page for other people's
 *   frames, a file that anyone may load, the service worker
 * @typedef {'kept' | 'asked'} Caching kept for ever, or asked for anew each time
 *
 * @typedef {object} Probe
 * @property {string} path relative to the site
 * @property {Kind} kind
 * @property {string} type media type without its charset
 * @property {Caching} caching
 */

/** Media types of the endings that a site has; all but `TYPES_OF_BYTES` are texts in UTF-8. */
const TYPES = new Map([
  ['html', 'text/html'],
  ['js', 'text/javascript'],
  ['css', 'text/css'],
  ['json', 'application/json'],
  ['svg', 'image/svg+xml'],
  ['csv', 'text/csv'],
  ['ics', 'text/calendar'],
  ['woff2', 'font/woff2'],
])

/** The whole app in one file, which is taken away and not shown here. */
export const ONE_FILE = 'qinglan.html'

const TYPES_OF_BYTES = ['font/woff2']

/** @param {string} type */
export function isText(type) {
  return !TYPES_OF_BYTES.includes(type)
}

/**
 * @param {string} path
 * @param {Caching} caching
 * @param {Kind} kind
 * @returns {Probe}
 */
function probe(path, caching, kind) {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? 'html'
  return { path, kind, caching, type: TYPES.get(ending) ?? 'application/octet-stream' }
}

/**
 * The first file of the front page with this ending.
 * @param {string} html
 * @param {string} ending
 */
function assetIn(html, ending) {
  return new RegExp(`"(?:\\./)?(assets/[\\w.-]+\\.${ending})[" ]`).exec(html)?.[1] ?? null
}

/**
 * An indicator that has a page of its own.
 * @param {string} html the front page
 */
export function indicatorIn(html) {
  return /"(?:\.\/)?indicators\/([a-z0-9-]+)\.html"/.exec(html)?.[1] ?? 'pm25'
}

/**
 * What panels are made of: scripts and sheets that a panel's page names, and parts that panel.js brings.
 * @param {string} embedHtml
 * @param {string} panelScript
 */
function embedAssetsIn(embedHtml, panelScript) {
  const names = `${embedHtml}\n${panelScript}`.matchAll(/embed\/assets\/[\w.-]+\.(?:js|css)/g)
  return [...new Set([...names].map(([name]) => name))]
}

/**
 * @typedef {object} Written what the site's own files say of others
 * @property {string} html the front page
 * @property {string} embedHtml a panel's page
 * @property {string} panelScript
 * @property {readonly string[]} hashedData paths of data files, relative to the site
 */

/**
 * The addresses that a site answers with a file.
 * @param {Written} written
 * @returns {readonly Probe[]}
 */
export function planProbes({ html, embedHtml, panelScript, hashedData }) {
  const id = indicatorIn(html)
  const assets = ['js', 'css', 'woff2'].flatMap((ending) => assetIn(html, ending) ?? [])
  const embedAssets = embedAssetsIn(embedHtml, panelScript)
  return [
    ...['', 'index.html', 'wall.html', `indicators/${id}.html`, ONE_FILE].map((path) =>
      probe(path, 'asked', 'page'),
    ),
    ...[`embed/${id}.html`, `embed/${id}.en.html`].map((path) => probe(path, 'asked', 'embed')),
    probe('sw.js', 'asked', 'worker'),
    ...[
      'panel.js',
      'embed-host.js',
      'first-paint.js',
      `charts/${id}.svg`,
      'data/manifest.json',
      `data/indicators/${id}.csv`,
      `data/indicators/${id}.json`,
      'data/datapackage.json',
      'data/calendar.ics',
    ].map((path) => probe(path, 'asked', 'public')),
    ...[...assets, ...embedAssets, ...hashedData].map((path) => probe(path, 'kept', 'public')),
  ]
}

/**
 * @typedef {object} Refusal
 * @property {string} path
 * @property {string} method
 * @property {'missing' | 'hidden' | 'listing' | 'method' | 'folder'} why
 * @property {Kind} kind
 */

/** @type {readonly Refusal[]} Names that no build gives; what a right server answers is no file. */
export const REFUSALS = [
  { path: 'no-such-page.html', method: 'GET', why: 'missing', kind: 'page' },
  { path: 'embed/no-such-panel.html', method: 'GET', why: 'missing', kind: 'embed' },
  { path: 'assets/no-such-part-00000000.js', method: 'GET', why: 'missing', kind: 'public' },
  { path: 'embed/assets/no-such-part-00000000.js', method: 'GET', why: 'missing', kind: 'public' },
  { path: 'data/no-such-file.00000000.json', method: 'GET', why: 'missing', kind: 'public' },
  { path: 'charts/no-such-chart.svg', method: 'GET', why: 'missing', kind: 'public' },
  { path: '.vite/manifest.json', method: 'GET', why: 'hidden', kind: 'public' },
  { path: 'assets/', method: 'GET', why: 'listing', kind: 'page' },
  { path: 'data/', method: 'GET', why: 'listing', kind: 'page' },
  { path: 'index.html', method: 'POST', why: 'method', kind: 'page' },
  { path: 'data', method: 'GET', why: 'folder', kind: 'public' },
]
