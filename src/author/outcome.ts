/** What a command has to say, and whether it did what it was asked. */
import type { Bilingual, Issue } from '../contract/issue.ts'

export interface Outcome {
  readonly isDone: boolean
  /** To standard output. */
  readonly lines: readonly Bilingual[]
  /** To standard error, one line each. */
  readonly issues: readonly Issue[]
}

export function refused(issues: readonly Issue[], lines: readonly Bilingual[] = []): Outcome {
  return { isDone: false, lines, issues }
}

export function done(lines: readonly Bilingual[]): Outcome {
  return { isDone: true, lines, issues: [] }
}
