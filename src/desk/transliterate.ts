/** Readings of Chinese characters: the one place that loads the dictionary, in a chunk of its own. */
import type { Transliterate } from './pinyin-match.ts'

/**
 * All readings of each character instead of the one that fits its word: 率 is found as lv and as
 * shuai, and the dictionary of words, half of the package, stays out of the chunk.
 */
export async function loadTransliterate(): Promise<Transliterate> {
  const { polyphonic } = await import('pinyin-pro')
  return (character) => {
    const [readings = []] = polyphonic(character, { toneType: 'none', v: true, type: 'array' })
    return [...new Set(readings)]
  }
}
