/** Whether a piece of a query can be read off a Chinese name: by its characters, readings or initials. */

/** What is eaten at once: one Chinese character, a Latin word or a number. */
export interface Cell {
  readonly text: string
  /** Toneless readings of a Chinese character, likeliest first, ü as v; none while unknown. */
  readonly readings: readonly string[]
}

/** Toneless readings of one Chinese character, ü as v. */
export type Transliterate = (character: string) => readonly string[]

export interface Step {
  readonly text: string
  /** The reading by which the character was found; absent where it was typed itself. */
  readonly reading?: string
  /** How many letters of the reading were typed. */
  readonly typed: number
}

export interface CellMatch {
  /** The cell where the match starts. */
  readonly at: number
  readonly steps: readonly Step[]
}

const NO_READINGS: Transliterate = () => []

/** Takes a folded text apart. */
export function splitCells(
  folded: string,
  transliterate: Transliterate = NO_READINGS,
): readonly Cell[] {
  return (folded.match(/[a-z]+|\d+|\p{Script=Han}/gu) ?? []).map((text) => ({
    text,
    readings: /\p{Script=Han}/u.test(text) ? withPlainU(transliterate(text)) : [],
  }))
}

/** 绿 and 率 are typed lv or lu. */
function withPlainU(readings: readonly string[]): readonly string[] {
  return [...new Set(readings.flatMap((each) => [each, each.replace('v', 'u')]))]
}

/** A whole reading, or its initial: y of you, sh or s of shu. */
function typings(reading: string): readonly string[] {
  const initial = /^[zcs]h/.test(reading) ? [reading.slice(0, 2)] : []
  return [reading, ...initial, reading.slice(0, 1)]
}

function stepsInto(cell: Cell, query: string): readonly Step[] {
  const { text } = cell
  if (query.startsWith(text)) return [{ text, typed: 0 }]
  if (cell.readings.length === 0) return text.startsWith(query) ? [{ text, typed: 0 }] : []
  return cell.readings.flatMap((reading) => {
    const whole = typings(reading).filter((each) => query.startsWith(each))
    // The last syllable may still be under way.
    const open = whole[0] !== reading && reading.startsWith(query) ? [query] : []
    return [...new Set([...whole, ...open])].map((each) => ({ text, reading, typed: each.length }))
  })
}

function eat(cells: readonly Cell[], at: number, query: string): readonly Step[] | null {
  if (query === '') return []
  const cell = cells[at]
  if (!cell) return null
  for (const step of stepsInto(cell, query)) {
    const eaten = step.reading === undefined ? step.text.length : step.typed
    const rest = eat(cells, at + 1, query.slice(eaten))
    if (rest) return [step, ...rest]
  }
  return null
}

function isTyped(steps: readonly Step[]): boolean {
  return steps.every((step) => step.reading === undefined)
}

/** The best place where the piece can be read off: typed itself before by readings, then the first. */
export function matchCells(cells: readonly Cell[], piece: string): CellMatch | null {
  let best: CellMatch | null = null
  for (let at = 0; at < cells.length; at++) {
    const steps = eat(cells, at, piece)
    if (!steps) continue
    if (isTyped(steps)) return { at, steps }
    best ??= { at, steps }
  }
  return best
}

/** True where every character was typed itself. */
export function isLiteral(match: CellMatch): boolean {
  return isTyped(match.steps)
}
