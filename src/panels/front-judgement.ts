/** The one target that a front page has room for. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Judgement } from '../domain/judgement.ts'

/**
 * The one that falls due last: of the region shown whatever became of it, of those above only
 * while its time is not over.
 */
export function frontJudgement(view: IndicatorView): Judgement | undefined {
  const isOwn = ({ target }: Judgement) => target.region.code === view.region.code
  const spoken = view.judgements.filter((judgement) => isOwn(judgement) || !judgement.isDue)
  return [...spoken].reverse().find(isOwn) ?? spoken[spoken.length - 1]
}
