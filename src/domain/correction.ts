/** Slips of our own transcription: what a higher revision changed, added or took away. */
import type { Indicator, Region } from '../contract/catalog.ts'
import { seriesKey, type Publication, type Statement } from '../contract/statement.ts'
import type { Scope } from './known-series.ts'
import { comparePeriods, periodOf, type Period } from './period.ts'
import { readObservation, type Reading } from './reading.ts'
import { compareContents, comparePrecedence } from './standing.ts'

export interface Correction {
  /** The revision that mended it, with its reason. */
  readonly source: Publication
  readonly region: Region
  readonly breakdown?: string
  readonly period: Period
  /** Absent where the figure had been left out. */
  readonly before?: Reading
  /** Absent where the document does not say it. */
  readonly after?: Reading
}

/** Publication → its revisions, the first one first. */
function revisionsOf(
  publications: readonly Publication[],
  id: string,
): ReadonlyMap<number, Publication> {
  return new Map(
    publications
      .filter((publication) => publication.id === id)
      .sort((a, b) => a.revision - b.revision || compareContents(b, a))
      .map((publication) => [publication.revision, publication]),
  )
}

export function isStatedBy(each: Statement, { id, revision }: Publication): boolean {
  return each.publication === id && each.revision === revision
}

function byKey(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  return new Map(
    [...statements]
      // Of two figures of one key, which should not be, the same one everywhere.
      .sort(compareContents)
      .map((each) => [`${seriesKey(each)}|${each.period}`, each]),
  )
}

interface Place {
  readonly indicator: Indicator
  readonly regions: readonly Region[]
}

function compareRevisions(
  before: ReadonlyMap<string, Statement>,
  after: ReadonlyMap<string, Statement>,
  source: Publication,
  { indicator, regions }: Place,
): Correction[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort()
  return keys.flatMap((key): Correction[] => {
    const [was, is] = [before.get(key), after.get(key)]
    const stated = is ?? was
    const region = regions.find(({ code }) => code === stated?.region)
    if (!stated || !region) return []
    const read = (each: Statement) => readObservation(each, indicator.unit)
    const [old, now] = [was && read(was), is && read(is)]
    if (JSON.stringify(old) === JSON.stringify(now)) return []
    return [
      {
        source,
        region,
        ...(stated.breakdown === undefined ? {} : { breakdown: stated.breakdown }),
        period: periodOf(stated.period),
        ...(old && { before: old }),
        ...(now && { after: now }),
      },
    ]
  })
}

function compareCorrections(a: Correction, b: Correction): number {
  return (
    comparePrecedence(a.source, b.source) ||
    b.source.revision - a.source.revision ||
    comparePeriods(a.period, b.period) ||
    compareContents(a, b)
  )
}

/**
 * Corrections of one indicator's figures in these regions, in the publications that stand. The
 * highest revision stands on every day, so they are known wherever the publication is.
 */
export function findCorrections(
  indicator: Indicator,
  regions: readonly Region[],
  { evidence, standing }: Pick<Scope, 'evidence' | 'standing'>,
  /** What a revision states of the indicator; asked only of publications that were mended. */
  statedIn: (source: Publication) => readonly Statement[],
): readonly Correction[] {
  const mended = [...standing.values()].filter(({ revision }) => revision > 1)
  return mended
    .flatMap(({ id }) => {
      const revisions = [...revisionsOf(evidence.publications, id).values()]
      return revisions.slice(1).flatMap((source, at) => {
        const earlier = revisions[at]
        if (!earlier) return []
        const [before, after] = [byKey(statedIn(earlier)), byKey(statedIn(source))]
        return compareRevisions(before, after, source, { indicator, regions })
      })
    })
    .sort(compareCorrections)
}
