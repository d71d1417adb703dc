/** The limit: the overview written by hand, no library and no script. Nothing can be faster. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { buildChart } from '../src/charts/build-chart.ts'
import { ROLES } from '../src/charts/shape.ts'
import { bodyHtml, pageHtml } from './markup.mjs'
import { shapesSvg } from './shapes-svg.mjs'

/** @param {import('./content.mjs').TrendContent} trend */
function pictureOf({ slot, widthPx }) {
  const { view, heightPx } = slot
  const look = /** @type {const} */ ({ theme: 'light', lang: 'zh', asOf: 'latest' })
  const picture = buildChart(view, { widthPx, heightPx, ...look })
  if (!picture) throw new Error(`no picture of ${view.indicator.id}`)
  const painted = ROLES.flatMap((role) => picture.shapes.filter((shape) => shape.role === role))
  return shapesSvg(painted, { widthPx, heightPx })
}

/** The sheet inside the page: one answer of the server, and everything is there. */
export function sheetHtml() {
  return `<style>${readFileSync(new URL('page.css', import.meta.url), 'utf8')}</style>`
}

/**
 * @param {import('./content.mjs').Content} content
 * @param {string} folder where the page goes
 */
export function buildLimitPage(content, folder) {
  const body = bodyHtml(content, pictureOf)
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/index.html`, pageHtml({ title: 'limit', head: sheetHtml(), body }))
}
