/** Whether a list and the published totals speak of the same tasks; where not, both are told. */
import type { Round } from './inspection.ts'
import type { Point } from './point.ts'
import type { TaskList } from './task-list.ts'
import { isFinished } from './task-verdict.ts'

export interface TotalsGap {
  readonly list: TaskList
  readonly listed: number
  readonly finished: number
  /** The published totals of the same round. */
  readonly tasks: Point
  readonly done: Point
}

function isOther(count: number, { reading }: Point): boolean {
  return reading.kind === 'value' && reading.value !== count
}

/** Lists of rounds whose published totals differ from what they list, in the order of the lists. */
export function totalsGaps(
  standing: readonly TaskList[],
  rounds: readonly Round[],
): readonly TotalsGap[] {
  return standing.flatMap((list) => {
    const round = rounds.find(({ breakdown }) => breakdown === list.round)
    if (!round) return []
    const listed = list.tasks.length
    const finished = list.tasks.filter(isFinished).length
    const isApart = isOther(listed, round.tasks) || isOther(finished, round.done)
    return isApart ? [{ list, listed, finished, tasks: round.tasks, done: round.done }] : []
  })
}
