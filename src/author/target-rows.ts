/** Rows of targets.csv → targets and the publication that each belongs to. */
import { isPeriodText } from '../contract/calendar.ts'
import { TARGET_BASES, TARGET_TYPES, type Target } from '../contract/snapshot.ts'
import { formatTargetBasis } from '../text/target-path-text.ts'
import { readAudience } from './audience-column.ts'
import { formatTargetType } from './choice-words.ts'
import { isRefusal, parseNumberText } from './number-text.ts'
import { readNumber, type FigureRow } from './observation-rows.ts'
import { readRevision } from './publication-rows.ts'
import type { RowReader } from './row-reader.ts'
import { badMilestones, halfBaseline } from './value-messages.ts'

type Milestone = NonNullable<Target['milestones']>[number]

function readBaseline(reader: RowReader, unit: string): Milestone | undefined {
  const hasPeriod = reader.code('baseline_period') !== ''
  const hasValue = reader.code('baseline_value') !== ''
  if (!hasPeriod && !hasValue) return undefined
  if (!hasPeriod) return reader.refuse('baseline_period', halfBaseline())
  if (!hasValue) return reader.refuse('baseline_value', halfBaseline())
  const period = reader.period('baseline_period')
  const number = readNumber(reader, 'baseline_value', unit)
  return period && number ? { period, value: number.value } : undefined
}

/** "2023:10;2024:25". */
function readMilestones(reader: RowReader, unit: string): Milestone[] | undefined {
  const found = reader.code('milestones')
  if (found === '') return undefined
  const milestones: Milestone[] = []
  for (const part of found.split(';')) {
    const [period = '', text, ...rest] = part.split(':').map((piece) => piece.trim())
    const number = text === undefined ? undefined : parseNumberText(text, unit)
    if (!isPeriodText(period) || number === undefined || isRefusal(number) || rest.length > 0) {
      return reader.refuse('milestones', badMilestones(found))
    }
    milestones.push({ period, value: number.value })
  }
  return milestones
}

export function readTarget(reader: RowReader): FigureRow<Target> | undefined {
  const publication = reader.requiredCode('publication')
  const revision = readRevision(reader)
  const indicator = reader.requiredCode('indicator')
  const region = reader.requiredCode('region')
  const period = reader.period('period')
  const unit = reader.requiredCode('unit')
  const number = readNumber(reader, 'value', unit ?? '')
  const type = reader.choice('type', TARGET_TYPES, 'unknown-target-type', formatTargetType)
  const basis = reader.choice('basis', TARGET_BASES, 'unknown-target-basis', formatTargetBasis)
  const baseline = readBaseline(reader, unit ?? '')
  const milestones = readMilestones(reader, unit ?? '')
  const locator = reader.text('locator')
  const note = reader.text('note')
  const audience = readAudience(reader)
  if (!publication || !indicator || !region || !period || !unit || !number || !type || !basis) {
    return undefined
  }
  const figure: Target = {
    indicator,
    region,
    period,
    value: number.value,
    decimals: number.decimals,
    unit,
    type,
    basis,
    baseline,
    milestones,
    locator,
    note,
    audience,
  }
  return { publication, revision, figure, path: reader.row.path }
}
