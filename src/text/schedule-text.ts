/** How a target stands, as the second half of a sentence: "未按期达到2024年目标40家". */
import type { Indicator } from '../contract/catalog.ts'
import type { ScheduleFact } from '../domain/message.ts'
import type { Verdict } from '../domain/judgement.ts'
import type { Lang } from './lang.ts'
import { formatPeriod } from './period-text.ts'
import { formatGoal } from './target-text.ts'
import { CRITICAL } from './verdict-text.ts'

type Told = Exclude<Verdict, 'not-due' | 'unassessable'>

/** What stands before and behind the target's own name. */
const FRAMES: Readonly<
  Record<Told, { readonly zh: readonly [string, string]; readonly en: string }>
> = {
  reached: { zh: ['达到', ''], en: 'has reached' },
  'on-schedule': { zh: ['达到', '的序时进度'], en: 'on schedule for' },
  behind: { zh: ['滞后于', '的序时进度'], en: 'behind schedule for' },
  'far-behind': { zh: ['严重滞后于', '的序时进度'], en: 'far behind schedule for' },
  overdue: { zh: ['未按期达到', ''], en: 'overdue for' },
  missed: { zh: ['未达到', ''], en: 'has missed' },
}

export function formatScheduleClaim(
  { target, verdict, doubts }: ScheduleFact,
  indicator: Indicator,
  lang: Lang,
): string {
  if (verdict === 'not-due' || verdict === 'unassessable') return ''
  const figure = formatGoal(target, indicator, lang)
  const when = formatPeriod(target.period, lang)
  const isTask = target.target.basis === 'change'
  const frame = FRAMES[verdict]
  if (lang === 'zh') {
    const aside = doubts.length > 0 ? `（${CRITICAL.zh}）` : ''
    const [before, behind] = frame.zh
    return `${before}${when}${isTask ? '任务' : '目标'}${figure}${behind}${aside}`
  }
  const aside = doubts.length > 0 ? ` (${CRITICAL.en.toLowerCase()})` : ''
  return `${frame.en} the ${isTask ? 'task' : 'target'} of ${figure} for ${when}${aside}`
}
