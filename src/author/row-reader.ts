/** The cells of one row as values; what cannot be read is noted at its place and comes back undefined. */
import { isCalendarDate, isPeriodText } from '../contract/calendar.ts'
import { isSafeId, isSafeUrl } from '../contract/fields.ts'
import type { Issue } from '../contract/issue.ts'
import { findChoice, type WordOf } from './choice-words.ts'
import type { ColumnName } from './column-names.ts'
import { unguardFormula } from './formula-guard.ts'
import { foldFullWidth } from './full-width.ts'
import type { Row } from './read-table.ts'
import { findUnshowable, toIssue, type Refusal } from './refusal.ts'
import * as say from './value-messages.ts'

/** As in the contract's TextSchema. */
const MAX_TEXT_LENGTH = 2000

function isShortSafeUrl(text: string): boolean {
  return text.length <= MAX_TEXT_LENGTH && isSafeUrl(text)
}

function checkText(found: string): Refusal | undefined {
  const hidden = findUnshowable(found)
  if (hidden !== undefined) return say.unshowableCharacter(hidden)
  if (found.length <= MAX_TEXT_LENGTH) return undefined
  return say.textTooLong(found.length, MAX_TEXT_LENGTH)
}

type ReadChoice = <T extends string>(
  column: ColumnName,
  choices: readonly T[],
  code: string,
  wordOf?: WordOf<T>,
) => T | undefined

export interface RowReader {
  readonly row: Row
  /** Notes a finding; undefined, so that it can be returned. */
  readonly refuse: (column: ColumnName, refusal: Refusal) => undefined
  /** A code or number, full-width characters folded; '' where there is none. */
  readonly code: (column: ColumnName) => string
  /** A text as it stands; undefined where there is none. */
  readonly text: (column: ColumnName) => string | undefined
  readonly requiredText: (column: ColumnName) => string | undefined
  readonly requiredCode: (column: ColumnName) => string | undefined
  readonly id: (column: ColumnName) => string | undefined
  readonly optionalUrl: (column: ColumnName) => string | undefined
  readonly date: (column: ColumnName) => string | undefined
  readonly period: (column: ColumnName) => string | undefined
  /** A code of the list, or the word that the pages have for it. */
  readonly choice: ReadChoice
  readonly optionalChoice: ReadChoice
}

export function readRow(row: Row, issues: Issue[]): RowReader {
  const refuse = (column: ColumnName, refusal: Refusal): undefined => {
    issues.push(toIssue(row.path(column), refusal))
  }
  const code = (column: ColumnName) => foldFullWidth(row.cell(column)).trim()
  const text = (column: ColumnName) => {
    const found = unguardFormula(row.cell(column))
    if (found === '') return undefined
    const refusal = checkText(found)
    return refusal ? refuse(column, refusal) : found
  }
  const checked = (
    column: ColumnName,
    isGood: (found: string) => boolean,
    refusal: (found: string) => Refusal,
  ) => {
    const found = code(column)
    return isGood(found) ? found : refuse(column, refusal(found))
  }
  const choice: ReadChoice = (column, choices, name, wordOf) => {
    const found = code(column)
    const chosen = findChoice(found, choices, wordOf)
    return chosen ?? refuse(column, say.notAChoice(name, found, choices, wordOf))
  }
  return {
    row,
    refuse,
    code,
    text,
    requiredText: (column) =>
      row.cell(column) === '' ? refuse(column, say.emptyCell(column)) : text(column),
    requiredCode: (column) =>
      checked(
        column,
        (found) => found !== '',
        () => say.emptyCell(column),
      ),
    id: (column) => checked(column, isSafeId, say.badId),
    optionalUrl: (column) =>
      code(column) === '' ? undefined : checked(column, isShortSafeUrl, say.badUrl),
    date: (column) => checked(column, isCalendarDate, say.badDate),
    period: (column) => checked(column, isPeriodText, say.badPeriod),
    choice,
    optionalChoice: (column, choices, name, wordOf) =>
      code(column) === '' ? undefined : choice(column, choices, name, wordOf),
  }
}
