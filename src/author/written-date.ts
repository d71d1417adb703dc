/** Dates and periods as people write them → how they are written here, where that is certain. */
import { isCalendarDate, isPeriodText } from '../contract/calendar.ts'

/** The year first, so that day and month cannot be mistaken for each other. */
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/
/** Not "2024.1", which a spreadsheet makes of 2024.10. */
const MONTH = /^(\d{4})[-/年](\d{1,2})月?$/
const MONTHS = /^(\d{4})年(\d{1,2})月?[-—~至](\d{1,2})月$/
const YEAR = /^(\d{4})年度?$/

function twoDigits(text: string): string {
  return text.padStart(2, '0')
}

function readDay(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? COMPACT_DAY.exec(text) ?? []
  return year === '' ? undefined : `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

/** The day that was meant, as 2024-07-01; undefined where it is not certain or does not exist. */
export function suggestDate(found: string): string | undefined {
  const day = readDay(found.replace(/\s/g, ''))
  return day !== undefined && isCalendarDate(day) ? day : undefined
}

function readPeriod(text: string): string | undefined {
  const [, year = '', month = ''] = MONTH.exec(text) ?? []
  if (year !== '') return `${year}-${twoDigits(month)}`
  const [, of = '', from = '', to = ''] = MONTHS.exec(text) ?? []
  if (of !== '') return `${of}-${twoDigits(from)}/${of}-${twoDigits(to)}`
  return YEAR.exec(text)?.[1]
}

/** The month, months or year that were meant; days are dates. */
export function suggestPeriod(found: string): string | undefined {
  const period = readPeriod(found.replace(/\s/g, ''))
  return period !== undefined && isPeriodText(period) ? period : undefined
}

const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** A cell in which 2024-05 was typed, as Excel shows it: "May-24", "24-May", "24年5月". */
const NAMED_MONTH = /^(?:([a-z]{3,4})-(\d{2})|(\d{2})-([a-z]{3,4}))$/
const SHORT_MONTH = /^(\d{2})年(\d{1,2})月$/

/** The month that was typed, probably; undefined for what no spreadsheet makes of a month. */
export function suggestTurnedPeriod(found: string): string | undefined {
  const text = found.replace(/\s/g, '').toLowerCase()
  const [, before, yearAfter, yearBefore, after] = NAMED_MONTH.exec(text) ?? []
  const [, shortYear, shortMonth = ''] = SHORT_MONTH.exec(text) ?? []
  const name = (before ?? after ?? '').replace(/^sept$/, 'sep')
  const month = shortYear === undefined ? String(MONTH_NAMES.indexOf(name) + 1) : shortMonth
  const period = `20${yearAfter ?? yearBefore ?? shortYear ?? ''}-${twoDigits(month)}`
  return isPeriodText(period) ? period : undefined
}
