/** The hours of a day in which a wall is looked at, and times of day as they are written: "07:30". */

export const MINUTES_PER_DAY = 24 * 60

/** Minutes since midnight; `to` is the first minute that is not on duty. `to` before `from` spans midnight. */
export interface Hours {
  readonly from: number
  readonly to: number
}

export type DutyHours = Hours | 'always'

/** 0 to 1440 for "00:00" to "24:00"; null for what is no time of day. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text)
  if (!match) return null
  const [hour, minute] = [Number(match[1]), Number(match[2])]
  const total = hour * 60 + minute
  return minute < 60 && total <= MINUTES_PER_DAY ? total : null
}

export function formatTimeOfDay(minutes: number): string {
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0')
  return `${hour}:${String(minutes % 60).padStart(2, '0')}`
}

/** "07:30-18:30" or "always". From a time to the same time could be no hour or all: it is refused. */
export function parseDutyHours(text: string): DutyHours | null {
  if (text === 'always') return 'always'
  const [first, second, ...more] = text.split(/[-–]/)
  const from = parseTimeOfDay(first ?? '')
  const to = parseTimeOfDay(second ?? '')
  if (from === null || to === null || more.length > 0) return null
  if (from === MINUTES_PER_DAY || from === to) return null
  // Until midnight is until the end of the day.
  const end = to === 0 ? MINUTES_PER_DAY : to
  return from === 0 && end === MINUTES_PER_DAY ? 'always' : { from, to: end }
}

export function formatDutyHours(hours: DutyHours): string {
  if (hours === 'always') return hours
  return `${formatTimeOfDay(hours.from)}-${formatTimeOfDay(hours.to)}`
}

/** `minuteOfDay` counts from midnight, 0 to 1439, in the zone of the wall. */
export function isWithin(hours: DutyHours, minuteOfDay: number): boolean {
  if (hours === 'always') return true
  const { from, to } = hours
  return from < to
    ? minuteOfDay >= from && minuteOfDay < to
    : minuteOfDay >= from || minuteOfDay < to
}
