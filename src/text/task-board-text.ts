/** The task board in words: colours with their reasons, the oldest overdue, what is counted. */
import type { Bilingual } from '../contract/issue.ts'
import type { TaskState } from '../contract/snapshot.ts'
import type { TaskRow, TaskShade } from '../domain/task-board.ts'
import {
  DUE_SOON_DAYS,
  isFinished,
  type TaskReason,
  type TaskVerdict,
} from '../domain/task-verdict.ts'
import type { Lang } from './lang.ts'
import { formatDay } from './period-text.ts'
import { plural } from './plural-text.ts'
import { PHRASE_END } from './rich.ts'
import { formatTaskState } from './task-words.ts'

const SHADES: Readonly<Record<TaskShade, Bilingual>> = {
  red: { zh: '红', en: 'Red' },
  yellow: { zh: '黄', en: 'Yellow' },
  blue: { zh: '蓝', en: 'Blue' },
  none: { zh: '不评', en: 'Not judged' },
}

const REASONS: Readonly<Record<TaskReason, Bilingual>> = {
  overdue: { zh: '逾期', en: 'overdue' },
  'due-soon': { zh: '临期', en: 'due soon' },
  'milestone-missed': { zh: '节点未完成', en: 'milestone missed' },
  'in-time': { zh: '时限内', en: 'in time' },
  finished: { zh: '整改已完成', en: 'finished' },
  'no-deadline': { zh: '未列时限', en: 'no deadline' },
}

const WORDS = {
  all: { zh: '全部', en: 'All' },
  details: { zh: '节点、佐证与出处', en: 'Milestones, evidence, source' },
  sourceOnly: { zh: '出处', en: 'Source' },
  unsaid: { zh: '清单未写是否完成', en: 'the list does not say whether done' },
  filters: { zh: '筛选任务', en: 'Filter tasks' },
  reset: { zh: '清除筛选', en: 'Clear filters' },
  none: { zh: '没有符合的任务。', en: 'No task fits.' },
  csv: { zh: '下载所列任务 CSV', en: 'Download these tasks as CSV' },
  rule: { zh: '红黄蓝怎么定', en: 'How the colours are decided' },
  daysLeft: { zh: '距时限天数', en: 'days to deadline' },
  judgedOn: { zh: '判断日', en: 'judged on' },
  document: { zh: '文件', en: 'document' },
  reason: { zh: '依据', en: 'reason' },
} satisfies Record<string, Bilingual>

export function boardWord(name: keyof typeof WORDS, lang: Lang): string {
  return WORDS[name][lang]
}

export function formatShade(shade: TaskShade, lang: Lang): string {
  return SHADES[shade][lang]
}

/** "临期、节点未完成". */
export function formatReasons({ reasons }: TaskVerdict, lang: Lang): string {
  return reasons.map((reason) => REASONS[reason][lang]).join(lang === 'zh' ? '、' : ', ')
}

/** "逾期149天", "当日到期", "还有12天"; nothing where a task is finished or has no deadline. */
export function formatDaysLeft({ reasons, daysLeft }: TaskVerdict, lang: Lang): string {
  if (daysLeft === null || reasons[0] === 'finished') return ''
  if (daysLeft === 0) return lang === 'zh' ? '当日到期' : 'due that day'
  if (lang === 'zh') return daysLeft < 0 ? `逾期${-daysLeft}天` : `还有${daysLeft}天`
  return daysLeft < 0 ? `${plural(-daysLeft, 'day')} overdue` : `${plural(daysLeft, 'day')} left`
}

/** Overdue tasks and the oldest of them: what a reader asks first. */
export function formatOverdue(overdue: number, oldest: TaskRow | null, lang: Lang): string {
  if (!oldest) return lang === 'zh' ? '没有任务逾期' : 'No task is overdue'
  const days = -(oldest.verdict.daysLeft ?? 0)
  if (lang === 'en') {
    const by = overdue === 1 ? 'by' : 'the oldest by'
    return `${plural(overdue, 'task')} overdue${overdue === 1 ? '' : ','} ${by} ${plural(days, 'day')}`
  }
  return `${overdue}项任务逾期，${PHRASE_END}${overdue === 1 ? '' : '最久的'}已逾期${days}天`
}

