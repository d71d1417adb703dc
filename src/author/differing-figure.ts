/** A figure that another document gave otherwise: taken, and told, since it will show as a revision. */
import type { Catalog } from '../contract/catalog.ts'
import type { Issue } from '../contract/issue.ts'
import type { Observation, Snapshot } from '../contract/snapshot.ts'
import { readObservation } from '../domain/reading.ts'
import { compareReadings } from '../domain/vintage-change.ts'
import { indexCatalog } from './catalog-index.ts'
import type { Draft } from './group-figures.ts'
import { formatFigure } from './figure-words.ts'
import { figureDiffers } from './publishing-messages.ts'
import { observationKey } from './record-key.ts'
import { standingFigures, type PublishedFigure } from './standing-figures.ts'

/** A figure where there was none takes nobody's place; a withdrawn one is another. */
function differs(earlier: Observation, now: Observation, unit: string): boolean {
  const [before, after] = [readObservation(earlier, unit), readObservation(now, unit)]
  return before.kind === 'value' && compareReadings(before, after) === 'other'
}

function indexByKey(figures: readonly PublishedFigure[]): Map<string, PublishedFigure[]> {
  const index = new Map<string, PublishedFigure[]>()
  for (const figure of figures) {
    const key = observationKey(figure.observation)
    const known = index.get(key)
    if (known) known.push(figure)
    else index.set(key, [figure])
  }
  return index
}

export function findDifferingFigures(
  drafts: readonly Draft[],
  catalog: Catalog,
  published: readonly Snapshot[],
): Issue[] {
  const { indicators } = indexCatalog(catalog)
  const index = indexByKey(standingFigures(published))
  return drafts.flatMap(({ row, observations }) =>
    observations.flatMap(({ figure, path }) => {
      const unit = indicators.get(figure.indicator)?.unit ?? figure.unit
      return (index.get(observationKey(figure)) ?? [])
        .filter(({ publication }) => publication !== row.facts.id)
        .filter(({ publication }) => publication !== figure.contradicts)
        .filter(({ observation }) => differs(observation, figure, unit))
        .map(({ observation, publication, published: day }) =>
          figureDiffers(path('value'), {
            earlier: formatFigure(observation),
            from: publication,
            isSameDay: day === row.facts.published,
          }),
        )
    }),
  )
}
