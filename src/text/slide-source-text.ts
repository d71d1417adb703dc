/** One line of sources beneath a slide: every document behind its numbers, in as many words as fit. */
import type { Bilingual } from '../contract/issue.ts'
import type { ObservationStatus } from '../contract/snapshot.ts'
import type { Publication } from '../contract/statement.ts'
import type { Point } from '../domain/point.ts'
import type { Lang } from './lang.ts'
import { plural } from './plural-text.ts'
import { fullWidthPunctuation } from './rich.ts'

const MARKS: Partial<Readonly<Record<ObservationStatus, Bilingual>>> = {
  E: { zh: '空心为推算', en: 'hollow: estimated' },
  P: { zh: '半实心为初步数', en: 'half-filled: provisional' },
  D: { zh: '菱形口径不同', en: 'diamond: definition differs' },
  F: { zh: '虚圈为预测', en: 'dashed: forecast' },
}

/** "空心为推算": what the marks in the pictures mean, for those that occur. */
export function formatMarks(statuses: Iterable<ObservationStatus>, lang: Lang): string {
  const found = new Set(statuses)
  const order: readonly ObservationStatus[] = ['E', 'P', 'D', 'F']
  const words = order.filter((status) => found.has(status)).flatMap((each) => MARKS[each] ?? [])
  return words.map((each) => each[lang]).join(lang === 'zh' ? '，' : ', ')
}

function join(parts: readonly string[], lang: Lang): string {
  return parts.filter((part) => part !== '').join(lang === 'zh' ? '，' : ', ')
}

/** Publisher, title, day, place in the document, as far as they are given. */
function whole(source: Publication, place: string, lang: Lang): string {
  const [publisher, title] = [source.publisher, source.title].map(fullWidthPunctuation)
  return join([publisher ?? '', title ?? '', source.published, fullWidthPunctuation(place)], lang)
}

/** "焦作市生态环境局2021-01-23、2022-09-09；河南省生态环境厅2024-06-03". */
function byPublisher(sources: readonly Publication[], lang: Lang): string {
  const days = new Map<string, string[]>()
  for (const { publisher, published } of sources) {
    const name = fullWidthPunctuation(publisher)
    days.set(name, [...(days.get(name) ?? []), published])
  }
  const comma = lang === 'zh' ? '、' : ', '
  return [...days]
    .map(([name, own]) => `${name}${lang === 'zh' ? '' : ' '}${own.join(comma)}`)
    .join(lang === 'zh' ? '；' : '; ')
}

function distinct(sources: readonly Publication[]): readonly Publication[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()]
}

/** First the day on which one publisher spoke last, and how many documents there are. */
function inShort(sources: readonly Publication[], lang: Lang): string {
  const [first] = [...sources].sort((a, b) => (a.published < b.published ? 1 : -1))
  if (!first) return ''
  const name = fullWidthPunctuation(first.publisher)
  if (sources.length === 1) return `${name}${lang === 'zh' ? '' : ' '}${first.published}`
  return lang === 'zh'
    ? `${name}${first.published}等${sources.length}份出处`
    : `${name} ${first.published} and ${plural(sources.length - 1, 'other')}`
}

const PLACES = {
  pictured: { zh: '图中', en: 'in the picture' },
  beside: { zh: '对照的数', en: 'for comparison' },
  both: { zh: '图中和对照的数', en: 'in the picture and for comparison' },
} as const satisfies Record<string, Bilingual>

/** "；图中另有8份出处": of what stands beside the large figures. */
function formatFurther(count: number, place: keyof typeof PLACES, lang: Lang): string {
  if (count === 0) return ''
  return lang === 'zh'
    ? `；${PLACES[place].zh}另有${count}份出处`
    : `; ${plural(count, 'further document')} ${PLACES[place].en}`
}

/** "；另有2份": where there is no room to say of what. */
function formatMore(count: number, lang: Lang): string {
  return lang === 'zh' ? `；另有${count}份` : `; ${count} more`
}

export interface SourcesOfSlide {
  /** The large figures. */
  readonly figures: readonly Point[]
  /** Documents of what these are compared with. */
  readonly beside: readonly Publication[]
  /** Documents of what is drawn. */
  readonly pictured: readonly Publication[]
}

/** What is named, and what is only counted behind it. */
function counted(
  named: readonly Publication[],
  { beside, pictured }: SourcesOfSlide,
  lang: Lang,
): string {
  const isMore = ({ id }: Publication) => !named.some((source) => source.id === id)
  const more = distinct([...beside, ...pictured]).filter(isMore)
  const besides = distinct(beside).filter(isMore).length
  const drawn = distinct(pictured).filter(isMore).length
  const only = besides === 0 ? 'pictured' : 'beside'
  return formatFurther(more.length, drawn > 0 && besides > 0 ? 'both' : only, lang)
}

/** The place in the document, where all figures stand at the same. */
function placeOf(figures: readonly Point[]): string {
  const places = new Set(figures.map(({ statement }) => statement.locator ?? ''))
  const [place = ''] = places
  return places.size === 1 ? place : ''
}

/** Ways to name the sources of a slide, the fullest first; empty where there are none. */
export function formatSlideSources(shown: SourcesOfSlide, lang: Lang): readonly string[] {
  const { figures, beside, pictured } = shown
  const large = distinct(figures.map(({ source }) => source))
  const near = distinct([...large, ...beside])
  const all = distinct([...near, ...pictured])
  const [first] = all
  if (!first) return []
  // Without a large figure what stands beside it is all that there is.
  const lead = large.length > 0 ? large : near.length > 0 ? near : all
  const ways = [
    ...(all.length === 1 ? [whole(first, placeOf(figures), lang), whole(first, '', lang)] : []),
    ...(all.length > 1 ? [byPublisher(all, lang)] : []),
    ...(near.length > 1 ? [byPublisher(near, lang) + counted(near, shown, lang)] : []),
    ...(lead.length > 1 ? [byPublisher(lead, lang) + counted(lead, shown, lang)] : []),
    ...(lead.length > 1 && lead.length < all.length
      ? [byPublisher(lead, lang) + formatMore(all.length - lead.length, lang)]
      : []),
    inShort(lead, lang) + counted(lead, shown, lang),
  ]
  return ways.map((way) => (lang === 'zh' ? '来源：' : 'Source: ') + way)
}
