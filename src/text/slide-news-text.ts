/** Words of the slide that tells what is new: which document, which day, what it changed. */
import type { Publication } from '../contract/statement.ts'
import type { Lang } from './lang.ts'
import { monthName } from './period-text.ts'
import { plural } from './plural-text.ts'
import { fullWidthPunctuation, PHRASE_END } from './rich.ts'
import { breakBetweenWords } from './title-words.ts'

/** A part of the day as it is set: the number large, its unit small behind it. */
export interface DayPart {
  readonly number: string
  readonly unit: string
}

export interface NewsDay {
  /** 5月29日; 29 May. */
  readonly parts: readonly DayPart[]
  /** 2023年公布; 2023, published. */
  readonly beside: string
}

/** The day on which the document was published. */
export function formatNewsDay({ published }: Publication, lang: Lang): NewsDay {
  const [year, month = 0, date = 0] = published.split('-').map(Number)
  if (lang === 'en') {
    const parts = [{ number: String(date), unit: monthName(month, lang) }]
    return { parts, beside: `${year}, published` }
  }
  const parts = [
    { number: String(month), unit: '月' },
    { number: String(date), unit: '日' },
  ]
  return { parts, beside: `${year}年公布` }
}

/** "共55个数据，3项指标与此前不同"; `changed` indicators of the region differ from the figure before. */
export function formatNewsCounts(figures: number, changed: number, lang: Lang): string {
  if (lang === 'en') {
    const said = changed === 0 ? '' : `; ${plural(changed, 'indicator')} changed`
    return `${plural(figures, 'figure')}${said}`
  }
  const said = changed === 0 ? '' : `，${PHRASE_END}${changed}项指标与此前不同`
  return `共${figures}个数据${said}`
}

/** "本文另有12项指标": of the same document, for which the slide has no room. */
export function formatNewsLeft(count: number, lang: Lang): string {
  if (count <= 0) return ''
  return lang === 'zh' ? `本文另有${count}项指标` : `${plural(count, 'more indicator')} in it`
}

/** "河南日报，河南省…行动计划": a document before the latest, in its own language. */
export function formatOther({ publisher, title }: Publication): string {
  return breakBetweenWords(`${fullWidthPunctuation(publisher)}，${fullWidthPunctuation(title)}`)
}
