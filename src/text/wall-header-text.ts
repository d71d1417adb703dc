/** The header of the wall: whose data, of when, how old, and what is wrong with that. */
import type { Region } from '../contract/catalog.ts'
import type { DataAge } from '../domain/data-age.ts'
import type { AsOf } from '../domain/standing.ts'
import { formatAge } from './age-text.ts'
import type { Lang } from './lang.ts'
import { formatDay } from './period-text.ts'

export interface DataAgeText {
  /** "本市数据2023年5月29日，距今3年5个月". */
  readonly text: string
  /** "已过有效期（至2026-01-31）"; empty where all is well. */
  readonly remark: string
}

/** Words before "data": the home of a city's wall is "this city", another is called by its name. */
function ownerOf(region: Region | null, isHome: boolean, lang: Lang): string {
  if (!region) return ''
  const { name, level } = region
  if (!isHome || level !== 'prefecture') return name[lang]
  return lang === 'zh' ? '本市' : 'City'
}

function remarkOf(dataAge: DataAge, asOf: AsOf, lang: Lang): string {
  const isChinese = lang === 'zh'
  switch (dataAge.kind) {
    case 'calm':
      return ''
    case 'amber':
      if (asOf !== 'latest') return isChinese ? '当时已过更新期' : 'an update was overdue then'
      return isChinese ? '已过更新期' : 'an update is overdue'
    case 'red':
      return isChinese
        ? `已过有效期（至${dataAge.expires}）`
        : `no longer valid (until ${dataAge.expires})`
    case 'implausible':
      return isChinese ? '本机时钟可能有误' : 'this clock may be wrong'
  }
}

/**
 * `region`: whose data they are; null where it has none, and those of others stand in. With a day of
 * knowledge the age is that of the day: the header names both, and how long ago is no question then.
 */
export function formatDataAge(
  dataAge: DataAge,
  region: Region | null,
  isHome: boolean,
  lang: Lang,
  asOf: AsOf = 'latest',
): DataAgeText {
  const day = formatDay(dataAge.publishedDay, lang)
  const owner = ownerOf(region, isHome, lang)
  const whose = owner === '' ? 'Data' : `${owner} data`
  const data = lang === 'zh' ? `${owner}数据${day}` : `${whose} of ${day}`
  const remark = remarkOf(dataAge, asOf, lang)
  const age = dataAge.kind === 'implausible' || asOf !== 'latest' ? null : dataAge.age
  if (!age) return { text: data, remark }
  if (age.totalDays === 0) {
    return { text: `${data}${lang === 'zh' ? '，今日公布' : ', published today'}`, remark }
  }
  const old = formatAge(age, lang)
  return { text: lang === 'zh' ? `${data}，距今${old}` : `${data}, ${old} ago`, remark }
}
