/** Reads every page, sheet and script of a built site. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { scanCss } from './css-features.mjs'
import { scanHtml } from './html-features.mjs'
import { scanScript } from './script-features.mjs'
import { scanSyntax } from './syntax-features.mjs'

/**
 * @typedef {import('./oldest-browser.mjs').Finding} Finding
 * @type {Record<string, (text: string) => Finding[] | Promise<Finding[]>>}
 */
const SCANNERS = {
  '.css': scanCss,
  '.html': scanHtml,
  '.js': async (text) => [...(await scanSyntax(text)), ...scanScript(text)],
}

/** What stands in a page itself; a data block is no script. */
const INLINE = {
  'sheet.css': /<style\b[^>]*>([\s\S]*?)<\/style>/g,
  'script.js': /<script(?: type="module")?>([\s\S]*?)<\/script>/g,
}

/**
 * The file, and the sheets and scripts that stand in it, as files below its name.
 * @param {string} name
 * @param {string} text
 * @returns {(readonly [name: string, text: string])[]}
 */
function partsOf(name, text) {
  if (extname(name) !== '.html') return [[name, text]]
  const inside = Object.entries(INLINE).flatMap(([part, pattern]) =>
    [...text.matchAll(pattern)].map(
      ([, found = '']) => /** @type {const} */ ([`${name}/${part}`, found]),
    ),
  )
  return [[name, text], ...inside]
}

/**
 * @param {string} folder
 * @returns {Promise<import('./judge.mjs').FileFindings[]>}
 */
export async function scanFolder(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const scanned = []
  for (const name of names) {
    if (!SCANNERS[extname(name)]) continue
    const text = readFileSync(join(folder, name), 'utf8')
    for (const [file, part] of partsOf(name.split(sep).join('/'), text)) {
      const findings = await SCANNERS[extname(file)]?.(part)
      scanned.push({ file, findings: findings ?? [] })
    }
  }
  return scanned
}
