/** The slides of a wall in their order: those that its address names, or those that the data give. */
import type { Evidence, Viewpoint } from '../domain/evidence.ts'
import { defaultSlideNames, viewSlide, type Slide } from '../domain/slides.ts'

export interface Playlist {
  readonly names: readonly string[]
  /** Names in the address that mean nothing for these data. */
  readonly unknown: readonly string[]
  /** Views are made once, and not before they are wanted. May throw where data and code disagree. */
  readonly slide: (name: string) => Slide | null
}

function remember(evidence: Evidence, viewpoint: Viewpoint): Playlist['slide'] {
  const known = new Map<string, Slide | null>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const slide = viewSlide(name, evidence, viewpoint)
    known.set(name, slide)
    return slide
  }
}

/** Names are looked at only where somebody typed them: the data's own are good. */
export function createPlaylist(
  asked: readonly string[] | null,
  evidence: Evidence,
  viewpoint: Viewpoint,
): Playlist {
  const slide = remember(evidence, viewpoint)
  if (!asked) return { names: defaultSlideNames(evidence, viewpoint), unknown: [], slide }
  const isKnown = (name: string): boolean => {
    try {
      return slide(name) !== null
    } catch {
      return true // it is there, and what is wrong with it is told when its turn comes
    }
  }
  const names = asked.filter(isKnown)
  const unknown = asked.filter((name) => !names.includes(name))
  // A wall that shows nothing helps nobody.
  if (names.length === 0) return { names: defaultSlideNames(evidence, viewpoint), unknown, slide }
  return { names, unknown, slide }
}
