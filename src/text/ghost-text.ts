/** An earlier vintage of a series, in words. */
import type { Lang } from './lang.ts'

/** At the end of the ghost line: "2023-05-29所知". */
export function formatKnownOn(day: string, lang: Lang): string {
  return lang === 'zh' ? `${day}所知` : `known ${day}`
}

/** Before the days on offer. */
export function formatGhostChoice(lang: Lang): string {
  return lang === 'zh' ? '对照此前所知' : 'Compare with'
}

/** The choice of no day. */
export function formatNoGhost(lang: Lang): string {
  return lang === 'zh' ? '不画' : 'nothing earlier'
}

/** Beside a figure of the table: what had stood there. */
export function formatFormerly(figure: string, day: string, lang: Lang): string {
  return lang === 'zh' ? `${day}所知为${figure}` : `as known on ${day}: ${figure}`
}
