/** What is said of rows of tasks.csv. */
import { quote, refusal, type Refusal } from './refusal.ts'

/** Plans often set a month or 长期坚持, which no day can be read from. */
export function badDeadline(found: string): Refusal {
  return refusal(
    'bad-deadline',
    quote(found),
    '存在的日期，如 2023-12-31；到某月底写那天，没有时限的留空',
    'a date that exists, such as 2023-12-31; for the end of a month that day, without a deadline nothing',
  )
}

export function badMilestones(found: string): Refusal {
  return refusal(
    'bad-milestones',
    quote(found),
    '日期:文字，用分号隔开，后面可写 [已完成] 或 [未完成]，如 2023-06-30:方案印发[已完成];2023-12-31:完成',
    'date:text separated by semicolons, with [done] or [not done] behind where it is known, such as 2023-06-30:方案印发[已完成];2023-12-31:完成',
  )
}

/** A list is found again by its round only where both are named alike. */
export function unknownRound(found: string | undefined, known: readonly string[]): Refusal {
  return refusal(
    'unknown-round',
    found === undefined ? { zh: '空', en: 'nothing' } : quote(found),
    `已有的轮次${known.map((round) => quote(round).zh).join('、')}之一；确应如此请加 --confirm`,
    `one of the known rounds ${known.map((round) => quote(round).en).join(', ')}; if it should be so, add --confirm`,
  )
}
