/** The slides that stand in the document: the one that is seen, and at times the next one behind it. */
import type { Slide } from '../domain/slides.ts'

export interface Layer {
  /** Rises with every slide; a slide that comes again is another layer. */
  readonly id: number
  readonly slide: Slide
  readonly isFront: boolean
}

export type Layers = readonly Layer[]

export function frontOf(layers: Layers): Layer | undefined {
  return layers.find(({ isFront }) => isFront)
}

/** The layer behind that waits for its turn, newer than the one in front. */
export function nextOf(layers: Layers): Layer | undefined {
  const front = frontOf(layers)
  return layers.find(({ id }) => id > (front?.id ?? -1))
}

/** Puts a slide behind the front one, in place of whatever waited there. */
export function prepare(layers: Layers, slide: Slide): Layers {
  const front = frontOf(layers)
  const id = Math.max(-1, ...layers.map((layer) => layer.id)) + 1
  return [...(front ? [front] : []), { id, slide, isFront: false }]
}

/** The waiting slide comes to the front; the other stays behind it until it has faded. */
export function turn(layers: Layers): Layers {
  const next = nextOf(layers)
  if (!next) return layers
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
