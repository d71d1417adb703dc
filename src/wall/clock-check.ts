/** Whether the wall's clock can be right, judged by what was published and by a clock that nobody sets. */
import { parseDay } from '../domain/period.ts'

/** Days are YYYY-MM-DD; null where it is not known. */
export interface ClockFacts {
  /** By the clock in doubt, in the wall's own zone. */
  readonly today: string
  /** Day on which the manifest was written. */
  readonly writtenDay: string | null
  /** Of the latest publication that is stored. */
  readonly publishedDay: string | null
  /** Day on which the data of this build were written. */
  readonly buildDay: string | null
}

export type ClockVerdict =
  | { readonly kind: 'plausible' }
  | {
      readonly kind: 'implausible'
      readonly reason:
        'before-written' | 'before-publication' | 'before-build' | 'far-ahead' | 'ran-back'
    }

/** One look at both clocks, in milliseconds: `Date.now()` and `performance.now()`. */
export interface ClockSample {
  readonly wallMs: number
  readonly steadyMs: number
}

export interface ClockWatch {
  readonly last: ClockSample
  /** On the steady clock; null where the clock has not run back. */
  readonly ranBackAtMs: number | null
}

/** No wall shows the data of one generation for so long; the battery of its clock may well have died. */
const YEARS_AFTER_WRITTEN = 10
/** Correction of a few seconds is a time server's daily work. */
const RAN_BACK_MS = 60_000
/** So long after it ran back a clock that looks right is believed again. */
const DOUBT_MS = 10 * 60_000

/**
 * To be called now and then, a minute apart or so. A clock that leaps ahead is not doubted for it:
 * after a night's sleep of the machine that is what it does, and what was wrong before it is over.
 */
export function watchClock(before: ClockWatch | null, sample: ClockSample): ClockWatch {
  if (!before) return { last: sample, ranBackAtMs: null }
  const { last } = before
  const gainedMs = sample.wallMs - last.wallMs - (sample.steadyMs - last.steadyMs)
  const hasRunBack = gainedMs < -RAN_BACK_MS
  return { last: sample, ranBackAtMs: hasRunBack ? sample.steadyMs : before.ranBackAtMs }
}

/** A day's grace: who wrote it may sit in another zone, where it is tomorrow already. */
function isBeforeWritten(today: string, written: string | null): boolean {
  return written !== null && parseDay(today) < parseDay(written) - 1
}

function isFarAhead(today: string, written: string | null): boolean {
  if (written === null) return false
  const year = Number(written.slice(0, 4))
  return today > `${year + YEARS_AFTER_WRITTEN}${written.slice(4)}`
}

/** Only what is known now counts: a clock that is put right is right again at once. */
export function judgeClock(facts: ClockFacts, watch: ClockWatch | null): ClockVerdict {
  const { today, writtenDay, publishedDay, buildDay } = facts
  if (isBeforeWritten(today, writtenDay)) return { kind: 'implausible', reason: 'before-written' }
  if (publishedDay !== null && today < publishedDay) {
    return { kind: 'implausible', reason: 'before-publication' }
  }
  if (isBeforeWritten(today, buildDay)) return { kind: 'implausible', reason: 'before-build' }
  if (isFarAhead(today, writtenDay)) return { kind: 'implausible', reason: 'far-ahead' }
  const ranBackAtMs = watch?.ranBackAtMs ?? null
  const isDoubted =
    watch !== null && ranBackAtMs !== null && watch.last.steadyMs - ranBackAtMs < DOUBT_MS
  return isDoubted ? { kind: 'implausible', reason: 'ran-back' } : { kind: 'plausible' }
}
