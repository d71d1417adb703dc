/** What a publication gave, in a few words: "焦作市55个数", "河南省1个目标". */
import type { Catalog, Region } from '../contract/catalog.ts'
import type { Publication } from '../contract/statement.ts'
import { regionsOf } from '../domain/source-list.ts'
import type { Lang } from './lang.ts'
import { formatGiven } from './sources-text.ts'

/** A district beside its city goes unnamed. */
function isWithin(region: Region, named: readonly Region[]): boolean {
  return named.some((other) => other.code === region.parent && other.level === 'prefecture')
}

export function formatContribution(publication: Publication, catalog: Catalog, lang: Lang): string {
  const { observationCount: figures, targets, tasks = [] } = publication
  const given = formatGiven({ figures, targets: targets.length, tasks: tasks.length }, lang)
  const named = regionsOf(publication, catalog)
  const regions = named.filter((region) => !isWithin(region, named)).map(({ name }) => name[lang])
  return lang === 'zh' ? `${regions.join('、')}${given}` : `${regions.join(', ')}: ${given}`
}
