/** Figures inside sentences: a bound in words, a total called a total, a status said behind it. */
import type { Indicator } from '../contract/catalog.ts'
import type { Bilingual } from '../contract/issue.ts'
import type { ObservationStatus, Qualifier } from '../contract/snapshot.ts'
import type { Point } from '../domain/point.ts'
import { isTied } from '../domain/rank-claim.ts'
import type { Reading } from '../domain/reading.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'

/** A voice says nothing for a sign, and a newspaper prints none. */
const BOUNDS: Readonly<Record<Qualifier, Bilingual>> = {
  '>=': { zh: '不低于', en: 'at least ' },
  '>': { zh: '超过', en: 'more than ' },
  '<=': { zh: '不超过', en: 'at most ' },
  '<': { zh: '低于', en: 'less than ' },
  '~': { zh: '约', en: 'about ' },
}

const ASIDES: Partial<Readonly<Record<ObservationStatus, Bilingual>>> = {
  D: { zh: '口径不同', en: 'definition differs' },
  E: { zh: '推算', en: 'estimated' },
  P: { zh: '初步数', en: 'provisional' },
  F: { zh: '预测', en: 'forecast' },
}

/** "不低于95%", "累计37.85万户": a growing total is never taken for the work of one year. */
export function formatFigureWords(reading: Reading, indicator: Indicator, lang: Lang): string {
  if (reading.kind === 'missing') return formatFigure(reading, indicator, lang)
  const { qualifier, ...plain } = reading
  // "第不超过5位" is no Chinese: a place keeps its sign.
  const isWorded = qualifier !== undefined && indicator.accumulation !== 'rank'
  const figure = formatFigure(isWorded ? plain : reading, indicator, lang)
  const bounded = isWorded ? BOUNDS[qualifier][lang] + figure : figure
  if (indicator.accumulation !== 'cumulative') return bounded
  if (lang === 'en') return `${bounded} in total`
  return indicator.name.zh.includes('累计') ? bounded : `累计${bounded}`
}

/** "（推算）" behind a figure that is not plainly observed; empty for one that is. */
export function formatStatusAside(point: Point, lang: Lang): string {
  const tied: Bilingual = { zh: '并列', en: 'tied' }
  const said = [ASIDES[point.status], isTied(point) ? tied : undefined]
    .flatMap((words) => (words ? [words[lang]] : []))
    .join(lang === 'zh' ? '，' : ', ')
  if (said === '') return ''
  return lang === 'zh' ? `（${said}）` : ` (${said})`
}
