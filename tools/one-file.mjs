/**
 * `qinglan.html`: the whole app and its data in one file that opens by a double click. Sheets are those
 * of the built pages, the script is a build of its own (`--mode stick`), and the file's own policy lets
 * nothing else in.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, minify } from 'vite'
import { filePolicy } from './policy.mjs'
import { ROOT } from './run-command.mjs'

/** In public/, and in the file alone. */
export const FILE_FIRST_PAINT = 'one-file-first-paint.js'

/** Run in Node by tools/prerender.mjs, which knows no types of the app. */
export const FILE_MODULES = [
  '/src/contract/file-block.ts',
  '/src/desk/one-file.ts',
  '/src/desk/render-page.ts',
  '/src/offline/file-template.ts',
  '/src/offline/open-file.ts',
  '/src/stores/file-state.ts',
]

/**
 * @typedef {import('vite').Rollup.OutputBundle} Bundle
 * @typedef {object} Sheet
 * @property {string} text
 * @property {'desk' | 'wall'} door
 * @property {string} [name] of the page that it is for
 * @property {string} [medium]
 */

/** @param {string} text */
function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** @param {string} text */
function escapeAttribute(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/**
 * A script in a page ends where these stand, or is read on as a comment; in strings, templates and
 * patterns of JavaScript the backslash changes nothing.
 * @param {string} code
 */
function inlineScript(code) {
  return code.replace(/<(?=\/script|script)/gi, '\\x3C').replaceAll('<!--', '\\x3C!--')
}

/** @returns {Promise<string>} */
async function buildScript() {
  const built = await build({ root: ROOT, mode: 'stick', logLevel: 'warn' })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? each.output : [],
  )
  const chunks = outputs.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
  const [code] = chunks
  if (code === undefined || chunks.length > 1) throw new Error(`${chunks.length} scripts, not one`)
  return inlineScript(code)
}

/**
 * Fonts of a sheet stand in it, because nothing may be fetched. Even so an `optional` font comes too
 * late for the first paint (seen in Chromium 156); there is no network to wait for.
 * @param {string} css
 * @param {(name: string) => Buffer} readAsset
 */
function withOwnFonts(css, readAsset) {
  const shown = css.replaceAll('font-display:optional', 'font-display:block')
  return shown.replace(/url\((?:\.\/)?([^)"']+\.woff2)\)/g, (_, /** @type {string} */ name) => {
    return `url(data:font/woff2;base64,${readAsset(`assets/${name}`).toString('base64')})`
  })
}

/** @param {string} html a built page */
function commonSheetOf(html) {
  const sheet = /<link rel="stylesheet" crossorigin href="\.\/([^"]+)">/.exec(html)?.[1]
  if (!sheet) throw new Error('a page without a sheet')
  return sheet
}

/** @param {Bundle} bundle */
function assetReader(bundle) {
  /** @param {string} file */
  return (file) => {
    const asset = bundle[file]
    if (asset?.type !== 'asset') throw new Error(`the bundle has no ${file}`)
    return Buffer.from(asset.source)
  }
}

/**
 * @param {Sheet} sheet
 */
function styleTag({ text, door, name, medium }) {
  if (/<\/style/i.test(text)) throw new Error('a sheet that ends itself')
  const more = [name ? ` data-sheet="${name}"` : '', medium ? ` data-medium="${medium}"` : '']
  return `<style data-door="${door}"${more.join('')}>${text}</style>`
}

/**
 * @param {{ sheets: readonly Sheet[], firstPaint: string, script: string }} parts
 * @param {{ PAGE_START: string, PAGE_END: string, BLOCK_START: string, BLOCK_END: string }} marks
 */
function writeTemplate({ sheets, firstPaint, script }, marks) {
  const icon = readFileSync(join(ROOT, 'public', 'favicon.svg'), 'utf8')
  const policy = filePolicy({
    scripts: [firstPaint, script].map(hashOf),
    styles: sheets.map(({ text }) => hashOf(text)),
  })
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>清览</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#FBFAF6">
<meta name="referrer" content="no-referrer">
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${escapeAttribute(encodeURIComponent(icon))}">
${sheets.map(styleTag).join('\n')}
<script>${firstPaint}</script>
</head>
<body data-loading="正在读取数据" data-loading-en="Reading data">
${marks.PAGE_START}<div id="app"></div>${marks.PAGE_END}
<div id="wall"></div>
${marks.BLOCK_START}${marks.BLOCK_END}
<script type="module">${script}</script>
</body>
</html>
`
}

/**
 * @param {any} modules with everything that FILE_MODULES export
 * @param {object} page
 * @param {Bundle} page.bundle of the desk
 * @param {string} page.template the desk's built page
 * @param {string} page.dist where the wall was built before
 * @param {readonly { name: string, file: string }[]} page.sheets of the desk's pages
 * @param {string} page.paper the desk's sheet for paper
 * @param {import('./edition-data.mjs').EditionFiles} page.data
 * @param {string} page.title
 * @returns {Promise<string>}
 */
export async function writeOneFile(modules, page) {
  const read = assetReader(page.bundle)
  const css = (/** @type {string} */ file) => withOwnFonts(read(file).toString('utf8'), read)
  const wallSheet = commonSheetOf(readFileSync(join(page.dist, 'wall.html'), 'utf8'))
  const wall = readFileSync(join(page.dist, wallSheet), 'utf8')
  /** @type {Sheet[]} */
  const sheets = [
    { door: 'desk', text: css(commonSheetOf(page.template)) },
    ...page.sheets.map(({ name, file }) => ({
      door: /** @type {const} */ ('desk'),
      name,
      text: css(file),
    })),
    { door: 'desk', medium: 'print', text: css(page.paper) },
    { door: 'wall', text: withOwnFonts(wall, (file) => readFileSync(join(page.dist, file))) },
  ]
  const source = readFileSync(join(ROOT, 'public', FILE_FIRST_PAINT), 'utf8')
  const { code: firstPaint } = await minify(FILE_FIRST_PAINT, source, {
    module: false,
    compress: { target: 'chrome90' },
  })
  const script = await buildScript()
  const template = writeTemplate({ sheets, firstPaint: inlineScript(firstPaint), script }, modules)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const block = modules.writeBlock({
    made: null,
    part: null,
    manifest: decoder.decode(page.data.manifest),
    files: [...page.data.files].map(([path, bytes]) => ({ path, text: decoder.decode(bytes) })),
  })
  const opened = await modules.openFileData(block, {
    sha256: async (/** @type {Uint8Array} */ bytes) =>
      createHash('sha256').update(bytes).digest('hex'),
    startTimer: () => () => undefined,
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues))
  const { generation } = opened.value
  const state = modules.fileStateOf({ ok: true, value: generation })
  const file = modules.fillTemplate(template, {
    title: page.title,
    seq: generation.head.seq,
    block,
    page: await modules.renderInFile('/', state, modules.describeFile(opened)),
  })
  if (file === null) throw new Error('the template has lost its marks')
  return file
}
