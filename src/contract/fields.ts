/** Field schemas that manifest, catalog and snapshot share. */
import * as v from 'valibot'
import { isCalendarDate, isPeriodText } from './calendar.ts'

/** Names that an object inherits: as a key they would reach code instead of data. */
const INHERITED_NAMES = new Set(['constructor', 'prototype'])

const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** True for an id of indicator, theme or publication: lower-case letters, digits, single hyphens. */
export function isSafeId(text: string): boolean {
  return text.length <= 80 && ID_PATTERN.test(text) && !INHERITED_NAMES.has(text)
}

/** Scheme, then a host without user name or password, then the rest. */
const URL_PATTERN = /^https?:\/\/[^\s\\/?#@]+(?:[/?#][^\s\\]*)?$/i

/** Control and format characters: the URL parser drops some, others turn the direction of reading. */
const INVISIBLE = /\p{C}/u

/** True for a web address that may become a link: http or https, no user name, nothing hidden. */
export function isSafeUrl(text: string): boolean {
  if (!URL_PATTERN.test(text) || INVISIBLE.test(text)) return false
  try {
    return new URL(text).host !== ''
  } catch {
    return false
  }
}

/** A double holds this many decimal digits of any figure; more would come back altered. */
const MOST_DIGITS = 15
const MOST_DECIMALS = 12

/** True for a figure that has the digits it claims, and that a double holds exactly as printed. */
export function hasPrintedDigits(value: number, decimals: number): boolean {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MOST_DECIMALS) return false
  const isHeld = Math.abs(value) * 10 ** decimals < 10 ** MOST_DIGITS
  return isHeld && Number(value.toFixed(decimals)) === value
}

export const IdSchema = v.pipe(v.string(), v.check(isSafeId, 'id'))
/** Something to read, not only spaces. */
export const TextSchema = v.pipe(v.string(), v.regex(/\S/), v.maxLength(2000))
export const DateSchema = v.pipe(v.string(), v.check(isCalendarDate, 'date'))
export const PeriodSchema = v.pipe(v.string(), v.check(isPeriodText, 'period'))
export const UrlSchema = v.pipe(v.string(), v.maxLength(2000), v.check(isSafeUrl, 'url'))
/** GB/T 2260 code of an administrative division. */
export const RegionCodeSchema = v.pipe(v.string(), v.regex(/^\d{6}$/))
export const Sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
export const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** 1, 2, 3 … */
export const OrdinalSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
export const FiniteSchema = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-(10 ** MOST_DIGITS)),
  v.maxValue(10 ** MOST_DIGITS),
)
/** Digits after the decimal point, as the source printed them. */
export const DecimalsSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(MOST_DECIMALS),
)
export const AUDIENCES = ['public', 'internal'] as const
/** Absent is public: what is internal stays out of the public edition of a build. */
export const AudienceSchema = v.picklist(AUDIENCES)
export const BilingualSchema = v.strictObject({ zh: TextSchema, en: TextSchema })

export type Audience = (typeof AUDIENCES)[number]
