import type { Indicator } from '../../../src/contract/catalog.ts'
import type { Observation, Snapshot, Target } from '../../../src/contract/snapshot.ts'
import type { Judgement } from '../../../src/domain/judgement.ts'
import { catalog, indicator } from './catalog.ts'
import { viewOf, type ViewOptions } from './evidence.ts'
import { figure, snapshot, target } from './snapshot.ts'

/** Made-up figures, to fit the rules of design.md §6 and nothing else. */
export const STOCK = indicator('pm25', { unit: '项', accumulation: 'stock', desired: 'none' })
export const RATIO = indicator('pm25', { unit: '%', accumulation: 'ratio', desired: 'up' })
export const CUMULATIVE = indicator('pm25', {
  unit: '家',
  accumulation: 'cumulative',
  desired: 'up',
})
export const FLOW = indicator('pm25', { unit: '家', accumulation: 'flow', desired: 'up' })
export const MEAN = indicator('pm25')

export interface Case {
  readonly of: Indicator
  readonly figures: readonly (readonly [
    period: string,
    printed: string,
    more?: Partial<Observation>,
  ])[]
  readonly target: Partial<Target> & { readonly period: string; readonly value: number }
  readonly published?: string
}

/** The judgement of one target by these figures, all published on one day. */
export function judge(
  { of, figures, target: due, published = '2026-06-30' }: Case,
  options?: ViewOptions,
) {
  const { unit } = of
  const observations = figures.map(([period, printed, more]) =>
    figure(period, printed, { unit, ...more }),
  )
  const set = target(due.period, due.value, { type: 'reach', ...due, unit })
  const all: Snapshot[] = [
    snapshot('plan', '2019-01-01', [], { targets: [set] }),
    snapshot('a', published, observations),
  ]
  const known = catalog([of], options?.catalog ? { breaks: options.catalog.breaks } : {})
  const [judgement] = viewOf(all, { ...options, catalog: known }).judgements
  return judgement as Judgement
}

export const BASE_2020 = { period: '2020-12-31', value: 0 }
