/** Many files, a few at a time; all of them or the reasons why not. */
import type { Issue } from '../contract/issue.ts'
import type { Taken } from './take-file.ts'

/** Browsers open six connections to a host over HTTP/1.1. */
const MAX_AT_ONCE = 6

/** A server in trouble is not asked for the rest; a wrong file still lets the others be checked. */
const TROUBLE_CODES: ReadonlySet<string> = new Set(['stall', 'too-slow', 'interrupted'])

function isTrouble<T>(taken: Taken<T>): boolean {
  if (taken.kind === 'taken') return false
  return taken.kind === 'unreachable' || taken.issues.some(({ code }) => TROUBLE_CODES.has(code))
}

function gather<T>(results: readonly Taken<T>[]): Taken<readonly T[]> {
  const values: T[] = []
  const issues: Issue[] = []
  for (const result of results) {
    if (result.kind === 'taken') values.push(result.value)
    else if (result.kind === 'refused') issues.push(...result.issues)
  }
  if (issues.length > 0) return { kind: 'refused', issues }
  if (values.length < results.length) return { kind: 'unreachable' }
  return { kind: 'taken', value: values }
}

/** Results keep the order of the jobs, whatever comes first. */
export async function takeAll<T>(
  jobs: readonly (() => Promise<Taken<T>>)[],
): Promise<Taken<readonly T[]>> {
  const results: Taken<T>[] = []
  let next = 0
  let isGivenUp = false

  async function work(): Promise<void> {
    while (next < jobs.length && !isGivenUp) {
      const index = next
      next += 1
      const job = jobs[index]
      if (!job) return
      const result = await job()
      results[index] = result
      if (isTrouble(result)) isGivenUp = true
    }
  }

  await Promise.all(Array.from({ length: MAX_AT_ONCE }, work))
  // Flattens the holes that giving up leaves: they are not successes.
  return gather(Object.values(results))
}
