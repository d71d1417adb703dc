/** Sentences about publications: how much they say, which of them are not known yet. */
import type { SourceList, SourceTotals } from '../domain/source-list.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from './lang.ts'
import { plural } from './plural-text.ts'
import { formatDay } from './period-text.ts'
import { PHRASE_END } from './rich.ts'

/** "55个数、1个目标、46项任务"; what there is none of stays unsaid. */
export function formatGiven(
  {
    figures,
    targets,
    tasks = 0,
  }: Pick<SourceTotals, 'figures' | 'targets'> & { readonly tasks?: number },
  lang: Lang,
): string {
  const zh = [
    figures > 0 ? `${figures}个数` : '',
    targets > 0 ? `${targets}个目标` : '',
    tasks > 0 ? `${tasks}项任务` : '',
  ]
  const en = [
    figures > 0 ? plural(figures, 'figure') : '',
    targets > 0 ? plural(targets, 'target') : '',
    tasks > 0 ? plural(tasks, 'task') : '',
  ]
  const said = (lang === 'zh' ? zh : en).filter((part) => part !== '')
  if (said.length === 0) return lang === 'zh' ? '没有数' : 'no figures'
  return said.join(lang === 'zh' ? '、' : ' and ')
}

/** "28份出处给出292个数、9个目标". */
export function formatSourcesSentence(list: SourceList, lang: Lang): string {
  if (list.publications === 0) {
    return lang === 'zh' ? '当日尚无任何出处' : 'Nothing had been published by that day'
  }
  return lang === 'zh'
    ? `${list.publications}份出处${PHRASE_END}给出${formatGiven(list, lang)}`
    : `${plural(list.publications, 'publication')} give ${formatGiven(list, lang)}`
}

/** From when to when they were published. */
function formatSpan({ first, last }: SourceList, lang: Lang): string {
  if (first === undefined || last === undefined) return ''
  if (first === last) {
    return lang === 'zh'
      ? `公布于${formatDay(last, lang)}。`
      : `Published on ${formatDay(last, lang)}.`
  }
  return lang === 'zh'
    ? `最早一份公布于${formatDay(first, lang)}，最近一份${formatDay(last, lang)}。`
    : `The first is of ${formatDay(first, lang)}, the last of ${formatDay(last, lang)}.`
}

/** What a past day does not know; empty where it knows all. */
function formatLater(later: number, asOf: string, lang: Lang): string {
  if (later === 0) return ''
  const day = formatDay(asOf, lang)
  return lang === 'zh'
    ? `另有${later}份在${day}之后公布，当日尚不可知，不在此列。`
    : `${plural(later, 'publication')} of later days than ${day} could not be known then, and ${later === 1 ? 'is' : 'are'} not listed.`
}

/** From when to when, and what is left out because it came later than the day asked for. */
export function formatSourcesDeck(list: SourceList, asOf: AsOf, lang: Lang): string {
  const later = asOf === 'latest' ? '' : formatLater(list.later, asOf, lang)
  return [formatSpan(list, lang), later]
    .filter((sentence) => sentence !== '')
    .join(lang === 'zh' ? '' : ' ')
}

/** "4份" beside a year. */
export function formatSourceCount(count: number, lang: Lang): string {
  return lang === 'zh' ? `${count}份` : plural(count, 'publication')
}

/** "转录更正（第2版）：…": what we mended in our own transcription. */
export function formatRevision(revision: number, reason: string | undefined, lang: Lang): string {
  const why = reason ?? (lang === 'zh' ? '未写明原因' : 'no reason given')
  return lang === 'zh'
    ? `转录更正（第${revision}版）：${why}`
    : `Transcription mended (revision ${revision}): ${why}`
}

function unrecorded(zh: readonly string[], en: readonly string[], lang: Lang): string {
  const absent = (lang === 'zh' ? zh : en).filter((part) => part !== '')
  if (absent.length === 0) return ''
  return lang === 'zh' ? `${absent.join('、')}未登记。` : `Not recorded: ${absent.join(', ')}.`
}

/** Which columns a table of figures goes without, because nobody filled them; empty where none. */
export function formatAbsentOfFigures(
  has: { readonly printed: boolean; readonly place: boolean },
  lang: Lang,
): string {
  const zh = [has.printed ? '' : '原文写法', has.place ? '' : '文中位置']
  const en = [has.printed ? '' : 'wording', has.place ? '' : 'place in the document']
  return unrecorded(zh, en, lang)
}

/** The same of a table of targets. */
export function formatAbsentOfTargets(
  has: { readonly path: boolean; readonly place: boolean },
  lang: Lang,
): string {
  const zh = [has.path ? '' : '基期与分期', has.place ? '' : '文中位置']
  const en = [has.path ? '' : 'baseline, milestones', has.place ? '' : 'place in the document']
  return unrecorded(zh, en, lang)
}
