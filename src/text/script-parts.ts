/** Which stretches of an English text are Chinese: titles and notes of the sources keep their language. */

export interface ScriptPart {
  readonly text: string
  readonly isChinese: boolean
}

/** Chinese characters with their punctuation, and what stands between two of them without a space. */
const CHINESE =
  /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef](?:[^\s;]*[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])*/g

/** Joined again, the parts give the text back. */
export function partByScript(text: string): readonly ScriptPart[] {
  const parts: ScriptPart[] = []
  let done = 0
  for (const match of text.matchAll(CHINESE)) {
    if (match.index > done) parts.push({ text: text.slice(done, match.index), isChinese: false })
    parts.push({ text: match[0], isChinese: true })
    done = match.index + match[0].length
  }
  if (done < text.length) parts.push({ text: text.slice(done), isChinese: false })
  return parts
}
