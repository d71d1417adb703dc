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

/**
 * @param {string} folder
 * @returns {Promise<import('./judge.mjs').FileFindings[]>}
 */
export async function scanFolder(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const scanned = []
  for (const name of names) {
    const scan = SCANNERS[extname(name)]
    if (!scan) continue
    const findings = await scan(readFileSync(join(folder, name), 'utf8'))
    scanned.push({ file: name.split(sep).join('/'), findings })
  }
  return scanned
}
