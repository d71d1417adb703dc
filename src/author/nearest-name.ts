/** Names that a mistyped one may have meant. */

export interface Candidate {
  /** What has to stand in the file. */
  readonly id: string
  /** Other names a person may have typed for it. */
  readonly names: readonly string[]
}

const MAX_SUGGESTIONS = 3

/** Levenshtein distance, row by row. */
function editDistance(a: string, b: string): number {
  const left = Array.from(a)
  const right = Array.from(b)
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at)
  left.forEach((character, row) => {
    const next = [row + 1]
    right.forEach((other, column) => {
      const replaced = (previous[column] ?? Infinity) + (character === other ? 0 : 1)
      const inserted = (next[column] ?? Infinity) + 1
      const dropped = (previous[column + 1] ?? Infinity) + 1
      next.push(Math.min(replaced, inserted, dropped))
    })
    previous = next
  })
  return previous[right.length] ?? Infinity
}

/** Distance as a share of the longer text; a text inside the other counts as near. */
function farness(found: string, name: string): number {
  const [a, b] = [found.toLowerCase(), name.toLowerCase()]
  const longer = Math.max(Array.from(a).length, Array.from(b).length, 1)
  const share = editDistance(a, b) / longer
  return a.length >= 2 && b.includes(a) ? Math.min(share, 0.3) : share
}

const MAX_FARNESS = 0.5

/** Up to three ids, nearest first, by id or by any of its names. */
export function nearestNames(found: string, candidates: readonly Candidate[]): readonly string[] {
  return candidates
    .map(({ id, names }) => ({
      id,
      far: Math.min(...[id, ...names].map((name) => farness(found, name))),
    }))
    .filter(({ far }) => far <= MAX_FARNESS)
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ id }) => id)
}
