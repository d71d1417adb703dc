/** Places where a key is text, not a command. */

interface FieldLike {
  readonly tagName: string
  readonly isContentEditable: boolean
}

const FIELDS: ReadonlySet<string> = new Set(['INPUT', 'TEXTAREA', 'SELECT'])

/** True where a key press is meant for what has the focus, not for the page. */
export function isField(element: FieldLike | null): boolean {
  return element !== null && (FIELDS.has(element.tagName) || element.isContentEditable)
}
