/** Which picture says more than the figure alone, decided from what is known. */
import type { Series } from './series.ts'
import { isEndLevel } from './series.ts'

/**
 * stretches: means over the time they average · columns: yearly flows from zero · steps: a growing
 * total · line: a level, three or more comparable points · slope: two · ranks: places from the top ·
 * parts: a known whole as squares or a bar · share: one percentage as a bar · fact: no picture.
 */
export type Form =
  'stretches' | 'columns' | 'steps' | 'line' | 'slope' | 'ranks' | 'parts' | 'share' | 'fact'

/** The largest number of points that compare with one another. */
export function longestRun(series: Series): number {
  return Math.max(0, ...series.runs.map((run) => run.points.length))
}

/** The picture over time of two figures or more. */
function timeForm(series: Series): Form {
  const { accumulation } = series.indicator
  if (accumulation === 'mean' || accumulation === 'percentile') return 'stretches'
  if (accumulation === 'flow') return 'columns'
  if (accumulation === 'rank') return 'ranks'
  if (accumulation === 'cumulative' && series.contradictions.length === 0) return 'steps'
  return longestRun(series) >= 3 ? 'line' : 'slope'
}

export function chooseForm(series: Series, hasParts: boolean, hasTargets: boolean): Form {
  const { indicator, points } = series
  const count = points.filter((point) => point.reading.kind === 'value').length
  // A whole says one moment; where nothing compares over time, that is the most there is to say.
  if (hasParts && (count < 2 || longestRun(series) < 2)) return 'parts'
  if (count >= 2) return timeForm(series)
  if (count === 1 && isEndLevel(indicator) && indicator.unit === '%') return 'share'
  // One year's work is worth a picture beside what that year, or the next, was to bring.
  return indicator.accumulation === 'flow' && hasTargets ? 'columns' : 'fact'
}

/** The forms that are drawn on a time axis. */
export function isTimeForm(form: Form): boolean {
  return form !== 'parts' && form !== 'share' && form !== 'fact'
}
