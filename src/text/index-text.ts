/** The index of indicators in words, and the forms in which they are drawn. */
import type { Form } from '../domain/form.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from './lang.ts'
import { formatDay } from './period-text.ts'
import { PHRASE_END } from './rich.ts'

const FORMS: Readonly<Record<Form, { readonly zh: string; readonly en: string }>> = {
  stretches: { zh: '各期均值', en: 'means over time' },
  columns: { zh: '逐期柱', en: 'columns' },
  steps: { zh: '累计阶梯', en: 'growing total' },
  line: { zh: '折线', en: 'line' },
  slope: { zh: '两期对照', en: 'two figures' },
  ranks: { zh: '位次', en: 'ranks' },
  parts: { zh: '部分与整体', en: 'parts of a whole' },
  share: { zh: '占比', en: 'share' },
  fact: { zh: '单个数', en: 'one figure' },
}

export function formatForm(form: Form, lang: Lang): string {
  return FORMS[form][lang]
}

/** "75项指标，分10个主题，项项有数"; of a past day it says the day. */
export function formatIndexSentence(
  counts: { readonly indicators: number; readonly themes: number; readonly known: number },
  asOf: AsOf,
  lang: Lang,
): string {
  const { indicators, themes, known } = counts
  const isAll = known === indicators
  if (lang === 'en') {
    const head = `${indicators} indicators in ${themes} themes`
    const day = asOf === 'latest' ? '' : ` as of ${formatDay(asOf, lang)}`
    return isAll ? `${head}, figures for all${day}` : `${head}, figures for ${known}${day}`
  }
  const day = asOf === 'latest' ? '' : `截至${formatDay(asOf, lang)}`
  const said = isAll ? '项项有数' : `${known}项有数`
  return `${indicators}项指标，${PHRASE_END}分${themes}个主题，${PHRASE_END}${day}${said}`
}

/** "41期" behind a row. */
export function formatKnownCount(count: number, lang: Lang): string {
  return lang === 'zh' ? `${count}期` : String(count)
}
