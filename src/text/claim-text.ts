/** What is said beyond the figure itself: a dispute, a break, a place, a change, a figure beside it. */
import type { Indicator } from '../contract/catalog.ts'
import type { Claim } from '../domain/message.ts'
import type { Point } from '../domain/point.ts'
import type { Rank } from '../domain/rank-claim.ts'
import { formatChange } from './change-text.ts'
import { formatDoubtClause, formatMonth } from './doubt-text.ts'
import { formatFigure } from './figure-text.ts'
import { formatFigureWords, formatStatusAside } from './figure-words.ts'
import type { Lang } from './lang.ts'
import { lowerFirst } from './letter-case.ts'
import { PHRASE_END } from './rich.ts'
import { formatScheduleClaim } from './schedule-text.ts'

const RANK_WORDS = /全省(?:月排名|排名|位次)$/

/** What a rank is about: 空气质量全省月排名 → 空气质量; in English the rank itself, less its province. */
export function rankSubject(indicator: Indicator, lang: Lang): string {
  if (lang === 'zh') return indicator.name.zh.replace(RANK_WORDS, '')
  return indicator.name.en.replace(/,? rank in province$/i, (end) =>
    end.startsWith(',') ? '' : ' rank',
  )
}

function formatRankClaim(rank: Rank, indicator: Indicator, lang: Lang): string {
  const subject = rankSubject(rank.indicator, lang)
  const figure = formatFigure(rank.point.reading, rank.indicator, lang)
  const aside = formatStatusAside(rank.point, lang)
  const isSameSubject = indicator.name[lang].startsWith(subject)
  if (lang === 'en') {
    const place = `${figure} in the province${aside}`
    return isSameSubject ? place : `${lowerFirst(subject)} ${place}`
  }
  return `${isSameSubject ? '' : subject}居全省${figure}${aside}`
}

/** One claim, to stand behind the figure of `point`. */
export function formatClaim(claim: Claim, point: Point, indicator: Indicator, lang: Lang): string {
  switch (claim.kind) {
    case 'dispute':
      return formatDoubtClause(claim.doubt, point, indicator, lang)
    case 'break': {
      const when = formatMonth(claim.cut.from, lang)
      return lang === 'zh'
        ? `${when}口径改变，${PHRASE_END}不与此前比较`
        : `definition changed in ${when}, not compared with earlier figures`
    }
    case 'across': {
      const when = formatMonth(claim.cut.from, lang)
      return lang === 'zh'
        ? `其间口径于${when}改变，${PHRASE_END}不与前后比较`
        : `the definition changed in ${when}, within this period; not compared with other figures`
    }
    case 'schedule':
      return formatScheduleClaim(claim.fact, indicator, lang)
    case 'range': {
      const { count, best, worst } = claim.range
      return lang === 'zh'
        ? `已知${count}期里最好第${best}位、${PHRASE_END}最后第${worst}位`
        : `best No. ${best} and worst No. ${worst} of the ${count} known`
    }
    case 'rank':
      return formatRankClaim(claim.rank, indicator, lang)
    case 'change':
      return formatChange(claim.change, point, indicator, lang)
    case 'peer': {
      const { region, point: beside } = claim
      const figure = formatFigureWords(beside.reading, indicator, lang)
      const aside = formatStatusAside(beside, lang)
      const isProvince = region.level === 'province'
      if (lang === 'zh') return `同期${isProvince ? '全省' : region.name.zh}${figure}${aside}`
      return `${region.name.en} in the same period: ${figure}${aside}`
    }
  }
}
