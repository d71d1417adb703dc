/**
 * Exact decimal numbers, for scaling between units without 31999.999…
 * A decimal is `digits × 10^-scale`; 6.0 is {60n, 1}, so printed digits survive.
 */
export interface Decimal {
  readonly digits: bigint
  /** Digits after the point, 0 or more. */
  readonly scale: number
}

/** Reads plain notation only ("-12.50"); null for anything else, exponents included. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length }
}

/** The decimal that a JSON number with its printed digits stands for. */
export function decimalOf(value: number, decimals: number): Decimal {
  const parsed = parseDecimal(value.toFixed(decimals))
  if (!parsed) throw new RangeError(`not a plain decimal: ${value}`)
  return parsed
}

export function formatDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`
}

export function decimalToNumber(decimal: Decimal): number {
  return Number(formatDecimal(decimal))
}

/** Moves the point: × 10^power. Precision goes with it: 3.2 × 10⁴ is 32000, 378500 × 10⁻⁴ is 37.8500. */
export function shiftPoint({ digits, scale }: Decimal, power: number): Decimal {
  const moved = scale - power
  return moved >= 0
    ? { digits, scale: moved }
    : { digits: digits * 10n ** BigInt(-moved), scale: 0 }
}

export function multiply({ digits, scale }: Decimal, by: bigint): Decimal {
  return { digits: digits * by, scale }
}

/** Exact division, or null where the result has no finite form at this precision plus two digits. */
export function divideExactly({ digits, scale }: Decimal, by: bigint): Decimal | null {
  for (let extra = 0; extra <= 2; extra += 1) {
    const widened = digits * 10n ** BigInt(extra)
    if (widened % by === 0n) return { digits: widened / by, scale: scale + extra }
  }
  return null
}
