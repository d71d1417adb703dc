/** The closed table of units, and exact scaling between units of one dimension. */
import { divideExactly, multiply, shiftPoint, type Decimal } from './decimal.ts'

export interface Unit {
  readonly dimension: string
  /** The unit is 10^power × multiple of its dimension's base. */
  readonly power: number
  readonly multiple: bigint
}

function unit(dimension: string, power = 0, multiple = 1n): Unit {
  return { dimension, power, multiple }
}

/**
 * Counting words are dimensions of their own: 家 (enterprises) never turns into 个 (projects).
 * 1 公顷 = 15 亩 (国务院《关于在我国统一实行法定计量单位的命令》, 1984).
 */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...['项', '件', '家', '个', '种', '台', '位', '套', '辆', '块', '条', '座', '处', '名'].map(
    (word) => [word, unit(`count:${word}`)] as const,
  ),
  ['万辆', unit('count:辆', 4)],
  ['万家', unit('count:家', 4)],
  ['万件', unit('count:件', 4)],
  ['户', unit('households')],
  ['万户', unit('households', 4)],
  ['人', unit('persons')],
  ['万人', unit('persons', 4)],
  ['天', unit('days')],
  ['%', unit('share')],
  ['‰', unit('share', -1)],
  ['千克', unit('mass', -3)],
  ['吨', unit('mass')],
  ['万吨', unit('mass', 4)],
  ['亿吨', unit('mass', 8)],
  ['吨/日', unit('mass-per-day')],
  ['万吨/日', unit('mass-per-day', 4)],
  ['立方米', unit('volume')],
  ['万立方米', unit('volume', 4)],
  ['亿立方米', unit('volume', 8)],
  ['蒸吨', unit('steam')],
  ['千瓦', unit('power')],
  ['万千瓦', unit('power', 4)],
  ['千瓦时', unit('energy')],
  ['万千瓦时', unit('energy', 4)],
  ['亿千瓦时', unit('energy', 8)],
  ['米', unit('length')],
  ['公里', unit('length', 3)],
  ['万公里', unit('length', 7)],
  ['平方米', unit('area')],
  ['平方公里', unit('area', 6)],
  ['万平方米', unit('area', 4)],
  ['亩', unit('land')],
  ['万亩', unit('land', 4)],
  ['公顷', unit('land', 0, 15n)],
  ['万公顷', unit('land', 4, 15n)],
  ['微克/立方米', unit('concentration', -3)],
  ['毫克/立方米', unit('concentration')],
  ['元', unit('money')],
  ['万元', unit('money', 4)],
  ['亿元', unit('money', 8)],
] as const)

export function findUnit(name: string): Unit | undefined {
  return UNITS.get(name)
}

export function knownUnits(): readonly string[] {
  return [...UNITS.keys()]
}

/** True where a figure in one unit can be shown in the other. */
export function isSameDimension(a: string, b: string): boolean {
  const left = UNITS.get(a)
  return left !== undefined && left.dimension === UNITS.get(b)?.dimension
}

/**
 * The same quantity in another unit, exactly; null where the units differ in dimension or the
 * result has no finite decimal form.
 */
export function scaleUnit(value: Decimal, from: string, to: string): Decimal | null {
  if (from === to) return value
  const source = UNITS.get(from)
  const target = UNITS.get(to)
  if (!source || !target || source.dimension !== target.dimension) return null
  const divided = divideExactly(multiply(value, source.multiple), target.multiple)
  return divided && shiftPoint(divided, source.power - target.power)
}
