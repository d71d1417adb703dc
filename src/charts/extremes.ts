/** Least and greatest of many numbers: spread into Math.min, a long series would overflow the stack. */
export function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity)
}

export function greatest(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), -Infinity)
}
