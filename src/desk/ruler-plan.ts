/** Where the dots of the ruler of knowledge stand, in percent of its width. */
import { dateOfDay, dayNumber, parseDay } from '../domain/period.ts'
import type { SourceUse } from '../domain/source-use.ts'
import type { AsOf } from '../domain/standing.ts'

export interface RulerPlan {
  /** x of the end of what is known. */
  readonly known: string
  /** Which way the flag's text runs from there, so that it stays inside. */
  readonly flagSide: 'start' | 'end'
  readonly dots: readonly { readonly day: string; readonly x: string; readonly isKnown: boolean }[]
  readonly ticks: readonly { readonly year: number; readonly x: string }[]
  /** Days on offer, latest first. */
  readonly days: readonly string[]
}

/** Room at both ends, in percent, so that no dot is cut. */
const MARGIN = 1.5
/** More year labels than this run into each other on a laptop. */
const MOST_TICKS = 9

export function planRuler(sources: readonly SourceUse[], asOf: AsOf): RulerPlan {
  const days = [...new Set(sources.map(({ publication }) => publication.published))].sort()
  const numbers = days.map(parseDay)
  const [firstYear] = dateOfDay(Math.min(...numbers))
  const [lastYear] = dateOfDay(Math.max(...numbers))
  const start = dayNumber(firstYear, 1, 1)
  const end = dayNumber(lastYear + 1, 1, 1)
  const place = (day: number) =>
    MARGIN + ((Math.min(end, Math.max(start, day)) - start) / (end - start)) * (100 - 2 * MARGIN)
  const percent = (day: number) => `${place(day).toFixed(2)}%`
  const known = asOf === 'latest' ? Math.max(...numbers) : parseDay(asOf)
  const step = Math.ceil((lastYear - firstYear + 1) / MOST_TICKS)
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)
  return {
    known: percent(known),
    flagSide: place(known) > 60 ? 'end' : 'start',
    dots: days.map((day) => ({
      day,
      x: percent(parseDay(day)),
      isKnown: asOf === 'latest' || day <= asOf,
    })),
    ticks: years
      .filter((_, i) => i % step === 0)
      .map((year) => ({ year, x: percent(dayNumber(year, 1, 1)) })),
    days: [...days].reverse(),
  }
}
