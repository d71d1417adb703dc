/** What the head of an indicator's page says to machines: its data files, and schema.org's Dataset. */
import type { IndicatorEverywhere } from '../domain/indicator-everywhere.ts'
import { lastDayOf, dayText } from '../domain/period.ts'
import { describeDataset } from '../text/data-files-text.ts'
import { formatUnit } from '../text/number-text.ts'
import { indicatorFiles, PACKAGE_FILE } from './data-address.ts'

/** From the first day to the last one of which there is a figure, as ISO 8601 writes an interval. */
function coverageOf({ series }: IndicatorEverywhere): string | undefined {
  const periods = series.flatMap(({ points }) => points.map(({ period }) => period))
  const [first] = periods
  if (!first) return undefined
  const start = periods.reduce((least, period) => Math.min(least, period.start), first.start)
  const last = periods.reduce((most, period) => (period.end > most.end ? period : most), first)
  return `${dayText(start)}/${lastDayOf(last)}`
}

/** `place` is the city's name; addresses are relative to the page, which lies in indicators/. */
export function describeForSearch(view: IndicatorEverywhere, place: string): object {
  const { indicator, series, sources } = view
  const files = indicatorFiles(indicator.id)
  const regions = new Map(series.map(({ region }) => [region.code, region.name.zh]))
  const [latest] = sources
  const coverage = coverageOf(view)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${place}${indicator.name.zh}`,
    alternateName: indicator.name.en,
    description: describeDataset(indicator, place),
    identifier: indicator.id,
    url: `${indicator.id}.html`,
    inLanguage: ['zh-CN', 'en'],
    ...(latest && { dateModified: latest.publication.published }),
    ...(coverage !== undefined && { temporalCoverage: coverage }),
    ...(regions.size > 0 && {
      spatialCoverage: [...regions].map(([code, name]) => ({
        '@type': 'Place',
        name,
        identifier: code,
      })),
    }),
    variableMeasured: {
      '@type': 'PropertyValue',
      name: indicator.name.zh,
      unitText: formatUnit(indicator.unit, 'zh'),
    },
    ...(sources.length > 0 && {
      isBasedOn: sources.map(({ publication: { title, publisher, published, url } }) => ({
        '@type': 'CreativeWork',
        name: title,
        publisher: { '@type': 'Organization', name: publisher },
        datePublished: published,
        ...(url !== undefined && { url }),
      })),
    }),
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `../${files.csv}` },
      {
        '@type': 'DataDownload',
        name: 'JSON-stat 2.0',
        encodingFormat: 'application/json',
        contentUrl: `../${files.jsonStat}`,
      },
    ],
    includedInDataCatalog: { '@type': 'DataCatalog', url: `../${PACKAGE_FILE}` },
  }
}

/**
 * A data block is no script: HTML leaves the element before it asks the policy (HTML, "prepare the
 * script element"), and Chromium reports nothing. `<` is escaped, so that no text of a source ends it.
 */
function dataBlock(value: object): string {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c')
  return `<script type="application/ld+json">${json}</script>`
}

/** Addresses as a template writes them: relative to the app's folder. */
export function writeDatasetHead(view: IndicatorEverywhere, place: string): string {
  const files = indicatorFiles(view.indicator.id)
  return [
    `<link rel="alternate" type="text/csv" href="./${files.csv}" title="CSV" />`,
    `<link rel="alternate" type="application/json" href="./${files.jsonStat}" title="JSON-stat" />`,
    `<link rel="describedby" type="application/json" href="./${files.metadata}" />`,
    dataBlock(describeForSearch(view, place)),
  ].join('\n    ')
}
