/** What a host may choose for a panel: in the frame's address or in the element's attributes. */
import { THEMES, type Theme } from '../charts/theme.ts'
import { isCalendarDate } from '../contract/calendar.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from '../text/lang.ts'

export interface EmbedChoice {
  readonly theme: Theme
  readonly lang: Lang
  /** `latest`: the panel lives; a day: it is pinned to what was known on it. */
  readonly asOf: AsOf
  /** Code per GB/T 2260; null: the city of the data. */
  readonly region: string | null
  /** Name and value of what was not understood. */
  readonly rejected: readonly (readonly [string, string])[]
}

/** Longer ones are not repeated to the reader. */
const LONGEST_VALUE = 40

/** `read` gives what was written under a name, or null. `langOfHost` is that of the page around. */
export function readChoice(
  read: (name: string) => string | null,
  langOfHost: string = '',
): EmbedChoice {
  const rejected: (readonly [string, string])[] = []
  const take = <T>(name: string, otherwise: T, parse: (value: string) => T | undefined): T => {
    const value = read(name)
    if (value === null || value === '') return otherwise
    const parsed = parse(value)
    if (parsed === undefined) rejected.push([name, value.slice(0, LONGEST_VALUE)])
    return parsed ?? otherwise
  }
  const langOf = (tag: string): Lang | undefined => {
    if (/^zh\b/i.test(tag)) return 'zh'
    return /^en\b/i.test(tag) ? 'en' : undefined
  }
  return {
    theme: take<Theme>('theme', 'light', (value) => THEMES.find((theme) => theme === value)),
    lang: take<Lang>('lang', langOf(langOfHost) ?? 'zh', langOf),
    asOf: take<AsOf>('v', 'latest', (value) => {
      if (value === 'latest') return value
      return isCalendarDate(value) ? value : undefined
    }),
    region: take<string | null>('region', null, (value) =>
      /^\d{6}$/.test(value) ? value : undefined,
    ),
    rejected,
  }
}
