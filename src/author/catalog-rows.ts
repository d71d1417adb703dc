/** Rows of themes, regions, indicators and breaks → entries of the catalog. */
import {
  ACCUMULATIONS,
  DESIRED_DIRECTIONS,
  REGION_LEVELS,
  UPDATE_PERIODS,
  type Break,
  type Indicator,
  type Region,
  type Theme,
} from '../contract/catalog.ts'
import type { Bilingual } from '../contract/issue.ts'
import { readAudience } from './audience-column.ts'
import type { ColumnName } from './column-names.ts'
import type { RowReader } from './row-reader.ts'
import { badRegionCode } from './value-messages.ts'

function readName(reader: RowReader): Bilingual | undefined {
  const zh = reader.requiredText('zh')
  const en = reader.requiredText('en')
  return zh && en ? { zh, en } : undefined
}

function readRegionCode(reader: RowReader, column: ColumnName): string | undefined {
  const code = reader.code(column)
  return /^\d{6}$/.test(code) ? code : reader.refuse(column, badRegionCode(code))
}

export function readTheme(reader: RowReader): Theme | undefined {
  const id = reader.id('id')
  const name = readName(reader)
  return id && name ? { id, name } : undefined
}

export function readRegion(reader: RowReader): Region | undefined {
  const code = readRegionCode(reader, 'code')
  const name = readName(reader)
  const level = reader.choice('level', REGION_LEVELS, 'unknown-level')
  const parent = reader.code('parent') === '' ? undefined : readRegionCode(reader, 'parent')
  if (!code || !name || !level) return undefined
  return { code, name, level, ...(parent !== undefined && { parent }) }
}

export function readIndicator(reader: RowReader): Indicator | undefined {
  const id = reader.id('id')
  const theme = reader.id('theme')
  const name = readName(reader)
  const unit = reader.requiredCode('unit')
  const accumulation = reader.choice('accumulation', ACCUMULATIONS, 'unknown-accumulation')
  const desired = reader.choice('desired', DESIRED_DIRECTIONS, 'unknown-direction')
  const scope = reader.requiredText('scope')
  const definition = reader.text('definition')
  const updatePeriod = reader.optionalChoice(
    'updatePeriod',
    UPDATE_PERIODS,
    'unknown-update-period',
  )
  const audience = readAudience(reader)
  if (!id || !theme || !name || !unit || !accumulation || !desired || !scope) return undefined
  return {
    id,
    theme,
    name,
    unit,
    accumulation,
    desired,
    scope,
    ...(definition !== undefined && { definition }),
    ...(updatePeriod !== undefined && { updatePeriod }),
    ...(audience !== undefined && { audience }),
  }
}

export function readBreak(reader: RowReader): Break | undefined {
  const indicator = reader.id('indicator')
  const region = reader.code('region') === '' ? undefined : readRegionCode(reader, 'region')
  const from = reader.date('from')
  const reason = reader.requiredText('reason')
  if (!indicator || !from || !reason) return undefined
  return { indicator, ...(region !== undefined && { region }), from, reason }
}
