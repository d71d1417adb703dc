/** What a written panel knows of itself, in attributes of its root: written by render-embeds.ts. */
import type { ShippedFile } from '../feed/shipped.ts'
import { LANGS, type Lang } from '../text/lang.ts'
import type { EmbedChoice } from './embed-choice.ts'

export interface EmbedFacts {
  readonly indicator: string
  readonly lang: Lang
  /** Number of the generation that the panel was written from. */
  readonly seq: number
  /** Day of that generation's latest publication. */
  readonly knownUntil: string
  /** Code of the region that the panel was written for. */
  readonly home: string
  /** Day from which the next figure is late, where an update period is declared; else empty. */
  readonly dueDay: string
  readonly generation: ShippedFile
}

/** Class of the root, in the frame's document as in the element's shadow. */
export const ROOT_CLASS = 'embed-root'

/** Null where the root is not one of ours. `baseUrl` is that of the panel's own document. */
export function readFacts(root: HTMLElement, baseUrl: string): EmbedFacts | null {
  const { dataset } = root
  const { embed, seq, until, home, due = '', generation, integrity } = dataset
  const lang = LANGS.find((each) => each === dataset['language'])
  if (!embed || !seq || !until || !home || !generation || !integrity || !lang) return null
  const url = new URL(generation, baseUrl).href
  return {
    indicator: embed,
    lang,
    seq: Number(seq),
    knownUntil: until,
    home,
    dueDay: due,
    generation: { url, integrity },
  }
}

/**
 * True where the panel that was written is the one that is asked for: a pinned day on which everything
 * was known already asks for nothing else.
 */
export function isWrittenView(facts: EmbedFacts, choice: EmbedChoice): boolean {
  const isHome = choice.region === null || choice.region === facts.home
  const isKnown = choice.asOf === 'latest' || choice.asOf >= facts.knownUntil
  return isHome && isKnown && choice.lang === facts.lang
}
