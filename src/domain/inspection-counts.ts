/** The counts of a round, as its sentence wants them. */
import type { Round } from './inspection.ts'
import type { Point } from './point.ts'

/** Counts as published; absent where the round has none. */
export interface InspectionCounts {
  readonly tasks: number
  readonly done: number
  readonly open: number
  readonly petitions?: number
  readonly petitionsClosed?: number
}

function valueOf(point: Point | undefined): number | undefined {
  return point?.reading.kind === 'value' ? point.reading.value : undefined
}

export function inspectionCounts(round: Round): InspectionCounts {
  const [done, open] = round.parts.parts
  const petitions = valueOf(round.petitions)
  const petitionsClosed = valueOf(round.petitionsClosed)
  return {
    tasks: round.parts.total,
    done: done?.value ?? round.parts.total,
    open: open?.value ?? round.parts.total,
    ...(petitions === undefined ? {} : { petitions }),
    ...(petitionsClosed === undefined ? {} : { petitionsClosed }),
  }
}
