/** The list of a wall's slides as it is arranged: names in their order, as the address has them. */
import { MOST_PANELS } from '../domain/slides.ts'

const BESIDE = '+'

/** The slide at `at` one place up (−1) or down (1); the same list where there is no place. */
export function moveSlide(names: readonly string[], at: number, by: 1 | -1): readonly string[] {
  const [moved, other] = [names[at], names[at + by]]
  if (moved === undefined || other === undefined) return names
  const next = [...names]
  next[at] = other
  next[at + by] = moved
  return next
}

/** The last one stays: a wall shows something. */
export function removeSlide(names: readonly string[], at: number): readonly string[] {
  return names.length > 1 ? names.filter((_, i) => i !== at) : names
}

/** Behind the slide at `at`. */
export function addSlide(names: readonly string[], at: number, name: string): readonly string[] {
  return [...names.slice(0, at + 1), name, ...names.slice(at + 1)]
}

/** Indicators that a slide of indicators names. */
function partsOf(name: string): readonly string[] {
  return name.split(BESIDE)
}

/** Whether a further indicator may be named on a slide of indicators. */
export function hasRoomFor(name: string, indicator: string): boolean {
  const parts = partsOf(name)
  return parts.length < MOST_PANELS && !parts.includes(indicator)
}

/** A further indicator beside those of the slide at `at`. */
export function putBeside(
  names: readonly string[],
  at: number,
  indicator: string,
): readonly string[] {
  return names.map((name, i) => (i === at ? `${name}${BESIDE}${indicator}` : name))
}

/** An indicator less on the slide at `at`; the last one stays. */
export function takeOff(
  names: readonly string[],
  at: number,
  indicator: string,
): readonly string[] {
  return names.map((name, i) => {
    const parts = partsOf(name).filter((part) => part !== indicator)
    return i === at && parts.length > 0 ? parts.join(BESIDE) : name
  })
}

/** Null where the list is the one that the data give: it follows them then, and the address is short. */
export function withoutUsual(
  names: readonly string[],
  usual: readonly string[],
): readonly string[] | null {
  return names.join(',') === usual.join(',') ? null : names
}
