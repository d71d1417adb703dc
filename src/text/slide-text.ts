/** Words of the wall's slides: one line of sources, keys to marks, what is new. */
import type { ObservationStatus } from '../contract/snapshot.ts'
import type { Publication } from '../contract/statement.ts'
import type { Bilingual } from '../contract/issue.ts'
import type { Point } from '../domain/point.ts'
import type { Lang } from './lang.ts'
import { plural } from './plural-text.ts'
import { fullWidthPunctuation } from './rich.ts'

const WORDS = {
  source: { zh: '来源：', en: 'Source: ' },
  inspectionNote: {
    zh: '推进中不等于滞后，故不评红绿。',
    en: 'In progress is not late: not judged.',
  },
  others: { zh: '其他近期出处', en: 'Other recent documents' },
  slideFailed: { zh: '此页未能显示', en: 'This slide could not be shown' },
  panelFailed: { zh: '此图未能显示', en: 'This panel could not be shown' },
  unknown: { zh: '尚无数据', en: 'nothing known' },
} as const satisfies Record<string, Bilingual>

export function slideWord(name: keyof typeof WORDS, lang: Lang): string {
  return WORDS[name][lang]
}

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
function whole({ source, statement }: Point, lang: Lang, hasPlace: boolean): string {
  const place = hasPlace ? fullWidthPunctuation(statement.locator ?? '') : ''
  const title = fullWidthPunctuation(source.title)
  return join([fullWidthPunctuation(source.publisher), title, source.published, place], lang)
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

function distinct(points: readonly Point[]): readonly Publication[] {
  return [...new Map(points.map(({ source }) => [source.id, source])).values()]
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

/** "图中另有8份出处": of what is drawn beside the large figures. */
function formatFurther(count: number, lang: Lang): string {
  if (count === 0) return ''
  return lang === 'zh'
    ? `；图中另有${count}份出处`
    : `; ${plural(count, 'further document')} in the picture`
}

/**
 * Ways to name the sources of a slide, the fullest first; empty where there are none. `points` are its
 * large figures, `drawn` everything else in its pictures.
 */
export function formatSlideSources(
  points: readonly Point[],
  drawn: readonly Point[],
  lang: Lang,
): readonly string[] {
  const [first] = points
  if (!first) return []
  const sources = distinct(points)
  const all = distinct([...points, ...drawn])
  const further = formatFurther(all.length - sources.length, lang)
  const ways = [
    ...(all.length === 1
      ? [whole(first, lang, points.length === 1), whole(first, lang, false)]
      : []),
    ...(all.length > 1 ? [byPublisher(all, lang)] : []),
    ...(sources.length > 1 ? [byPublisher(sources, lang) + further] : []),
    inShort(sources, lang) + further,
  ]
  return ways.map((way) => slideWord('source', lang) + way)
}

/** "另有8项": figures of the theme for which the slide has no room. */
export function formatLeft(count: number, lang: Lang): string {
  if (count <= 0) return ''
  return lang === 'zh' ? `本主题另有${count}项` : `${count} more of this theme`
}
