/** Figures as a reader sees them: with the digits that the source printed. */
import type { Qualifier } from '../contract/snapshot.ts'
import type { ValueReading } from '../domain/reading.ts'
import type { Lang } from './lang.ts'

const MINUS = '−'

const QUALIFIER_SIGNS: Readonly<Record<Qualifier, string>> = {
  '>=': '≥',
  '>': '>',
  '<=': '≤',
  '<': '<',
  '~': '≈',
}

/** A number with fixed decimals and no grouping, as Chinese official documents print it. */
export function formatNumber(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals)
  return value < 0 && Number(digits) !== 0 ? MINUS + digits : digits
}

/** The sign of a qualifier, or nothing. */
export function formatQualifier(qualifier: Qualifier | undefined): string {
  return qualifier ? QUALIFIER_SIGNS[qualifier] : ''
}

/** Qualifier and number: "≥95", "37.85". */
export function formatReading(reading: ValueReading): string {
  return formatQualifier(reading.qualifier) + formatNumber(reading.value, reading.decimals)
}

const ENGLISH_UNITS: ReadonlyMap<string, string> = new Map([
  ['项', 'tasks'],
  ['件', 'cases'],
  ['万件', '×10⁴ cases'],
  ['家', 'enterprises'],
  ['万家', '×10⁴ enterprises'],
  ['个', ''],
  ['种', 'products'],
  ['台', 'boilers'],
  ['位', ''],
  ['套', 'sets'],
  ['辆', 'vehicles'],
  ['万辆', '×10⁴ vehicles'],
  ['块', ''],
  ['条', ''],
  ['座', 'plants'],
  ['处', 'places'],
  ['名', 'persons'],
  ['人', 'persons'],
  ['万人', '×10⁴ persons'],
  ['天', 'days'],
  ['户', 'households'],
  ['万户', '×10⁴ households'],
  ['千克', 'kg'],
  ['吨', 't'],
  ['万吨', '×10⁴ t'],
  ['亿吨', '×10⁸ t'],
  ['吨/日', 't/day'],
  ['万吨/日', '×10⁴ t/day'],
  ['立方米', 'm³'],
  ['万立方米', '×10⁴ m³'],
  ['亿立方米', '×10⁸ m³'],
  ['蒸吨', 't/h steam'],
  ['千瓦', 'kW'],
  ['万千瓦', '×10⁴ kW'],
  ['千瓦时', 'kWh'],
  ['万千瓦时', '×10⁴ kWh'],
  ['亿千瓦时', '×10⁸ kWh'],
  ['米', 'm'],
  ['公里', 'km'],
  ['万公里', '×10⁴ km'],
  ['平方米', 'm²'],
  ['万平方米', '×10⁴ m²'],
  ['平方公里', 'km²'],
  ['亩', 'mu'],
  ['万亩', '×10⁴ mu'],
  ['公顷', 'ha'],
  ['万公顷', '×10⁴ ha'],
  ['微克/立方米', 'µg/m³'],
  ['毫克/立方米', 'mg/m³'],
  ['元', 'yuan'],
  ['万元', '×10⁴ yuan'],
  ['亿元', '×10⁸ yuan'],
])

/** "1 household", but "1 ×10⁴ households": powers and symbols have no singular. */
function singular(unit: string): string {
  return /^[a-z]{3,}s$/.test(unit) ? unit.slice(0, -1) : unit
}

/**
 * The unit in the reader's language; a unit without an English form stays as it is. Of one thing,
 * where the amount is given, in the singular.
 */
export function formatUnit(unit: string, lang: Lang, amount?: number): string {
  if (lang === 'zh') return unit
  const english = ENGLISH_UNITS.get(unit) ?? unit
  return amount === 1 ? singular(english) : english
}
