/** The figures of one indicator as a JSON-stat 2.0 data set (json-stat.org/full). */
import type { Bilingual } from '../contract/issue.ts'
import type { ObservationStatus } from '../contract/snapshot.ts'
import { decimalOf, formatDecimal } from '../domain/decimal.ts'
import { doubtsAbout } from '../domain/doubt.ts'
import type { IndicatorEverywhere } from '../domain/indicator-everywhere.ts'
import { dataFileWord, dataFileWords } from '../text/data-files-text.ts'
import { formatDoubts } from '../text/doubt-text.ts'
import { formatUnit } from '../text/number-text.ts'
import { formatPeriod } from '../text/period-text.ts'
import { plain } from '../text/rich.ts'
import { formatStatus } from '../text/status-text.ts'
import { buildCube, type Cube, type CubeCell } from './cube.ts'

/** SDMX's code for "unspecified": an empty text is no code that readers expect. */
const NO_BREAKDOWN = '_X'

interface Category {
  readonly code: string
  readonly name: Bilingual
}

function sayDoubts({ point, series }: CubeCell, view: IndicatorEverywhere): Bilingual | undefined {
  const doubts = doubtsAbout(point, series, view.crossDisputes)
  if (doubts.length === 0) return undefined
  const say = (lang: 'zh' | 'en') => plain(formatDoubts(doubts, series.indicator, lang))
  return { zh: say('zh'), en: say('en') }
}

/** Chinese where readers look; English beside it, where the format has no place for a second language. */
function dimension(label: Bilingual, categories: readonly Category[], more: object = {}) {
  const labels = (lang: 'zh' | 'en') =>
    Object.fromEntries(categories.map(({ code, name }) => [code, name[lang]]))
  return {
    label: label.zh,
    category: { index: categories.map(({ code }) => code), label: labels('zh'), ...more },
    extension: { en: { label: label.en, category: { label: labels('en') } } },
  }
}

function metricDimension({ indicator, series }: IndicatorEverywhere) {
  const { id, name, unit } = indicator
  const digits = series.flatMap(({ points }) =>
    points.map(({ reading }) => (reading.kind === 'value' ? reading.decimals : 0)),
  )
  const decimals = digits.reduce((most, each) => Math.max(most, each), 0)
  const more = { unit: { [id]: { label: unit, decimals } } }
  const made = dimension(dataFileWords('indicator'), [{ code: id, name }], more)
  const english = {
    ...made.extension.en,
    unit: { [id]: { label: formatUnit(unit, 'en') || unit } },
  }
  return { ...made, extension: { en: english } }
}

function dimensionsOf(view: IndicatorEverywhere, cube: Cube) {
  const regions = cube.regions.map(({ code, name }) => ({ code, name }))
  const periods = cube.periods.map((period) => ({
    code: period.text,
    name: { zh: formatPeriod(period, 'zh'), en: formatPeriod(period, 'en') },
  }))
  const breakdowns = cube.breakdowns.map((text) =>
    text === undefined
      ? { code: NO_BREAKDOWN, name: dataFileWords('noBreakdown') }
      : { code: text, name: { zh: text, en: text } },
  )
  const period = dimension(dataFileWords('period'), periods)
  const kinds = Object.fromEntries(cube.periods.map(({ text, kind }) => [text, kind]))
  return {
    indicator: metricDimension(view),
    region: dimension(dataFileWords('region'), regions),
    ...(cube.breakdowns.some((text) => text !== undefined) && {
      breakdown: dimension(dataFileWords('breakdown'), breakdowns),
    }),
    period: { ...period, extension: { ...period.extension, kind: kinds } },
  }
}

/** What stands behind a figure, for which the format has no place of its own. */
function observationOf(cell: CubeCell, view: IndicatorEverywhere) {
  const { reading, statement, source } = cell.point
  const { printed, locator, note } = statement
  const doubts = sayDoubts(cell, view)
  const read =
    reading.kind === 'missing'
      ? { reason: reading.reason }
      : {
          digits: formatDecimal(decimalOf(reading.value, reading.decimals)),
          ...(reading.qualifier && { qualifier: reading.qualifier }),
        }
  return {
    ...read,
    ...(printed !== undefined && { printed }),
    source: source.id,
    ...(locator !== undefined && { locator }),
    ...(note !== undefined && { note }),
    ...(doubts && { inDoubt: doubts }),
  }
}

function byPlace<T>(cells: readonly CubeCell[], valueOf: (cell: CubeCell) => T) {
  return Object.fromEntries(cells.map((cell) => [String(cell.at), valueOf(cell)]))
}

function statusLabels(cells: readonly CubeCell[]) {
  const used = [...new Set<ObservationStatus>(cells.map(({ point }) => point.status))].sort()
  const labels = (lang: 'zh' | 'en') =>
    Object.fromEntries(used.map((status) => [status, formatStatus(status, lang)]))
  return { label: labels('zh'), en: { label: labels('en') } }
}

function sourcesOf({ sources }: IndicatorEverywhere) {
  return sources.map(({ publication }) => {
    const { id, revision, title, publisher, published, grade, url } = publication
    return { id, revision, title, publisher, published, grade, ...(url !== undefined && { url }) }
  })
}

/** Addresses in it are relative to the file, which lies in data/indicators/. */
export function buildJsonStat(view: IndicatorEverywhere, dataset: string): object {
  const { indicator, sources, knownDay } = view
  const cube = buildCube(view.series)
  const dimensions = dimensionsOf(view, cube)
  const id = Object.keys(dimensions)
  const publishers = [...new Set(sources.map(({ publication }) => publication.publisher))]
  const [latest] = sources
  return {
    version: '2.0',
    class: 'dataset',
    href: `${indicator.id}.json`,
    label: indicator.name.zh,
    ...(publishers.length > 0 && { source: publishers.join('；') }),
    ...(latest && { updated: latest.publication.published }),
    note: [`口径：${indicator.scope}`, dataFileWord('cells', 'zh'), dataFileWord('cells', 'en')],
    link: {
      describedby: [{ type: 'application/json', href: `${indicator.id}.metadata.json` }],
      alternate: [{ type: 'text/csv', href: `${indicator.id}.csv` }],
    },
    id,
    size: Object.values(dimensions).map(({ category }) => category.index.length),
    role: { time: ['period'], geo: ['region'], metric: ['indicator'] },
    dimension: dimensions,
    value: byPlace(cube.cells, ({ point: { reading } }) =>
      reading.kind === 'value' ? reading.value : null,
    ),
    status: byPlace(cube.cells, ({ point }) => point.status),
    extension: {
      dataset,
      ...(knownDay !== null && { knownAsOf: knownDay }),
      en: { label: indicator.name.en },
      status: statusLabels(cube.cells),
      sources: sourcesOf(view),
      observations: byPlace(cube.cells, (cell) => observationOf(cell, view)),
    },
  }
}
