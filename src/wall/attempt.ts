/** What the frame of the wall depends on: a throw there would stop it, or leave nothing on the screen. */

export interface Attempt<T> {
  /** Null where it was not to be had. */
  readonly value: T | null
  /** Why not; empty where it was. */
  readonly reason: string
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

export function attempt<T>(act: () => T): Attempt<T> {
  try {
    return { value: act(), reason: '' }
  } catch (error) {
    return { value: null, reason: reasonOf(error) }
  }
}
