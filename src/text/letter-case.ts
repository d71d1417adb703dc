/** Letters of English names inside a sentence. */

/** In the middle of a sentence; names of substances keep their capitals. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
