/** The catalog: the data dictionary of indicators, regions and series breaks. */
import * as v from 'valibot'
import {
  AudienceSchema,
  BilingualSchema,
  DateSchema,
  IdSchema,
  RegionCodeSchema,
  TextSchema,
} from './fields.ts'

export const CATALOG_FORMAT = 'qinglan-catalog/1'

/** How values of an indicator add up over time; decides chart form and what may be compared. */
export const ACCUMULATIONS = [
  'stock',
  'cumulative',
  'flow',
  'ratio',
  'mean',
  'percentile',
  'rank',
] as const
export const DESIRED_DIRECTIONS = ['up', 'down', 'none'] as const
export const UPDATE_PERIODS = ['year', 'half-year', 'quarter', 'month', 'day'] as const
export const REGION_LEVELS = [
  'country',
  'province',
  'prefecture',
  'district',
  'county',
  'county-city',
] as const

const ThemeSchema = v.strictObject({ id: IdSchema, name: BilingualSchema })

const IndicatorSchema = v.strictObject({
  id: IdSchema,
  theme: IdSchema,
  name: BilingualSchema,
  /** The unit in which the series is shown; observations may come in any unit of its dimension. */
  unit: TextSchema,
  accumulation: v.picklist(ACCUMULATIONS),
  desired: v.picklist(DESIRED_DIRECTIONS),
  /** 口径: what is counted, where; in the language of the source. */
  scope: TextSchema,
  definition: v.optional(TextSchema),
  updatePeriod: v.optional(v.picklist(UPDATE_PERIODS)),
  audience: v.optional(AudienceSchema),
})

const RegionSchema = v.strictObject({
  /** GB/T 2260 code. */
  code: RegionCodeSchema,
  name: BilingualSchema,
  level: v.picklist(REGION_LEVELS),
  parent: v.optional(RegionCodeSchema),
})

const BreakSchema = v.strictObject({
  indicator: IdSchema,
  /** Absent: the break holds for every region. */
  region: v.optional(RegionCodeSchema),
  /** The first day of the new definition. */
  from: DateSchema,
  reason: TextSchema,
})

export const CatalogSchema = v.strictObject({
  format: v.literal(CATALOG_FORMAT),
  themes: v.array(ThemeSchema),
  indicators: v.array(IndicatorSchema),
  regions: v.array(RegionSchema),
  breaks: v.array(BreakSchema),
})

export type Catalog = v.InferOutput<typeof CatalogSchema>
export type Theme = v.InferOutput<typeof ThemeSchema>
export type Indicator = v.InferOutput<typeof IndicatorSchema>
export type Region = v.InferOutput<typeof RegionSchema>
export type Break = v.InferOutput<typeof BreakSchema>
export type Accumulation = Indicator['accumulation']
