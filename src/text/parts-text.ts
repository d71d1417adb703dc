/** A whole and its parts in words. */
import type { Indicator } from '../contract/catalog.ts'
import type { Parts } from '../domain/parts.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { PHRASE_END } from './rich.ts'

/** "46项，其中督察整改完成数34项、督察整改推进中12项". */
export function describeParts(parts: Parts, indicator: Indicator, lang: Lang): string {
  const whole = formatFigure(parts.whole.reading, indicator, lang)
  const named = parts.parts.map((part) => {
    const figure = formatFigure(part.point.reading, part.indicator, lang)
    return lang === 'zh'
      ? `${part.indicator.name.zh}${figure}`
      : `${part.indicator.name.en} ${figure}`
  })
  return lang === 'zh'
    ? `${whole}，其中${PHRASE_END}${named.join(`、${PHRASE_END}`)}`
    : `${whole}, of which ${named.join(', ')}`
}
