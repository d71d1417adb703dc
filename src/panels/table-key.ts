/** The key that shows the numbers behind a picture. */
import { isField } from './field.ts'

/** T alone, and not while typing. */
export function isTableKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false
  const isTyping = event.target instanceof HTMLElement && isField(event.target)
  return !isTyping && event.key.toLowerCase() === 't'
}
