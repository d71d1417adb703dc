/** What the wall could not show, and why: each reason once, with everything that it holds for. */
import type { Bilingual } from '../contract/issue.ts'
import type { NoticeWords } from './wall-text.ts'

export interface ReasonWords {
  /** What stands before the reason: "pm25、pm10：". */
  readonly of: Bilingual
  /** As the program gives it, in English. */
  readonly reason: string
}

/** One at least, as name and reason. */
export function failedWords(
  failed: readonly (readonly [name: string, reason: string])[],
): NoticeWords & { readonly reasons: readonly ReasonWords[] } {
  const groups = new Map<string, readonly string[]>()
  for (const [name, reason] of failed) groups.set(reason, [...(groups.get(reason) ?? []), name])
  const reasons = [...groups].map(([reason, names], i) => {
    const [zh, en] = i > 0 ? ['；', '; '] : ['', '']
    return {
      of: { zh: `${zh}${names.join('、')}：`, en: `${en}${names.join(', ')}: ` },
      reason,
    }
  })
  return {
    short: { zh: `${failed.length}处未能显示`, en: `${failed.length} not shown` },
    long: { zh: '', en: '' },
    reasons,
  }
}
