/**
 * Texts that a spreadsheet would run as a formula carry an apostrophe in our CSV (OWASP, CVE-2021-41270;
 * the full-width signs because Chinese input methods write them). Only text cells: a number that
 * begins with a minus stays a number.
 */
const STARTS_LIKE_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

export function guardFormula(text: string): string {
  return STARTS_LIKE_FORMULA.test(text) ? `'${text}` : text
}

/** The text that was guarded. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && STARTS_LIKE_FORMULA.test(text) ? text.slice(1) : text
}
