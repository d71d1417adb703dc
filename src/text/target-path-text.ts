/** How a target is measured, and the way to it: baseline and milestones, where they are published. */
import type { Target } from '../contract/snapshot.ts'
import { periodOf } from '../domain/period.ts'
import type { Lang } from './lang.ts'
import { formatUnit } from './number-text.ts'
import { formatPeriodShort } from './period-text.ts'

const BASES = {
  level: { zh: '期末水平', en: 'level at the end' },
  change: { zh: '期内完成', en: 'within the period' },
} as const

export function formatTargetBasis(basis: Target['basis'], lang: Lang): string {
  return BASES[basis][lang]
}

/** "基期2020为50%；2023为60%"; empty where neither is published. Their digits are those of the data. */
export function formatTargetPath(
  { baseline, milestones = [], unit }: Pick<Target, 'baseline' | 'milestones' | 'unit'>,
  lang: Lang,
): string {
  const named = formatUnit(unit, lang)
  const space = lang === 'en' && named !== '' && named !== '%' ? ' ' : ''
  const say = (period: string, value: number) => {
    const when = formatPeriodShort(periodOf(period), lang)
    return `${when}${lang === 'zh' ? '为' : ': '}${value}${space}${named}`
  }
  const base = baseline ? [say(baseline.period, baseline.value)] : []
  const prefix = lang === 'zh' ? '基期' : 'baseline '
  return [
    ...base.map((text) => prefix + text),
    ...milestones.map((each) => say(each.period, each.value)),
  ].join(lang === 'zh' ? '；' : '; ')
}
