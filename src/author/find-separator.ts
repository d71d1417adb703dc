/** What separates the fields of a table: commas, or tabs as in a spreadsheet's "Unicode text". */
import type { Issue } from '../contract/issue.ts'
import { toIssue } from './refusal.ts'
import { FOREIGN_SEPARATORS, foreignSeparator } from './table-messages.ts'

export type Separator = ',' | '\t'

/** Of the text of a file with `\n` as line end. */
export function separatorOf(text: string): Separator {
  const header = text.slice(0, text.indexOf('\n') + 1 || text.length)
  return header.includes('\t') ? '\t' : ','
}

/**
 * The first line that is one field only because others separate its fields: said once, for the
 * whole file. A header names several columns; a row of a single field has all too few.
 */
export function findForeignSeparator(
  file: string,
  lines: readonly (readonly string[])[],
): Issue | undefined {
  for (const [at, [only = '', ...others]] of lines.entries()) {
    if (others.length > 0) continue
    const width = at === 0 ? 2 : (lines[0]?.length ?? 0)
    const found = FOREIGN_SEPARATORS.find((each) => only.split(each).length >= width)
    if (found && width > 1) return toIssue(`${file}:${at + 1}:*`, foreignSeparator(found))
  }
  return undefined
}
