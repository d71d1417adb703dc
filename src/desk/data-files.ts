/** The files beside the data, made from them at build time, at addresses that stay. */
import { buildDataPackage } from '../author/data-package.ts'
import { BYTE_ORDER_MARK } from '../author/format-csv.ts'
import type { Published } from '../author/published.ts'
import type { Evidence } from '../domain/evidence.ts'
import { viewEverywhere } from '../domain/indicator-everywhere.ts'
import { CALENDAR_FILE, DATA_FOLDER, indicatorFiles } from './data-address.ts'
import { drawDueCalendar } from './due-calendar.ts'
import { buildIndicatorCsv } from './indicator-csv.ts'
import { buildMetadata } from './indicator-metadata.ts'
import { buildJsonStat } from './json-stat.ts'

/** Of the package's tables; a folder of their own, so that they can be imported as they lie there. */
const TABLE_FOLDER = 'tables/'

type Written = readonly [name: string, content: string | Uint8Array]

function jsonText(value: object): string {
  return `${JSON.stringify(value)}\n`
}

function filesOfIndicator(evidence: Evidence, id: string, dataset: string): readonly Written[] {
  const view = viewEverywhere(evidence, id)
  if (!view) return []
  const files = indicatorFiles(id)
  return [
    [files.csv, BYTE_ORDER_MARK + buildIndicatorCsv(view, 'zh')],
    [files.jsonStat, jsonText(buildJsonStat(view, dataset))],
    [files.metadata, jsonText(buildMetadata(view, dataset))],
  ]
}

/** By their names below the app's folder. */
export function drawDataFiles(
  published: Published,
  evidence: Evidence,
): ReadonlyMap<string, string | Uint8Array> {
  const { manifest, catalog } = published
  const tables = buildDataPackage(published, TABLE_FOLDER)
  return new Map<string, string | Uint8Array>([
    [CALENDAR_FILE, drawDueCalendar(evidence, manifest)],
    ...tables.map(({ path, bytes }): Written => [`${DATA_FOLDER}${path}`, bytes]),
    ...catalog.indicators.flatMap(({ id }) => filesOfIndicator(evidence, id, manifest.dataset)),
  ])
}
