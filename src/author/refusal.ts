/** One refusal: what was found and what was expected, in both languages. The place comes later. */
import { issue, type Bilingual, type Issue } from '../contract/issue.ts'

export interface Refusal {
  readonly code: string
  readonly found: Bilingual
  readonly expected: Bilingual
  /** What stands between the two; "expected" where it is absent. */
  readonly verb?: Bilingual
}

/** A text that reads the same in both languages. */
export function both(text: string): Bilingual {
  return { zh: text, en: text }
}

/** Controls, line ends, direction overrides and U+FFFD: invisible, or the trace of a lost encoding. */
const UNSHOWABLE =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff]/

/** The first character that no text may hold, as U+XXXX. */
export function findUnshowable(text: string): string | undefined {
  const character = UNSHOWABLE.exec(text)?.[0]
  if (character === undefined) return undefined
  return `U+${(character.codePointAt(0) ?? 0xfffd).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The text with what would not show, or would steer a terminal, written as U+XXXX. */
export function showPlainly(text: string): string {
  return Array.from(text, (character) => findUnshowable(character) ?? character).join('')
}

const MAX_QUOTED = 40

/** A stranger's text inside a sentence, shortened. */
export function quote(text: string): Bilingual {
  const characters = Array.from(text)
  const short =
    characters.length > MAX_QUOTED ? `${characters.slice(0, MAX_QUOTED).join('')}…` : text
  const shown = showPlainly(short)
  return { zh: `“${shown}”`, en: `"${shown}"` }
}

export function refusal(
  code: string,
  found: Bilingual,
  expectedZh: string,
  expectedEn: string,
): Refusal {
  return { code, found, expected: { zh: expectedZh, en: expectedEn } }
}

const EXPECTED: Bilingual = { zh: '应为', en: 'expected' }

/** The refusal at its place, as "<found>, <expected>". */
export function toIssue(path: string, { code, found, expected, verb = EXPECTED }: Refusal): Issue {
  // Chinese and Latin are set apart.
  const gap = /^[!-~]/.test(expected.zh) ? ' ' : ''
  const zh = `${found.zh}，${verb.zh}${gap}${expected.zh}`
  return issue(path, code, zh, `${found.en}, ${verb.en} ${expected.en}`)
}
