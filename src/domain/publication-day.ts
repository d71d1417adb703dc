/** What was said of one thing, day by day of publication. */
import type { Publication } from '../contract/statement.ts'

interface Said {
  readonly source: Publication
}

export interface PublicationDay<T extends Said> {
  /** Of what was published that day, the one that stands by precedence. */
  readonly now: T
  /** What else was said that day; it never stood. */
  readonly beside: readonly T[]
  /** What stood before the day. */
  readonly before?: T
}

/** First to last; `said` stands in the order of precedence, latest first. */
export function daysOf<T extends Said>(said: readonly T[]): readonly PublicationDay<T>[] {
  const byDay = new Map<string, T[]>()
  for (const each of said) {
    const day = byDay.get(each.source.published)
    if (day) day.push(each)
    else byDay.set(each.source.published, [each])
  }
  const days: PublicationDay<T>[] = []
  for (const [now, ...beside] of [...byDay.values()].reverse()) {
    const before = days[days.length - 1]?.now
    if (now) days.push({ now, beside, ...(before ? { before } : {}) })
  }
  return days
}

/** One that was said on a day beside the others. */
export interface SaidOfDay<T> {
  readonly now: T
  /** What stood before the day; for one that never stood and says what does, that. */
  readonly before?: T
  /** What others said otherwise that day. */
  readonly rivals: readonly T[]
  /** False for one that only agrees with what stands since that day. */
  readonly isDeed: boolean
}

export function saidOn<T extends Said>(
  { now, beside, before }: PublicationDay<T>,
  isOther: (a: T, b: T) => boolean,
): readonly SaidOfDay<T>[] {
  const all = [now, ...beside]
  return all.map((each) => {
    const rivals = all.filter((other) => isOther(other, each))
    const isDeed = each === now || rivals.length > 0
    const stood = isDeed ? before : now
    return { now: each, ...(stood ? { before: stood } : {}), rivals, isDeed }
  })
}
