/** What makes two records the same record. */
import type { Break } from '../contract/catalog.ts'
import type { Observation, Target, Task } from '../contract/snapshot.ts'
import { seriesKey } from '../contract/statement.ts'

export function observationKey(observation: Observation): string {
  return `${seriesKey(observation)}|${observation.period}`
}

/** One publication may ask for a level and a change by the same day. */
export function targetKey({ indicator, region, period, type, basis }: Target): string {
  return `${indicator}|${region}|${period}|${type}|${basis}`
}

/** Each round numbers its tasks from 1. A JSON text, because both parts are free texts. */
export function taskKey({ round = '', number }: Task): string {
  return JSON.stringify([round, number])
}

export function breakKey({ indicator, region, from }: Break): string {
  return `${indicator}|${region ?? ''}|${from}`
}
