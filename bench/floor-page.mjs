/** The floor: the overview as the leanest page that ECharts draws, without a framework. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { floorChartOf } from './floor-data.mjs'
import { sheetHtml } from './limit-page.mjs'
import { bodyHtml, pageHtml } from './markup.mjs'

const HEAD = `<link rel="preload" href="/data.json" as="fetch" crossorigin>
<script type="module" src="page-floor.mjs"></script>`

/**
 * @param {import('./content.mjs').Content} content
 * @param {{ source: string, out: string }} folders for what is written, and for what is served
 */
export async function buildFloorPage(content, { source, out }) {
  const charts = content.trends.map(({ slot, widthPx }) =>
    floorChartOf(slot.view, { widthPx, heightPx: slot.heightPx }),
  )
  const body = bodyHtml(content, () => '')
  rmSync(source, { recursive: true, force: true })
  mkdirSync(`${source}/public`, { recursive: true })
  writeFileSync(`${source}/public/data.json`, JSON.stringify(charts))
  writeFileSync(
    `${source}/index.html`,
    pageHtml({ title: 'floor', head: `${HEAD}\n${sheetHtml()}`, body }),
  )
  // Beside its page, so that the bundler finds it there; its imports are found from there too.
  const script = fileURLToPath(new URL('page-floor.mjs', import.meta.url))
  copyFileSync(script, `${source}/page-floor.mjs`)
  await build({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'warn',
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'chrome90',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
    },
  })
}
