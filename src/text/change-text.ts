/** Changes between two comparable figures; domain/change.ts has decided that they compare. */
import type { Indicator } from '../contract/catalog.ts'
import type { Change } from '../domain/change.ts'
import { formatStatusAside } from './figure-words.ts'
import type { Lang } from './lang.ts'
import { formatNumber, formatUnit } from './number-text.ts'
import { formatPeriodBriefly } from './period-text.ts'
import type { Point } from '../domain/point.ts'

interface Verbs {
  readonly up: string
  readonly down: string
}

/** Days, households and things are more or fewer; levels and shares are higher or lower. Never better or worse. */
function verbs(indicator: Indicator, lang: Lang): Verbs {
  const isCount = indicator.accumulation === 'flow' || indicator.accumulation === 'cumulative'
  if (lang === 'en') return isCount ? { up: 'more', down: 'fewer' } : { up: 'up', down: 'down' }
  if (indicator.accumulation === 'stock' || isCount) return { up: '多', down: '少' }
  return { up: '高', down: '低' }
}

function changeUnit(indicator: Indicator, amount: number, lang: Lang): string {
  if (indicator.unit !== '%') return formatUnit(indicator.unit, lang, amount)
  if (lang === 'zh') return '个百分点'
  return amount === 1 ? 'percentage point' : 'percentage points'
}

/** In English "than in 1 January to 29 May 2020" wants a noun, and "from first half" an article. */
function periodWords({ period }: Point, lang: Lang): string {
  const when = formatPeriodBriefly(period, lang)
  if (lang === 'zh') return when
  if (period.kind === 'interval') return `the period ${when}`
  return period.kind === 'half-year' ? `the ${when}` : when
}

/** "比2019年多46天"; 持平 where both are equal at printed precision. */
export function formatChange(change: Change, later: Point, indicator: Indicator, lang: Lang) {
  const { earlier, amount } = change
  const aside = earlier.status === later.status ? '' : formatStatusAside(earlier, lang)
  const when = periodWords(earlier, lang) + aside
  if (amount === 0) return lang === 'zh' ? `与${when}持平` : `unchanged from ${when}`
  return formatDifference(change, when, indicator, lang)
}

function formatDifference(
  { amount, decimals, isRounded }: Change,
  when: string,
  indicator: Indicator,
  lang: Lang,
): string {
  const { up, down } = verbs(indicator, lang)
  const verb = amount > 0 ? up : down
  const about = isRounded ? (lang === 'zh' ? '约' : 'about ') : ''
  const number = about + formatNumber(Math.abs(amount), decimals)
  const unit = changeUnit(indicator, Math.abs(amount), lang)
  if (lang === 'zh') return `比${when}${verb}${number}${unit}`
  const isCount = verb === 'more' || verb === 'fewer'
  const size = unit === '' ? number : `${number} ${unit}`
  return isCount ? `${size} ${verb} than in ${when}` : `${verb} ${size} from ${when}`
}