type StateCounts = ReadonlyMap<TaskState, number>

/** "34项整改已完成（验收5、销号29）"; the brackets only where there is something in them. */
function countPart(states: StateCounts, isWanted: boolean, lang: Lang) {
  const wanted = [...states].filter(([state]) => isFinished({ state }) === isWanted)
  const count = wanted.reduce((sum, [, each]) => sum + each, 0)
  const named = wanted.map(
    ([state, each]) => `${formatTaskState(state, lang)}${lang === 'zh' ? '' : ' '}${each}`,
  )
  if (count === 0) return { count, named: '' }
  return { count, named: lang === 'zh' ? `（${named.join('、')}）` : ` (${named.join(', ')})` }
}

/** How many have come how far. A share done is no verdict: those not due yet are not late. */
export function formatDone(states: StateCounts, lang: Lang): string {
  const [done, open] = [countPart(states, true, lang), countPart(states, false, lang)]
  const all = done.count + open.count
  return lang === 'zh'
    ? `${all}项中${done.count}项整改已完成${done.named}，${open.count}项未完成${open.named}。完成的比例只列出，不评红黄蓝。`
    : `${done.count} of ${all} finished${done.named}, ${open.count} open${open.named}. The share done is listed and not judged.`
}

/** The day that every colour is judged on. */
export function formatJudged(days: readonly string[], lang: Lang): string {
  const named = days.map((day) => formatDay(day, lang)).join(lang === 'zh' ? '、' : ' and ')
  return lang === 'zh'
    ? `红黄蓝按清单公布之日（${named}）判断。`
    : `Colours are judged as of the day on which a list was published (${named}).`
}

/** What has fallen due since, which no list speaks of; without a day before the page is alive. */
export function formatDueSince(count: number, day: string, lang: Lang): string {
  if (day === '') {
    return lang === 'zh'
      ? '此后到期的任务是否完成，清单里还没有。'
      : 'Whether tasks due after that are finished, the lists do not say yet.'
  }
  const until = formatDay(day, lang)
  if (count === 0) {
    return lang === 'zh'
      ? `此后至${until}没有未完成的任务到期。`
      : `No open task has fallen due since, up to ${until}.`
  }
  return lang === 'zh'
    ? `此后至${until}又有${count}项到期，是否完成清单里还没有。`
    : `${plural(count, 'open task')} ${count === 1 ? 'has' : 'have'} fallen due since, up to ${until}; the lists do not say yet whether finished.`
}

/** "列出12项，共46项". */
export function formatListed(listed: number, all: number, lang: Lang): string {
  return lang === 'zh' ? `列出${listed}项，共${all}项` : `${listed} of ${all} listed`
}

export function explainColours(lang: Lang): readonly string[] {
  return lang === 'zh'
    ? [
        '红：过了完成时限，整改还没有完成。时限当天仍算时限内。',
        `黄：${DUE_SOON_DAYS}天之内到期；或者节点已过，清单写明未完成，或任务仍在交办。进展按月调度，一个月内到期的，下次调度前就要完成。`,
        '蓝：在时限内，也没有上面两种情形。',
        '不评：验收、销号、回头看的，整改已经做完；没有列出时限的，无从判断。',
      ]
    : [
        'Red: past its deadline and not finished. On the day of the deadline a task is still in time.',
        `Yellow: due within ${DUE_SOON_DAYS} days; or a milestone has passed that the list calls not done, or before anything has begun. Progress is collected every month, so these are due before the next time.`,
        'Blue: in time, and neither of these.',
        'Not judged: accepted, closed or under review, for the work is finished; and without a deadline there is nothing to judge by.',
      ]
}
