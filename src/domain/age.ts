/** How old a day of data is, in whole calendar years and months. Today comes in as an argument. */
import { dateOfDay, parseDay } from './period.ts'

export interface Age {
  readonly years: number
  readonly months: number
  /** Whole days altogether; negative where the clock stands before the day, which cannot be right. */
  readonly totalDays: number
}

export function ageOf(day: string, today: string): Age {
  const totalDays = parseDay(today) - parseDay(day)
  const [fromYear, fromMonth, fromDate] = dateOfDay(parseDay(day))
  const [toYear, toMonth, toDate] = dateOfDay(parseDay(today))
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDate < fromDate ? 1 : 0)
  const whole = Math.max(0, months)
  return { years: Math.floor(whole / 12), months: whole % 12, totalDays }
}
