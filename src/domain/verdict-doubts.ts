/** 临界: what would give a target another verdict. */
import { decide, isReckoned, type Matter } from './decide-target.ts'
import { isAssessed, type Decision, type Doubt, type Verdict } from './judgement.ts'
import type { Point } from './point.ts'
import { roundingOf, type Reading } from './reading.ts'
import type { Series } from './series.ts'

/** What other documents say instead: rivals of the same day, and the other side of a contradiction. */
export function disputesOf(point: Point, series: readonly Series[]): readonly Reading[] {
  const against = series
    .flatMap(({ contradictions }) => contradictions)
    .flatMap((each) => {
      if (each.point === point) return each.other ? [each.other.reading] : []
      return each.other === point ? [each.point.reading] : []
    })
  return [...point.rivals.map(({ reading }) => reading), ...against]
}

/** The point with its value moved by so many halves of its last printed digit. */
function moved(point: Point, halves: -1 | 1): Point {
  const { reading } = point
  if (reading.kind === 'missing') return point
  return { ...point, reading: { ...reading, value: reading.value + halves * roundingOf(reading) } }
}

function firstOther(
  verdict: Verdict,
  matter: Matter,
  variants: readonly (readonly Point[])[],
): Verdict | undefined {
  return variants
    .map((points) => decide({ ...matter, points }).verdict)
    .find((other) => other !== verdict && isAssessed(other))
}

/** Only what was assessed can be overturned, and only by what is assessed too. */
export function doubtsOf(
  matter: Matter,
  { verdict, point }: Decision,
  disputes: readonly Reading[],
): readonly Doubt[] {
  if (!isAssessed(verdict) || !point) return []
  const { points } = matter
  const replaced = (by: Point) => points.map((each) => (each === point ? by : each))
  const settled = points.filter(({ status }) => status !== 'P')
  const isExact = isReckoned(point.reading)
  const trials: readonly (readonly [Doubt['kind'], readonly (readonly Point[])[]])[] = [
    ['rounding', isExact ? [replaced(moved(point, -1)), replaced(moved(point, 1))] : []],
    ['last-point', [points.filter((each) => each !== points[points.length - 1])]],
    ['provisional', settled.length < points.length ? [settled] : []],
    ['disputed', disputes.map((reading) => replaced({ ...point, reading }))],
  ]
  return trials.flatMap(([kind, variants]) => {
    const other = firstOther(verdict, matter, variants)
    return other ? [{ kind, verdict: other }] : []
  })
}
