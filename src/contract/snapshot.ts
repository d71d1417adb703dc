/** A snapshot: what one publication said on the day it was published. Never changes once written. */
import * as v from 'valibot'
import {
  AudienceSchema,
  DateSchema,
  DecimalsSchema,
  FiniteSchema,
  hasPrintedDigits,
  IdSchema,
  OrdinalSchema,
  PeriodSchema,
  RegionCodeSchema,
  TextSchema,
  UrlSchema,
} from './fields.ts'

export const SNAPSHOT_FORMAT = 'qinglan-snapshot/1'

/** SDMX CL_OBS_STATUS, as far as this field uses it. */
export const OBSERVATION_STATUSES = ['A', 'B', 'D', 'E', 'P', 'F', 'M'] as const
export const QUALIFIERS = ['>=', '>', '<=', '<', '~'] as const
export const GRADES = ['official', 'monitoring', 'press'] as const
export const TARGET_TYPES = ['reach', 'at-least', 'at-most'] as const
export const TARGET_BASES = ['level', 'change'] as const
/** 交办 · 整改中 · 验收 · 销号 · 回头看 */
export const TASK_STATES = ['assigned', 'rectifying', 'accepted', 'closed', 'revisited'] as const

export const ObservationSchema = v.pipe(
  v.strictObject({
    indicator: IdSchema,
    region: RegionCodeSchema,
    /** Tells series of one indicator apart, e.g. the inspection round. */
    breakdown: v.optional(TextSchema),
    period: PeriodSchema,
    /** In `unit`; null is missing and needs `reason`. */
    value: v.nullable(FiniteSchema),
    decimals: DecimalsSchema,
    /** The unit in which the source gave it. */
    unit: TextSchema,
    status: v.picklist(OBSERVATION_STATUSES),
    qualifier: v.optional(v.picklist(QUALIFIERS)),
    /** Word for word, as the document prints the figure. */
    printed: v.optional(TextSchema),
    /** Where in the document it stands. */
    locator: v.optional(TextSchema),
    /** Id of the earlier publication that says otherwise. */
    contradicts: v.optional(IdSchema),
    note: v.optional(TextSchema),
    /** Why the value is missing. */
    reason: v.optional(TextSchema),
    audience: v.optional(AudienceSchema),
  }),
  v.check((o) => o.value !== null || o.reason !== undefined, 'reason'),
  v.check((o) => o.value === null || o.status !== 'M', 'missing'),
  v.check((o) => o.value === null || hasPrintedDigits(o.value, o.decimals), 'digits'),
)

const MilestoneSchema = v.strictObject({ period: PeriodSchema, value: FiniteSchema })

export const TargetSchema = v.pipe(
  v.strictObject({
    indicator: IdSchema,
    region: RegionCodeSchema,
    /** When it is due; the period's end. */
    period: PeriodSchema,
    value: FiniteSchema,
    decimals: DecimalsSchema,
    unit: TextSchema,
    type: v.picklist(TARGET_TYPES),
    /** `level`: of the stock; `change`: within the period. */
    basis: v.picklist(TARGET_BASES),
    baseline: v.optional(MilestoneSchema),
    milestones: v.optional(v.array(MilestoneSchema)),
    locator: v.optional(TextSchema),
    note: v.optional(TextSchema),
    audience: v.optional(AudienceSchema),
  }),
  v.check((t) => hasPrintedDigits(t.value, t.decimals), 'digits'),
)

const TaskMilestoneSchema = v.strictObject({
  date: DateSchema,
  text: TextSchema,
  /** Absent where the list does not say. */
  done: v.optional(v.boolean()),
})

const TaskSchema = v.strictObject({
  /** The inspection round, named as the `breakdown` of its figures; rounds number from 1 alike. */
  round: v.optional(TextSchema),
  number: TextSchema,
  title: TextSchema,
  leadUnit: TextSchema,
  /** The last day in time; absent where the list gives none. */
  deadline: v.optional(DateSchema),
  state: v.picklist(TASK_STATES),
  milestones: v.optional(v.array(TaskMilestoneSchema)),
  evidence: v.optional(TextSchema),
})

export const SnapshotSchema = v.strictObject({
  format: v.literal(SNAPSHOT_FORMAT),
  id: IdSchema,
  /** 1 for the first transcription; higher ones mend our own slips. */
  revision: OrdinalSchema,
  revisionReason: v.optional(TextSchema),
  published: DateSchema,
  title: TextSchema,
  publisher: TextSchema,
  grade: v.picklist(GRADES),
  url: v.optional(UrlSchema),
  audience: v.optional(AudienceSchema),
  observations: v.array(ObservationSchema),
  targets: v.array(TargetSchema),
  tasks: v.optional(v.array(TaskSchema)),
})

export type Snapshot = v.InferOutput<typeof SnapshotSchema>
export type Observation = v.InferOutput<typeof ObservationSchema>
export type Target = v.InferOutput<typeof TargetSchema>
export type Task = v.InferOutput<typeof TaskSchema>
export type TaskState = Task['state']
export type ObservationStatus = Observation['status']
export type Qualifier = NonNullable<Observation['qualifier']>
export type Grade = Snapshot['grade']
