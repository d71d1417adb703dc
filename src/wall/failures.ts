/** What could not be shown, and why: which slides are left out, and when they get another chance. */
import { viewsOf } from '../domain/slides.ts'
import type { Layer } from './layers.ts'

/** What failed gets another chance so often. */
const RETRY_MS = 60 * 60_000
/** Stands for the list of slides among the slides that failed. */
export const LIST = 'slides'

export interface Failure {
  readonly reason: string
  /** Number of the layer that it was seen in; null: it never came so far. */
  readonly layer: number | null
}

export interface Failures {
  /** Whole slides, by name. */
  readonly slides: ReadonlyMap<string, Failure>
  /** Single panels of slides that are shown, by indicator. */
  readonly panels: ReadonlyMap<string, Failure>
  /** Since when they wait for another chance. */
  readonly sinceMs: number
}

export type Part = 'slides' | 'panels'

export const NO_FAILURES: Failures = Object.freeze({
  slides: new Map(),
  panels: new Map(),
  sinceMs: 0,
})

function keep(
  failed: ReadonlyMap<string, Failure>,
  isKept: (name: string, failure: Failure) => boolean,
): ReadonlyMap<string, Failure> {
  const kept = [...failed].filter(([name, failure]) => isKept(name, failure))
  return kept.length === failed.size ? failed : new Map(kept)
}

/** The same object where nothing changes. */
function changed(failures: Failures, change: Partial<Failures>): Failures {
  const next = { ...failures, ...change }
  return next.slides === failures.slides && next.panels === failures.panels ? failures : next
}

function hasAny({ slides, panels }: Failures): boolean {
  return slides.size + panels.size > 0
}

interface FailedPart {
  readonly name: string
  readonly failure: Failure
  readonly nowMs: number
}

export function noteFailure(
  failures: Failures,
  part: Part,
  { name, failure, nowMs }: FailedPart,
): Failures {
  const before = failures[part].get(name)
  if (before?.reason === failure.reason && before.layer === failure.layer) return failures
  const sinceMs = hasAny(failures) ? failures.sinceMs : nowMs
  return { ...failures, [part]: new Map(failures[part]).set(name, failure), sinceMs }
}

/** What is tried again: it fails again, or it is well. */
export function forget(failures: Failures, part: Part, name: string): Failures {
  return changed(failures, { [part]: keep(failures[part], (each) => each !== name) })
}

/** A layer has been drawn and comes to the front: what failed in an earlier one of it is well again. */
export function settle(failures: Failures, { id, slide }: Layer): Failures {
  const shown = new Set(viewsOf(slide).map(({ indicator }) => indicator.id))
  const isStill = (name: string, { layer }: Failure) => !shown.has(name) || layer === id
  return changed(failures, { panels: keep(failures.panels, isStill) })
}

/**
 * After an hour every slide has another chance, and what was said of a panel stands until its slide
 * is drawn again; null before. The list of slides would be the same until there are other data.
 */
export function retry(failures: Failures, nowMs: number): Failures | null {
  if (!hasAny(failures) || nowMs - failures.sinceMs < RETRY_MS) return null
  return { ...failures, slides: keep(failures.slides, (name) => name === LIST), sinceMs: nowMs }
}

/** Whether what stands in front is, or has, what failed: then it is to be drawn anew, not left standing. */
export function isIll({ slides, panels }: Failures, { id, slide }: Layer): boolean {
  return slides.has(slide.name) || [...panels.values()].some(({ layer }) => layer === id)
}

/** Places of the slides that are left out. */
export function leftOut({ slides }: Failures, names: readonly string[]): readonly number[] {
  return names.flatMap((name, i) => (slides.has(name) ? [i] : []))
}

/** Each name with its reason. */
export function reasonsOf({ slides, panels }: Failures): readonly (readonly [string, string])[] {
  return [...slides, ...panels].map(([name, { reason }]) => [name, reason] as const)
}
