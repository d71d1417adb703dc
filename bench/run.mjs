/** `npm run bench`: every performance budget, measured against pages built in the same run. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ensureBuilt } from '../tools/build.mjs'
import { runMain } from '../tools/failure.mjs'
import { ROOT } from '../tools/run-command.mjs'
import { readArguments } from './arguments.mjs'
import { openSite } from './bench-context.mjs'
import { readContent } from './content.mjs'
import { measureEmbeds } from './embed.mjs'
import { buildFloorPage } from './floor-page.mjs'
import { measureStorage } from './storage.mjs'
import { buildLimitPage } from './limit-page.mjs'
import { describeMachine } from './machine.mjs'
import { measureOffline } from './offline.mjs'
import { measureOverview } from './overview.mjs'
import { countFigures } from './markup.mjs'
import { copyPacked, packFolder } from './pack.mjs'
import { countVerdicts, formatReport } from './report.mjs'
import { formatPlainTable } from './table.mjs'
import { measureWall } from './wall.mjs'

/** @typedef {import('./row.mjs').Row} Row */

const WORKSHOP = join(ROOT, 'node_modules', '.cache', 'qinglan', 'bench')
const REPORT = join(ROOT, 'docs', 'bench.md')

/** @returns {Promise<Row>} */
async function measureBuild() {
  const startedMs = performance.now()
  await ensureBuilt({ force: true })
  const samples = [(performance.now() - startedMs) / 1000]
  return { what: 'build of the shipped data', budget: '≤ 30 s', limit: 30, unit: 's', samples }
}

/**
 * The desk under its policy; floor and limit under none, which would only cost them.
 * @param {import('./content.mjs').Content} content
 */
async function openSites(content) {
  const [desk, floor, limit] = ['desk', 'floor', 'limit'].map((name) => join(WORKSHOP, name))
  if (!desk || !floor || !limit) throw new Error('three pages')
  copyPacked(join(ROOT, 'dist'), desk)
  await buildFloorPage(content, { source: join(WORKSHOP, 'floor-source'), out: floor })
  packFolder(floor)
  buildLimitPage(content, limit)
  packFolder(limit)
  return {
    desk: await openSite({ root: desk }),
    floor: await openSite({ root: floor, headers: {} }),
    limit: await openSite({ root: limit, headers: {} }),
  }
}

/**
 * @param {readonly Row[]} rows
 * @param {number} runs
 */
async function writeReport(rows, runs) {
  const text = formatReport(rows, await describeMachine(new Date()), runs)
  const options = await resolveConfig(REPORT)
  writeFileSync(REPORT, await format(text, { ...options, parser: 'markdown' }))
}

/**
 * In the order of the budgets.
 * @param {import('./bench-context.mjs').BenchContext} context
 */
async function measureAll(context) {
  return [
    ...(await measureOverview(context)),
    ...(await measureEmbeds(context)),
    ...(await measureOffline(context)),
    ...(await measureStorage(context)),
    ...(await measureWall(context)),
  ]
}

runMain(async () => {
  const { runs, isSlow, isWritten } = readArguments(process.argv.slice(2))
  const say = console.log
  say('正在构建 / Building …')
  const built = await measureBuild()
  const content = readContent()
  const sites = await openSites(content)
  try {
    const context = { runs, isSlow, figures: countFigures(content), sites, say }
    const rows = [...(await measureAll(context)), built]
    say(`\n${formatPlainTable(rows)}\n\n${countVerdicts(rows)}`)
    if (isWritten) await writeReport(rows, runs)
  } finally {
    for (const site of Object.values(sites)) await site.stop()
  }
})
