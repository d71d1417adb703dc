/** Rows of observations.csv → observations and the publication that each belongs to. */
import {
  OBSERVATION_STATUSES,
  QUALIFIERS,
  type Observation,
  type ObservationStatus,
  type Qualifier,
} from '../contract/snapshot.ts'
import { formatStatus } from '../text/status-text.ts'
import { readAudience } from './audience-column.ts'
import type { ColumnName } from './column-names.ts'
import { isRefusal, parseNumberText, type WrittenNumber } from './number-text.ts'
import { readRevision } from './publication-rows.ts'
import type { RowReader } from './row-reader.ts'
import { notAChoice } from './value-messages.ts'

/** A figure of the input, of one publication, with the places of its cells. */
export interface FigureRow<T> {
  readonly publication: string
  readonly revision: number | undefined
  readonly figure: T
  readonly path: (column: ColumnName) => string
}

const QUALIFIER_SIGNS: ReadonlyMap<string, Qualifier> = new Map([
  ...QUALIFIERS.map((sign) => [sign, sign] as const),
  ['≥', '>='],
  ['≤', '<='],
])

function readQualifier(reader: RowReader): Qualifier | undefined {
  const found = reader.code('qualifier')
  if (found === '') return undefined
  const refusal = notAChoice('unknown-qualifier', found, QUALIFIERS)
  return QUALIFIER_SIGNS.get(found) ?? reader.refuse('qualifier', refusal)
}

/**
 * Without a status it is A: SDMX's code list names A as the default "if no value is provided".
 * Without a value it is M, whose reason is asked for later.
 */
function readStatus(reader: RowReader): ObservationStatus | undefined {
  if (reader.code('status') === '') return reader.code('value') === '' ? 'M' : 'A'
  return reader.choice('status', OBSERVATION_STATUSES, 'unknown-status', formatStatus)
}

/** A cell of numbers in the row's unit. */
export function readNumber(
  reader: RowReader,
  column: ColumnName,
  unit: string,
): WrittenNumber | undefined {
  const written = parseNumberText(reader.row.cell(column), unit)
  return isRefusal(written) ? reader.refuse(column, written) : written
}

export function readObservation(reader: RowReader): FigureRow<Observation> | undefined {
  const publication = reader.requiredCode('publication')
  const revision = readRevision(reader)
  const indicator = reader.requiredCode('indicator')
  const region = reader.requiredCode('region')
  const period = reader.period('period')
  const unit = reader.requiredCode('unit')
  const status = readStatus(reader)
  const isMissing = reader.code('value') === ''
  const number = isMissing ? { value: null, decimals: 0 } : readNumber(reader, 'value', unit ?? '')
  const qualifier = readQualifier(reader)
  const contradicts = reader.code('contradicts') || undefined
  const breakdown = reader.text('breakdown')
  const printed = reader.text('printed')
  const locator = reader.text('locator')
  const note = reader.text('note')
  const reason = reader.text('reason')
  const audience = readAudience(reader)
  if (!publication || !indicator || !region || !period || !unit || !status || !number) {
    return undefined
  }
  const figure: Observation = {
    indicator,
    region,
    breakdown,
    period,
    value: number.value,
    decimals: number.decimals,
    unit,
    status,
    qualifier,
    printed,
    locator,
    contradicts,
    note,
    reason,
    audience,
  }
  return { publication, revision, figure, path: reader.row.path }
}
