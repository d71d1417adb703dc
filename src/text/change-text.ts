/** Changes between two comparable figures, and nothing else: who calls this has checked that they compare. */
import type { Indicator } from '../contract/catalog.ts'
import type { Point } from '../domain/point.ts'
import { difference, isSameAfterRounding, type ValueReading } from '../domain/reading.ts'
import type { Lang } from './lang.ts'
import { formatNumber, formatUnit } from './number-text.ts'
import { formatPeriod } from './period-text.ts'

interface Verbs {
  readonly up: string
  readonly down: string
}

/** Days, households and things are more or fewer; levels and shares are higher or lower. */
function verbs(indicator: Indicator, lang: Lang): Verbs {
  const isCount = indicator.accumulation === 'flow' || indicator.accumulation === 'cumulative'
  if (lang === 'en') return isCount ? { up: 'more', down: 'fewer' } : { up: 'up', down: 'down' }
  if (indicator.accumulation === 'stock' || isCount) return { up: '多', down: '少' }
  return { up: '高', down: '低' }
}

/** The month is precise enough for a sentence; the day stands in the table. */
function whenOf(point: Point, lang: Lang): string {
  if (point.period.kind !== 'day') return formatPeriod(point.period, lang)
  return formatPeriod({ ...point.period, kind: 'month' }, lang)
}

function changeUnit(indicator: Indicator, lang: Lang): string {
  if (indicator.unit !== '%') return formatUnit(indicator.unit, lang)
  return lang === 'zh' ? '个百分点' : 'percentage points'
}

/**
 * "比2019年多46天"; 持平 where both are equal at printed precision. Null where the two may be one
 * and the same quantity printed with different precision, or where either is qualified.
 */
export function formatChange(
  later: Point,
  earlier: Point,
  indicator: Indicator,
  lang: Lang,
): string | null {
  const [now, before] = [later.reading, earlier.reading]
  if (now.kind === 'missing' || before.kind === 'missing') return null
  if (now.qualifier || before.qualifier) return null
  const when = whenOf(earlier, lang)
  if (now.value === before.value) {
    return lang === 'zh' ? `与${when}持平` : `unchanged from ${when}`
  }
  if (isSameAfterRounding(now, before)) return null
  return formatDifference(difference(now, before), when, indicator, lang)
}

function formatDifference(
  change: ValueReading,
  when: string,
  indicator: Indicator,
  lang: Lang,
): string {
  const { up, down } = verbs(indicator, lang)
  const verb = change.value > 0 ? up : down
  const amount = formatNumber(Math.abs(change.value), change.decimals)
  const unit = changeUnit(indicator, lang)
  if (lang === 'zh') return `比${when}${verb}${amount}${unit}`
  const isCount = verb === 'more' || verb === 'fewer'
  const size = unit === '' ? amount : `${amount} ${unit}`
  return isCount ? `${size} ${verb} than in ${when}` : `${verb} ${size} from ${when}`
}
