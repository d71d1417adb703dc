/** What the app reads and writes as text, in the two languages it speaks. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/**
 * The one shape of bad news: where, which kind, and a sentence that a clerk can act on.
 * `path` is a place inside a file ("observations.3.period") or a file with row and column.
 */
export interface Issue {
  readonly path: string
  readonly code: string
  readonly message: Bilingual
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

export function issue(path: string, code: string, zh: string, en: string): Issue {
  return { path, code, message: { zh, en } }
}
