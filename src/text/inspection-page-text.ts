/** The page of 督察整改 in words: what it may say of the tasks, and what it may not. */
import type { Bilingual } from '../contract/issue.ts'
import type { AsOf } from '../domain/standing.ts'
import type { InspectionCounts } from '../domain/inspection-counts.ts'
import type { Lang } from './lang.ts'
import { formatDay } from './period-text.ts'
import { plural } from './plural-text.ts'
import { PHRASE_END } from './rich.ts'

const WORDS = {
  done: { zh: '项已完成', en: 'tasks completed' },
  open: { zh: '项推进中', en: 'tasks in progress' },
  doubts: { zh: '存疑', en: 'In doubt' },
  rounds: { zh: '各轮督察', en: 'Rounds of inspection' },
  roundsAside: {
    zh: '一格一项，同一比例；各轮任务不同，不连成趋势',
    en: 'One square a task, at one scale; the rounds have different tasks and make no trend',
  },
  report: { zh: '同一份报告里的其他数', en: 'Other figures of the same report' },
  reportAside: { zh: '每个主题列前几项；', en: 'The first few of each theme; ' },
  figures: { zh: '每个数的出处', en: 'Where each figure comes from' },
  figuresAside: {
    zh: '任务与信访的全部数；点名称看历次数与口径',
    en: 'All figures on tasks and petitions; open one for its history and definition',
  },
  asOf: { zh: '截至', en: 'As of' },
} satisfies Record<string, Bilingual>

export function inspectionWord(name: keyof typeof WORDS, lang: Lang): string {
  return WORDS[name][lang]
}

/** Under the headline: the day of the counts, and what became of the petitions by then. */
export function formatInspectionDeck(counts: InspectionCounts, day: string, lang: Lang): string {
  const { petitions, petitionsClosed } = counts
  const hasPetitions = petitions !== undefined && petitionsClosed !== undefined
  const isAll = petitions === petitionsClosed
  if (lang === 'en') {
    const all = isAll ? `All ${petitions}` : `${petitionsClosed} of ${petitions}`
    const said = hasPetitions ? ` ${all} petitions handed over had been closed by then.` : ''
    return `Counts as of ${formatDay(day, lang)}.${said}`
  }
  const closed = isAll ? '全部办结' : `办结${petitionsClosed}件`
  const said = hasPetitions ? `督察交办的${petitions}件群众信访举报件，同日${closed}。` : ''
  return `件数截至${formatDay(day, lang)}。${PHRASE_END}${said}`
}

/** A count of what is done beside its whole: "/ 46项完成". */
export function formatOfTasks(tasks: number, lang: Lang): string {
  return lang === 'zh' ? `/ ${tasks}项完成` : `of ${tasks} completed`
}

/** "其余12项推进中". */
export function formatRest(open: number, lang: Lang): string {
  return lang === 'zh' ? `其余${open}项推进中` : `${open} in progress`
}

/** "截至2019-11-15". */
export function formatAsOfDay(day: string, lang: Lang): string {
  return lang === 'zh' ? `截至${day}` : `as of ${day}`
}

/**
 * Said beside a note that the same document puts it in another way: the count of finished tasks
 * and a word on the schedule do not exclude each other, but the one cannot be read off the other.
 */
export function explainOtherWording(counts: InspectionCounts, lang: Lang): string {
  const { tasks, done, open } = counts
  return lang === 'zh'
    ? `文件既给出件数（${tasks}项中完成${done}项、推进${open}项），又有上面这句话。两者可以同时为真：期限未到的任务，没有完成也不算滞后。按${done}÷${tasks}给进度评红绿，就会说错。`
    : `The document gives both the counts (${done} of ${tasks} completed, ${open} in progress) and the remark above. Both can be true: a task that is not due yet is not late, though it is not done. A light by ${done}\u00a0÷\u00a0${tasks} would be wrong.`
}

/** The way to the rest of the report: "全部55个数". */
export function formatAllOfReport(figures: number, lang: Lang): string {
  return lang === 'zh' ? `全部${figures}个数` : `all ${plural(figures, 'figure')}`
}

/** Why there are totals only. */
export function explainNoTasks(lang: Lang): readonly string[] {
  return lang === 'zh'
    ? [
        '逐项的任务清单没有公布过，这里只有总数。',
        '一项任务是否滞后，要看它自己的完成时限。没有清单就没有期限，因此不分红、黄、蓝，方格也不分是哪一项。',
      ]
    : [
        'No list of the single tasks has been published: there are totals only.',
        'Whether a task is late depends on its own deadline. Without a list there are no deadlines, so nothing here is red, yellow or blue, and a square stands for no particular task.',
      ]
}

/** The headline of a day on which nothing is known. */
export function formatNothingKnown(asOf: AsOf, lang: Lang): string {
  if (lang === 'en') {
    const day = asOf === 'latest' ? '' : `As of ${formatDay(asOf, lang)}, `
    return day === ''
      ? 'Nothing has been published on inspection tasks'
      : `${day}nothing had been published on inspection tasks`
  }
  const day = asOf === 'latest' ? '' : `截至${formatDay(asOf, lang)}，${PHRASE_END}`
  return `${day}还没有公布过督察整改的数`
}

/** The headline where there are figures, but none of the same day make up a whole. */
export function formatNoWhole(lang: Lang): string {
  return lang === 'zh'
    ? `督察整改有公布的数，${PHRASE_END}但没有同一天的总数、完成数和推进数`
    : 'Figures on inspection tasks are known, but no total, completed and open counts of one day'
}
