/** Ordinals of sections: 一 to 十, then 十一 …; figures in English. */
import type { Lang } from './lang.ts'

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 to 99. */
export function formatOrdinal(number: number, lang: Lang): string {
  if (lang === 'en') return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const lead = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens] ?? ''}十`
  return lead + (DIGITS[ones] ?? '')
}

/** Things are counted with 两. */
function formatCount(count: number): string {
  return count === 2 ? '两' : formatOrdinal(count, 'zh')
}

/** Over the trends of the front page: "六项变化". */
export function formatTrendsHeading(count: number, lang: Lang): string {
  return lang === 'zh' ? `${formatCount(count)}项变化` : 'Trends'
}
