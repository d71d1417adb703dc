/** Earlier days of knowledge, in words. */
import type { SourceUse } from '../domain/source-use.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from './lang.ts'
import { formatDay } from './period-text.ts'
import { plural } from './plural-text.ts'

/** "10份出处给过数或目标，当日已知5份". */
export function formatRulerCaption(sources: readonly SourceUse[], asOf: AsOf, lang: Lang): string {
  const known = sources.filter((use) => use.isKnown).length
  if (lang === 'en') {
    const speak = sources.length === 1 ? 'speaks' : 'speak'
    const all = `${plural(sources.length, 'publication')} ${speak} of it`
    return asOf === 'latest' ? all : `${all}, ${known} known on that day`
  }
  const all = `${sources.length}份出处给过数或目标`
  return asOf === 'latest' ? all : `${all}，当日已知${known}份`
}

/** Before the first publication there is nothing to show. */
export function formatNothingYet(day: string, lang: Lang): string {
  return lang === 'zh'
    ? `截至${formatDay(day, lang)}，还没有公布过任何数`
    : `Nothing had been published by ${formatDay(day, lang)}`
}

/** The band over a page of a chosen day: what is not on it, or that all is. */
export function formatBand(day: string, known: number, later: number, lang: Lang): string {
  if (known === 0) return `${formatNothingYet(day, lang)}${lang === 'zh' ? '。' : '.'}`
  if (later === 0) {
    return lang === 'zh'
      ? `${formatDay(day, lang)}之后没有公布过出处，已知的全部都在其内。`
      : `Nothing has been published after ${formatDay(day, lang)}: this is everything that is known.`
  }
  if (lang === 'en') {
    const left = `${plural(later, 'later publication')} ${later === 1 ? 'is' : 'are'} left out.`
    return `Everything is shown as known on ${formatDay(day, lang)}. ${left}`
  }
  return `全页按${formatDay(day, lang)}所知显示。此后公布的${later}份出处不在其内。`
}
