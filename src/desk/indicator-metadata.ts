/** What an indicator is, who gave its figures, and what does not go together: data/indicators/<id>.metadata.json. */
import type { Bilingual } from '../contract/issue.ts'
import { decimalOf, formatDecimal } from '../domain/decimal.ts'
import { doubtsAbout } from '../domain/doubt.ts'
import type { IndicatorEverywhere } from '../domain/indicator-everywhere.ts'
import { ledgerOf } from '../domain/ledger.ts'
import type { Vintage } from '../domain/point.ts'
import type { Reading } from '../domain/reading.ts'
import type { Series } from '../domain/series.ts'
import { formatDoubts } from '../text/doubt-text.ts'
import { formatUnit } from '../text/number-text.ts'
import { plain } from '../text/rich.ts'
import { describeKind, describeUpdate } from '../text/table-text.ts'
import { formatVerdict } from '../text/verdict-text.ts'

const METADATA_FORMAT = 'qinglan-indicator-metadata/1'

function placeOf({ region, breakdown }: Pick<Series, 'region' | 'breakdown'>) {
  return { region: region.code, ...(breakdown !== undefined && { breakdown }) }
}

function both(say: (lang: 'zh' | 'en') => string): Bilingual {
  return { zh: plain(say('zh')), en: plain(say('en')) }
}

/** Digits as printed, in the indicator's unit; null for what is missing, with its reason. */
function figureOf(reading: Reading) {
  if (reading.kind === 'missing') return { value: null, reason: reading.reason }
  return {
    value: formatDecimal(decimalOf(reading.value, reading.decimals)),
    ...(reading.qualifier && { qualifier: reading.qualifier }),
  }
}

function saidBy({ source, reading, statement }: Vintage) {
  return { source: source.id, ...figureOf(reading), status: statement.status }
}

/** What later publications did to figures that stood; plain repetitions are no news. */
function revisionsOf({ series }: IndicatorEverywhere) {
  return series.flatMap((each) =>
    ledgerOf(each)
      .filter(({ change }) => change !== 'added' && change !== 'repeated')
      .map(({ change, period, now, before }) => ({
        ...placeOf(each),
        period: period.text,
        change,
        ...(before && { before: saidBy(before) }),
        now: saidBy(now),
      })),
  )
}

/** Slips of our own transcription that were mended. */
function correctionsOf({ corrections }: IndicatorEverywhere) {
  return corrections.map((each) => ({
    ...placeOf(each),
    period: each.period.text,
    source: each.source.id,
    revision: each.source.revision,
    ...(each.source.revisionReason !== undefined && { reason: each.source.revisionReason }),
    ...(each.before && { before: figureOf(each.before) }),
    ...(each.after && { after: figureOf(each.after) }),
  }))
}

function contradictionsOf({ series, crossDisputes }: IndicatorEverywhere) {
  return series.flatMap((each) =>
    each.points.flatMap((point) => {
      const doubts = doubtsAbout(point, each, crossDisputes)
      if (doubts.length === 0) return []
      const said = both((lang) => formatDoubts(doubts, each.indicator, lang))
      return [{ ...placeOf(each), period: point.period.text, ...saidBy(point), said }]
    }),
  )
}

/** A break without a region holds for all of them and is listed once. */
function breaksOf({ series }: IndicatorEverywhere) {
  const all = series.flatMap(({ breaks }) => breaks)
  const known = new Map(
    all.map(({ region, from, reason }) => [`${region} ${from}`, { region, from, reason }]),
  )
  return [...known.values()].map(({ region, from, reason }) => ({
    ...(region !== undefined && { region }),
    from,
    reason,
  }))
}

function targetsOf({ judgements }: IndicatorEverywhere) {
  return judgements.map(({ target: { target, reading, source }, verdict }) => ({
    region: target.region,
    period: target.period,
    ...figureOf(reading),
    type: target.type,
    basis: target.basis,
    source: source.id,
    ...(target.locator !== undefined && { locator: target.locator }),
    verdict: { code: verdict, ...both((lang) => formatVerdict(verdict, lang)) },
  }))
}

function sourcesOf({ sources }: IndicatorEverywhere) {
  return sources.map(({ publication, figures, targets }) => {
    const { id, revision, title, publisher, published, grade, url } = publication
    const facts = { id, revision, title, publisher, published, grade }
    return { ...facts, ...(url !== undefined && { url }), figures, targets }
  })
}

/** Addresses in it are relative to the file, which lies in data/indicators/. */
export function buildMetadata(view: IndicatorEverywhere, dataset: string): object {
  const { indicator, theme, knownDay, series } = view
  const { id, name, unit, accumulation, desired, scope, definition, updatePeriod } = indicator
  const regions = [...new Map(series.map(({ region }) => [region.code, region])).values()]
  return {
    format: METADATA_FORMAT,
    id,
    dataset,
    ...(knownDay !== null && { knownAsOf: knownDay }),
    name,
    theme: { id: theme.id, ...theme.name },
    unit: { zh: unit, en: formatUnit(unit, 'en') || unit },
    accumulation,
    desired,
    kind: both((lang) => describeKind(indicator, lang)),
    scope,
    ...(definition !== undefined && { definition }),
    ...(updatePeriod && {
      updatePeriod,
      updated: both((lang) => describeUpdate(indicator, lang) ?? ''),
    }),
    regions: regions.map(({ code, name: named, level }) => ({ code, ...named, level })),
    breaks: breaksOf(view),
    targets: targetsOf(view),
    sources: sourcesOf(view),
    revisions: revisionsOf(view),
    corrections: correctionsOf(view),
    contradictions: contradictionsOf(view),
    links: {
      csv: `${id}.csv`,
      jsonStat: `${id}.json`,
      page: `../../indicators/${id}.html`,
      picture: `../../charts/${id}.svg`,
      package: '../datapackage.json',
    },
  }
}
