/** How far the data that a wall shows can be trusted to be of today (promise R3: never silently stale). */
import { ageOf, type Age } from './age.ts'
import { parseDay } from './period.ts'
import { longestDays, type UpdatePeriod } from './update-rhythm.ts'

/** So many update periods may pass from one publication to the next before it is said. */
const PERIODS_UNTIL_AMBER = 1.5

export interface DataAgeFacts {
  /** Day of the newest publication that says something of the region, YYYY-MM-DD. */
  readonly publishedDay: string
  /** The day on which they are judged, see judgedOn in freshness.ts; empty where there is no clock. */
  readonly today: string
  /** Last day on which the manifest calls its data valid; null where it names none. */
  readonly expires: string | null
  /** The shortest that is registered among what is shown; null: none, and then age alone is no fault. */
  readonly updatePeriod: UpdatePeriod | null
  readonly isClockPlausible: boolean
}

/** `publishedDay` as in the facts; `age` is null where there is no clock. */
export type DataAge =
  | { readonly kind: 'calm'; readonly publishedDay: string; readonly age: Age | null }
  | { readonly kind: 'amber'; readonly publishedDay: string; readonly age: Age }
  | {
      readonly kind: 'red'
      readonly publishedDay: string
      readonly age: Age
      readonly expires: string
    }
  /** No age is given by a clock that cannot be right. */
  | { readonly kind: 'implausible'; readonly publishedDay: string }

export function judgeDataAge(facts: DataAgeFacts): DataAge {
  const { publishedDay, today, expires, updatePeriod, isClockPlausible } = facts
  if (!isClockPlausible) return { kind: 'implausible', publishedDay }
  if (today === '') return { kind: 'calm', publishedDay, age: null }
  const age = ageOf(publishedDay, today)
  if (age.totalDays < 0) return { kind: 'implausible', publishedDay }
  if (expires !== null && parseDay(today) > parseDay(expires)) {
    return { kind: 'red', publishedDay, age, expires }
  }
  const mayBe = updatePeriod && longestDays(updatePeriod) * PERIODS_UNTIL_AMBER
  return { kind: mayBe !== null && age.totalDays > mayBe ? 'amber' : 'calm', publishedDay, age }
}

/** The shortest update period that any of them registers; null where none does. */
export function shortestUpdatePeriod(
  indicators: Iterable<{ readonly updatePeriod?: UpdatePeriod | undefined }>,
): UpdatePeriod | null {
  let shortest: UpdatePeriod | null = null
  for (const { updatePeriod } of indicators) {
    if (!updatePeriod) continue
    if (shortest === null || longestDays(updatePeriod) < longestDays(shortest)) {
      shortest = updatePeriod
    }
  }
  return shortest
}
