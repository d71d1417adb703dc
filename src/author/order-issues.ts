/** Findings in the order in which a person goes through the tables: by file, then by row. */
import type { Issue } from '../contract/issue.ts'

interface Place {
  readonly file: string
  readonly row: number
}

/** Nothing in front of what names no row. */
function placeOf({ path }: Issue): Place {
  const [, file = '', row = '0'] = /^(.*?):(\d+):/.exec(path) ?? []
  return { file, row: Number(row) }
}

/** `files` in the order in which they were given; findings of one row keep theirs. */
export function orderIssues(issues: readonly Issue[], files: readonly string[]): readonly Issue[] {
  const rank = new Map(files.map((file, at) => [file, at]))
  return issues
    .map((found) => ({ found, ...placeOf(found) }))
    .sort((a, b) => (rank.get(a.file) ?? -1) - (rank.get(b.file) ?? -1) || a.row - b.row)
    .map(({ found }) => found)
}
