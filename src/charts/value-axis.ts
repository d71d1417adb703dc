/** A value axis with round numbers and at most four lines. */
import { formatNumber } from '../text/number-text.ts'
import { greatest, least } from './extremes.ts'

export interface ValueAxis {
  readonly min: number
  readonly max: number
  readonly ticks: readonly number[]
  readonly decimals: number
}

export interface ValueAxisNeeds {
  readonly values: readonly number[]
  /** Bars and totals start at zero, always. */
  readonly isFromZero: boolean
  /** No share exceeds its whole. */
  readonly isPercent: boolean
}

/** Round steps, and what each costs against the space that it would leave empty. */
const STEPS: readonly (readonly [number, number])[] = [
  [1, 0],
  [2, 0],
  [5, 0],
  [2.5, 0.04],
  [4, 0.05],
  [3, 0.06],
  [6, 0.06],
  [8, 0.1],
]
const INTERVALS = [3, 2] as const

function spread(low: number, high: number): readonly [number, number] {
  if (high > low) return [low, high]
  return [low - Math.max(1, Math.abs(low) * 0.1), high + Math.max(1, Math.abs(high) * 0.1)]
}

function isZeroBased({ values, isFromZero }: ValueAxisNeeds): boolean {
  const low = least(values)
  const high = greatest(values)
  // Where the figures themselves span half of the way to zero, zero costs little and says more.
  return isFromZero || (low >= 0 && high - low >= 0.5 * high)
}

/** An axis that is cut has nothing to measure odd steps against. */
const PLAIN_STEPS = STEPS.filter(([step]) => [1, 2, 2.5, 5].includes(step))

function candidates(low: number, high: number, isZero: boolean) {
  const size = 10 ** Math.floor(Math.log10((high - low) / 2))
  return [size / 10, size, size * 10].flatMap((power) =>
    (isZero ? STEPS : PLAIN_STEPS).flatMap(([step, cost]) =>
      INTERVALS.map((count) => {
        const min = isZero ? 0 : Math.floor(low / (step * power) + 1e-9) * step * power
        return { min, max: min + count * step * power, step: step * power, count, cost }
      }),
    ),
  )
}

/** The axis that holds all values with the least empty space. */
export function buildValueAxis(needs: ValueAxisNeeds): ValueAxis {
  const isZero = isZeroBased(needs)
  const lowest = least(needs.values)
  const highest = greatest(needs.values)
  const [low, high] = isZero
    ? [0, highest > 0 ? highest : 1]
    : padded(lowest, highest, needs.isPercent)
  const fitting = candidates(low, high, isZero)
    .filter(({ min, max }) => min <= low + 1e-9 && max >= high - 1e-9)
    .filter(({ max }) => !needs.isPercent || highest > 100 || max <= 100 + 1e-9)
  const best = fitting.reduce<(typeof fitting)[number] | null>((leading, next) => {
    const loss = (each: typeof next) => (each.max - each.min) / (high - low) + each.cost
    return !leading || loss(next) < loss(leading) - 1e-9 ? next : leading
  }, null)
  return best ? axisOf(best.min, best.step, best.count) : axisOf(low, (high - low) / 2, 2)
}

/** Room below and above, so that no point sits on the frame. */
function padded(lowest: number, highest: number, isPercent: boolean): readonly [number, number] {
  const [low, high] = spread(lowest, highest)
  const room = (high - low) * 0.2
  const top =
    isPercent && lowest <= 100 && highest <= 100 ? Math.min(100, high + room) : high + room
  return [lowest >= 0 ? Math.max(0, low - room) : low - room, top]
}

function axisOf(min: number, step: number, count: number): ValueAxis {
  const decimals = [0, 1, 2, 3].find((digits) => Number.isInteger(round(step * 10 ** digits))) ?? 4
  const ticks = Array.from({ length: count + 1 }, (_, i) => round(min + i * step))
  return { min: round(min), max: round(min + count * step), ticks, decimals }
}

/** Sums of binary fractions: 0.30000000000000004 is 0.3. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}

export function formatTick(value: number, axis: ValueAxis): string {
  return formatNumber(value, axis.decimals)
}
