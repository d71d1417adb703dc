/** Titles of documents, which nobody has parted into phrases: they may break between words, never within one. */
import { PHRASE_END } from './rich.ts'

/** No line begins with it, and a figure keeps its unit. */
const CLINGS = /^[\p{P}\s的了]|^[年月日号份期项个号届次]$/u
const HOLDS = /[（《“‘〈(\d\s]$/u

/** Chromium has a dictionary of Chinese since 87; Firefox before 125 has none, and breaks anywhere. */
function wordsOf(title: string): readonly { readonly segment: string }[] {
  if (!('Segmenter' in Intl)) return [{ segment: title }]
  return [...new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(title)]
}

/** The title with the end of every word marked, as far as a line may end there. */
export function breakBetweenWords(title: string): string {
  return wordsOf(title).reduce((text, { segment }) => {
    const isWhole = text === '' || CLINGS.test(segment) || HOLDS.test(text)
    return text + (isWhole ? '' : PHRASE_END) + segment
  }, '')
}
