/** Whose figures a page shows, where they are not those of the home region. */
import type { Region } from '../contract/catalog.ts'
import type { Lang } from './lang.ts'

export function formatShownRegion({ name }: Region, lang: Lang): string {
  return lang === 'zh'
    ? `所示为${name.zh}的数；没有${name.zh}数的指标，以有数的地区代替并注明。`
    : `Shown: ${name.en}. Where it has no figures, another region stands in and is named.`
}

export function formatBackHome({ name }: Region, lang: Lang): string {
  return lang === 'zh' ? `回到${name.zh}` : `Back to ${name.en}`
}
