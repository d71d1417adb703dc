/** Words that stand for the codes of a closed list, as the pages show them. */
import type { Target } from '../contract/snapshot.ts'
import type { Language } from './report-text.ts'

/** The word for a code, in either language. */
export type WordOf<T extends string> = (choice: T, language: Language) => string

const TARGET_TYPES = {
  reach: { zh: '达到', en: 'reach' },
  'at-least': { zh: '不低于', en: 'at least' },
  'at-most': { zh: '不高于', en: 'at most' },
} as const satisfies Readonly<Record<Target['type'], unknown>>

export function formatTargetType(type: Target['type'], language: Language): string {
  return TARGET_TYPES[type][language]
}

/** The code that stands in a cell, as itself or by its word. */
export function findChoice<T extends string>(
  found: string,
  choices: readonly T[],
  wordOf: WordOf<T> | undefined,
): T | undefined {
  return (
    choices.find((choice) => choice === found) ??
    choices.find((choice) => wordOf?.(choice, 'zh') === found || wordOf?.(choice, 'en') === found)
  )
}
