/** The publications known on a day, by year, with what each of them gave. */
import type { Catalog, Region } from '../contract/catalog.ts'
import type { Grade } from '../contract/snapshot.ts'
import type { Publication } from '../contract/statement.ts'
import { regionsSpokenOf } from './spoken.ts'
import { comparePrecedence, standingPublications, type AsOf } from './standing.ts'

export interface SourceEntry {
  readonly publication: Publication
  /** Regions of its figures and targets, in the order of the catalog. */
  readonly regions: readonly Region[]
}

export interface SourceYear {
  readonly year: string
  /** Latest first. */
  readonly entries: readonly SourceEntry[]
  readonly figures: number
  readonly targets: number
}

export interface SourceTotals {
  readonly publications: number
  readonly figures: number
  readonly targets: number
}

export interface SourceList extends SourceTotals {
  /** Latest first. */
  readonly years: readonly SourceYear[]
  /** Days of the first and of the last publication; absent where there is none. */
  readonly first?: string
  readonly last?: string
  /** Publications of later days than the one asked for: counted, not listed. */
  readonly later: number
  /** How many publications of each grade are known. */
  readonly grades: ReadonlyMap<Grade, number>
}

/** Regions of its figures and targets, in the order of the catalog. */
export function regionsOf(publication: Publication, catalog: Catalog): readonly Region[] {
  const codes = new Set([
    ...regionsSpokenOf(publication),
    ...publication.targets.map((target) => target.region),
  ])
  return catalog.regions.filter((region) => codes.has(region.code))
}

function totalsOf(publications: readonly Publication[]): SourceTotals {
  return {
    publications: publications.length,
    figures: publications.reduce((sum, each) => sum + each.observationCount, 0),
    targets: publications.reduce((sum, each) => sum + each.targets.length, 0),
  }
}

function groupByYear(publications: readonly Publication[], catalog: Catalog): SourceYear[] {
  const byYear = new Map<string, Publication[]>()
  for (const publication of publications) {
    const year = publication.published.slice(0, 4)
    byYear.set(year, [...(byYear.get(year) ?? []), publication])
  }
  return [...byYear].map(([year, group]) => ({
    year,
    entries: group.map((publication) => ({
      publication,
      regions: regionsOf(publication, catalog),
    })),
    figures: totalsOf(group).figures,
    targets: totalsOf(group).targets,
  }))
}

/** Of years only these publications, with what they gave; years without one drop out. */
export function narrowYears(
  years: readonly SourceYear[],
  ids: ReadonlySet<string>,
): readonly SourceYear[] {
  return years.flatMap(({ year, entries }) => {
    const kept = entries.filter(({ publication }) => ids.has(publication.id))
    const { figures, targets } = totalsOf(kept.map(({ publication }) => publication))
    return kept.length > 0 ? [{ year, entries: kept, figures, targets }] : []
  })
}

function countGrades(publications: readonly Publication[]): ReadonlyMap<Grade, number> {
  const grades = new Map<Grade, number>()
  for (const { grade } of publications) grades.set(grade, (grades.get(grade) ?? 0) + 1)
  return grades
}

/**
 * Lists what is known on a day; of one grade only, where one is named and there are such. Totals
 * and grades count all.
 */
export function listSources(
  publications: readonly Publication[],
  catalog: Catalog,
  asOf: AsOf,
  grade?: Grade,
): SourceList {
  const known = [...standingPublications(publications, asOf).values()].sort(comparePrecedence)
  const all = standingPublications(publications, 'latest').size
  const ofGrade = known.filter((each) => each.grade === grade)
  const shown = ofGrade.length > 0 ? ofGrade : known
  const [last, first] = [known[0], known[known.length - 1]]
  return {
    ...totalsOf(known),
    years: groupByYear(shown, catalog),
    ...(first && last ? { first: first.published, last: last.published } : {}),
    later: all - known.length,
    grades: countGrades(known),
  }
}
