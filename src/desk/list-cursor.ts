/** Which option of a list stands under the cursor after a key; the list is a ring. */

/** Null where the key does not move the cursor. −1 is no option. */
export function moveCursor(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return at + 1 < count ? at + 1 : 0
  if (key === 'ArrowUp') return at > 0 ? at - 1 : count - 1
  return null
}
