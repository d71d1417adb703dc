/** The slides that stand in the document: the one that is seen, and at times the next one behind it. */
import type { Slide } from '../domain/slides.ts'

export interface Layer {
  /** Rises with every slide, and is never given twice; a slide that comes again is another layer. */
  readonly id: number
  readonly slide: Slide
  readonly isFront: boolean
  /** Came to the front without a fade. */
  readonly isStraight: boolean
}

export type Layers = readonly Layer[]

export function frontOf(layers: Layers): Layer | undefined {
  return layers.find(({ isFront }) => isFront)
}

function frontId(layers: Layers): number {
  return frontOf(layers)?.id ?? -1
}

/** The layer behind that waits for its turn, newer than the one in front. */
export function nextOf(layers: Layers): Layer | undefined {
  const front = frontId(layers)
  return layers.find(({ id }) => id > front)
}

/** True while the slide that stood in front before has not faded yet. */
export function isFading(layers: Layers): boolean {
  const front = frontId(layers)
  return layers.some(({ id }) => id < front)
}

/** Puts a slide behind the front one, in place of whatever waited there; what fades goes on fading. */
export function prepare(layers: Layers, slide: Slide, id: number): Layers {
  const front = frontId(layers)
  const seen = layers.filter((layer) => layer.id <= front)
  return [...seen, { id, slide, isFront: false, isStraight: false }]
}

/**
 * The waiting slide comes to the front; the other stays behind it until it has faded. Within a fade
 * it comes straight and alone: of three slides that fade at once none is there, and the wall goes dark.
 */
export function turn(layers: Layers): Layers {
  const next = nextOf(layers)
  if (!next) return layers
  if (isFading(layers)) return [{ ...next, isFront: true, isStraight: true }]
  return layers.map((layer) => ({ ...layer, isFront: layer.id === next.id }))
}

/** Takes away what has faded. */
export function clear(layers: Layers): Layers {
  const front = frontOf(layers)
  return front ? layers.filter(({ id }) => id >= front.id) : layers
}

/** Takes away a slide that failed before it was seen. */
export function drop(layers: Layers, id: number): Layers {
  return layers.filter((layer) => layer.id !== id || layer.isFront)
}
