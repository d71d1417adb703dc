/** What the squares of a whole mean, in words beside them: on one slide done and open, on another kinds. */
import type { Indicator } from '../contract/catalog.ts'
import type { Part, Parts } from '../domain/parts.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatUnit } from './number-text.ts'
import { PHRASE_END } from './rich.ts'

function named(part: Part, lang: Lang): string {
  const figure = formatFigure(part.point.reading, part.indicator, lang)
  return lang === 'zh' ? part.indicator.name.zh + figure : `${part.indicator.name.en} ${figure}`
}

/** The last part is drawn with whatever the named ones leave of the whole. */
function lastOf({ total, parts }: Parts, indicator: Indicator, lang: Lang): string {
  const last = parts.length > 1 ? parts[parts.length - 1] : undefined
  const rest = total - parts.reduce((sum, { value }) => sum + value, 0)
  const unit = formatUnit(indicator.unit, lang, rest)
  const others = lang === 'zh' ? `其余${rest}${unit}` : `${rest} ${unit || 'others'}`.trim()
  return [last ? named(last, lang) : '', rest > 0 ? others : '']
    .filter((text) => text !== '')
    .join(lang === 'zh' ? '和' : ' and ')
}

/**
 * "9家，一格一家：实心为国家级绿色工厂2家，空心为省级绿色工厂7家". Too many for squares are one bar, of
 * which the same is said without counting: `isBar`.
 */
export function describeSquares(
  parts: Parts,
  indicator: Indicator,
  isBar: boolean,
  lang: Lang,
): string {
  const [first, ...others] = parts.parts
  if (!first) return ''
  const whole = formatFigure(parts.whole.reading, indicator, lang)
  const between = others.slice(0, -1).map((part) => named(part, lang))
  const last = lastOf(parts, indicator, lang)
  if (lang === 'en') {
    const key = [
      `filled: ${named(first, lang)}`,
      ...(between.length > 0 ? [`lighter: ${between.join(', ')}`] : []),
      ...(last === '' ? [] : [`outlined: ${last}`]),
    ]
    return `${whole}${isBar ? '' : ', a square each'}; ${key.join('; ')}`
  }
  const key = [
    `实心为${named(first, lang)}`,
    ...(between.length > 0 ? [`浅色为${between.join('、')}`] : []),
    ...(last === '' ? [] : [`空心为${last}`]),
  ]
  const each = isBar ? '' : `，一格一${indicator.unit}`
  return `${whole}${each}：${PHRASE_END}${key.join(`，${PHRASE_END}`)}`
}

/** "一格一项，实心已完成，空心推进中": the squares of a round of inspection. */
export function describeTaskSquares(isBar: boolean, lang: Lang): string {
  if (lang === 'en')
    return `${isBar ? '' : 'A square a task; '}filled: completed; outlined: in progress`
  return `${isBar ? '' : `一格一项，`}实心已完成，空心推进中`
}
