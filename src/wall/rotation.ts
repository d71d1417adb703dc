/** Which slide is shown, and until when: the rotation of a wall as values that follow each other. */

/** After any key or touch the wall stands still for so long, so that whoever touched it can read on. */
export const TOUCH_PAUSE_MS = 90_000

/** Longer than a meeting: a key that somebody hit by chance must not stop the wall for good. */
export const LONGEST_HOLD_MS = 4 * 60 * 60_000

/**
 * All times are milliseconds of one clock that nobody sets, as `performance.now()` gives them: the
 * clock on the wall may be put right while it runs.
 */
export interface Rotation {
  readonly index: number
  readonly shownSinceMs: number
  /** Null: goes on by itself. 'held': until it is let go. */
  readonly pausedUntilMs: number | 'held' | null
  /** Where it is held. */
  readonly heldSinceMs?: number
  /** Slides that failed: left out when the wall goes on by itself or by a step, not when one is named. */
  readonly skipped: readonly number[]
}

export type RotationCommand =
  | { readonly kind: 'next' | 'previous' | 'first' | 'last' | 'toggle-pause' | 'touch' }
  | { readonly kind: 'jump'; readonly index: number }

export function startRotation(nowMs: number): Rotation {
  return { index: 0, shownSinceMs: nowMs, pausedUntilMs: null, skipped: [] }
}

/** From `index` in steps of ±1, round the end, to the next slide that did not fail; `index` if there is none. */
function step(index: number, by: 1 | -1, count: number, skipped: readonly number[]): number {
  for (let steps = 1; steps <= count; steps += 1) {
    const next = (((index + by * steps) % count) + count) % count
    if (!skipped.includes(next)) return next
  }
  return index
}

function targetOf({ index, skipped }: Rotation, command: RotationCommand, count: number): number {
  if (count === 0) return index
  switch (command.kind) {
    case 'next':
      return step(index, 1, count, skipped)
    case 'previous':
      return step(index, -1, count, skipped)
    case 'first':
      return step(-1, 1, count, skipped)
    case 'last':
      return step(count, -1, count, skipped)
    case 'jump':
      return command.index >= 0 && command.index < count ? command.index : index
    default:
      return index
  }
}

/** `count` is the number of slides. A number that no slide has leaves the slide, and pauses all the same. */
export function runCommand(
  rotation: Rotation,
  command: RotationCommand,
  nowMs: number,
  count: number,
): Rotation {
  const { pausedUntilMs } = rotation
  if (command.kind === 'toggle-pause') {
    return pausedUntilMs === 'held'
      ? { ...rotation, pausedUntilMs: null, shownSinceMs: nowMs }
      : { ...rotation, pausedUntilMs: 'held', heldSinceMs: nowMs }
  }
  const paused = pausedUntilMs === 'held' ? pausedUntilMs : nowMs + TOUCH_PAUSE_MS
  const index = targetOf(rotation, command, count)
  const shownSinceMs = index === rotation.index ? rotation.shownSinceMs : nowMs
  const held = paused === 'held' ? { heldSinceMs: nowMs } : {}
  return { ...rotation, index, shownSinceMs, pausedUntilMs: paused, ...held }
}

/** The slides that fail now, in place of those that failed before. */
export function skip(rotation: Rotation, indices: Iterable<number>): Rotation {
  const skipped = [...new Set(indices)].sort((a, b) => a - b)
  const isSame =
    skipped.length === rotation.skipped.length &&
    skipped.every((index, place) => index === rotation.skipped[place])
  return isSame ? rotation : { ...rotation, skipped }
}

/** Time that runs backwards, or slides that are no longer there, must not hold the wall up for ever. */
function settle(rotation: Rotation, nowMs: number, count: number): Rotation {
  const { index, shownSinceMs, pausedUntilMs } = rotation
  const isGone = index >= count && count > 0
  const isAhead = shownSinceMs > nowMs
  const latest = nowMs + TOUCH_PAUSE_MS
  const isTooLong = typeof pausedUntilMs === 'number' && pausedUntilMs > latest
  if (!isGone && !isAhead && !isTooLong) return rotation
  return {
    ...rotation,
    index: isGone ? 0 : index,
    shownSinceMs: isGone || isAhead ? nowMs : shownSinceMs,
    pausedUntilMs: isTooLong ? latest : pausedUntilMs,
  }
}

/**
 * What is shown from `nowMs` on; the same object where nothing changes. After a pause the slide has
 * its whole time again: whoever read it has not been looking at the next one.
 */
export function tick(rotation: Rotation, nowMs: number, dwellMs: number, count: number): Rotation {
  const now = settle(rotation, nowMs, count)
  const { index, shownSinceMs, pausedUntilMs, skipped } = now
  if (count === 0) return now
  if (pausedUntilMs === 'held') {
    const isForgotten = nowMs - (now.heldSinceMs ?? nowMs) >= LONGEST_HOLD_MS
    return isForgotten ? { ...now, pausedUntilMs: null, shownSinceMs: nowMs } : now
  }
  if (pausedUntilMs !== null) {
    return nowMs < pausedUntilMs ? now : { ...now, pausedUntilMs: null, shownSinceMs: nowMs }
  }
  const next = step(index, 1, count, skipped)
  const isOver = nowMs - shownSinceMs >= dwellMs || (skipped.includes(index) && next !== index)
  return isOver ? { ...now, index: next, shownSinceMs: nowMs } : now
}

/** Milliseconds until the wall goes on by itself; 'held' until it is let go, null where it is going. */
export function pauseLeft({ pausedUntilMs }: Rotation, nowMs: number): number | 'held' | null {
  if (typeof pausedUntilMs !== 'number') return pausedUntilMs
  return Math.max(0, pausedUntilMs - nowMs)
}
