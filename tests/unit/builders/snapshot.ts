import type { Observation, Snapshot, Target } from '../../../src/contract/snapshot.ts'

/** An observation whose value and digits are read from the figure as printed. */
export function figure(
  period: string,
  printed: string,
  overrides: Partial<Observation> = {},
): Observation {
  return {
    indicator: 'pm25',
    region: '410800',
    period,
    value: Number(printed),
    decimals: printed.split('.')[1]?.length ?? 0,
    unit: '微克/立方米',
    status: 'A',
    ...overrides,
  }
}

/** A period without a value, and why. */
export function missing(
  period: string,
  reason: string,
  overrides: Partial<Observation> = {},
): Observation {
  return figure(period, '0', { value: null, status: 'M', reason, ...overrides })
}

export function target(period: string, value: number, overrides: Partial<Target> = {}): Target {
  return {
    indicator: 'pm25',
    region: '410800',
    period,
    value,
    decimals: 0,
    unit: '微克/立方米',
    type: 'at-most',
    basis: 'level',
    ...overrides,
  }
}

/** What one publication said on one day. */
export function snapshot(
  id: string,
  published: string,
  observations: Observation[] = [],
  overrides: Partial<Snapshot> = {},
): Snapshot {
  return {
    format: 'qinglan-snapshot/1',
    id,
    revision: 1,
    published,
    title: `文件 ${id}`,
    publisher: '焦作市生态环境局',
    grade: 'official',
    observations,
    targets: [],
    ...overrides,
  }
}
