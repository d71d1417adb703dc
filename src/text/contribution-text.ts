/** What a publication gave, in a few words: "焦作市55个数", "河南省1个目标". */
import type { Catalog, Region } from '../contract/catalog.ts'
import type { Publication } from '../contract/statement.ts'
import type { Lang } from './lang.ts'

/** The regions that it speaks of, in the order of the catalog; a district beside its city goes unnamed. */
function regionNames(publication: Publication, catalog: Catalog, lang: Lang): readonly string[] {
  const codes = new Set([
    ...publication.seriesKeys.map((key) => key.split('|')[1]),
    ...publication.targets.map((target) => target.region),
  ])
  const named = catalog.regions.filter((region) => codes.has(region.code))
  const isWithin = (region: Region) =>
    catalog.regions.some(
      (other) =>
        other.code === region.parent && other.level === 'prefecture' && codes.has(other.code),
    )
  const wider = named.filter((region) => !isWithin(region))
  return wider.map((region) => region.name[lang])
}

function count(amount: number, zh: string, en: string, lang: Lang): string {
  if (amount === 0) return ''
  return lang === 'zh' ? `${amount}个${zh}` : `${amount} ${en}${amount === 1 ? '' : 's'}`
}

/** "1个数、2个目标", "1 figure, 2 targets". */
export function formatCounts(figures: number, targets: number, lang: Lang): string {
  return [count(figures, '数', 'figure', lang), count(targets, '目标', 'target', lang)]
    .filter((text) => text !== '')
    .join(lang === 'zh' ? '、' : ', ')
}

export function formatContribution(publication: Publication, catalog: Catalog, lang: Lang): string {
  const counts = formatCounts(publication.observationCount, publication.targets.length, lang)
  const regions = regionNames(publication, catalog, lang)
  return lang === 'zh' ? `${regions.join('、')}${counts}` : `${regions.join(', ')}: ${counts}`
}
