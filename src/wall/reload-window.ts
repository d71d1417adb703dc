/** When in the day the wall reloads itself: at the hour asked for, in the dark if there is any. */
import { isWithin, MINUTES_PER_DAY, type DutyHours, type Hours } from '../slides/duty-hours.ts'

/** So that the walls of a house do not all ask in the same minute. */
const JITTER_MINUTES = 10
/** For a wall that is always on duty: if the reload fails for so long, it is left for the next day. */
const LONGEST_ON_DUTY = 60

function wrap(minutes: number): number {
  return ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY
}

/** The first of them that lies in the dark; else the last. */
function darkest(hours: DutyHours, choices: readonly [number, number, number]): number {
  return choices.map(wrap).find((minute) => !isWithin(hours, minute)) ?? wrap(choices[2])
}

/**
 * Minutes of the day in which to reload; it may span midnight. `random` is 0 up to 1 and moves the
 * start by ten minutes at most. An hour on duty is put off until just after duty, and the window ends
 * when duty begins.
 */
export function planReloadWindow(reloadAt: number, hours: DutyHours, random: number): Hours {
  const jitter = Math.round((2 * random - 1) * JITTER_MINUTES)
  if (hours === 'always') {
    const from = wrap(reloadAt + jitter)
    return { from, to: wrap(from + LONGEST_ON_DUTY) }
  }
  const base = isWithin(hours, reloadAt) ? hours.to + JITTER_MINUTES : reloadAt
  return { from: darkest(hours, [base + jitter, base - jitter, base]), to: hours.from }
}
