/** Freezes plain data through and through; a frozen object can never become a reactive proxy. */
export function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const entry of Object.values(value)) freezeDeep(entry)
  }
  return value
}
