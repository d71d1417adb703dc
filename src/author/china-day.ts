/** The day on which a moment falls in China, whose publications these are: one zone, no summer time. */
import { dayText, parseDay } from '../domain/period.ts'

const CHINA_OFFSET_MINUTES = 8 * 60
const DAY_MINUTES = 24 * 60

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d).*?(?:Z|([+-])(\d\d):(\d\d))$/

/** `moment` is ISO 8601 with offset. */
export function dayInChina(moment: string): string {
  const [, day = '', hours, minutes, sign, hoursEast = 0, minutesEast = 0] =
    MOMENT.exec(moment) ?? []
  if (day === '') throw new RangeError(`not a moment: ${moment}`)
  const east = (sign === '-' ? -1 : 1) * (Number(hoursEast) * 60 + Number(minutesEast))
  const inChina = Number(hours) * 60 + Number(minutes) - east + CHINA_OFFSET_MINUTES
  return dayText(parseDay(day) + Math.floor(inChina / DAY_MINUTES))
}
