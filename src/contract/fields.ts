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

/** True for a web address that may become a link: http or https, no user name, nothing hidden. */
export function isSafeUrl(text: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(text)) return false
  try {
    const url = new URL(text)
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === ''
  } catch {
    return false
  }
}

export const IdSchema = v.pipe(v.string(), v.check(isSafeId, 'id'))
export const TextSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(2000))
export const DateSchema = v.pipe(v.string(), v.check(isCalendarDate, 'date'))
export const PeriodSchema = v.pipe(v.string(), v.check(isPeriodText, 'period'))
export const UrlSchema = v.pipe(v.string(), v.maxLength(2000), v.check(isSafeUrl, 'url'))
/** GB/T 2260 code of an administrative division. */
export const RegionCodeSchema = v.pipe(v.string(), v.regex(/^\d{6}$/))
export const Sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
export const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const FiniteSchema = v.pipe(v.number(), v.finite())
/** Digits after the decimal point, as the source printed them. */
export const DecimalsSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(12))
export const AudienceSchema = v.picklist(['public', 'internal'])
export const BilingualSchema = v.strictObject({ zh: TextSchema, en: TextSchema })
