/** What stands in the wall's document: the slide that is seen, and at times the next one behind it. */
import { describe, expect, it } from 'vitest'
import type { Slide } from '../../src/domain/slides.ts'
import { clear, drop, frontOf, nextOf, prepare, turn, type Layers } from '../../src/wall/layers.ts'

function slide(name: string): Slide {
  const theme = { zh: name, en: name }
  return { kind: 'panels', name, theme, panels: [], rows: [], isFixed: false }
}

/** Names from the back to the front of the list; the one in front in brackets. */
function written(layers: Layers): string {
  const name = ({ slide: { name: own }, isFront }: Layers[number]) => (isFront ? `[${own}]` : own)
  return layers.map(name).join(' ')
}

const shown = turn(prepare([], slide('a'), 0))
const ready = prepare(shown, slide('b'), 1)

describe('the layers of the wall', () => {
  it('hold the next slide behind the one in front, and bring it forward when it is its turn', () => {
    expect(written(ready)).toBe('[a] b')
    expect(nextOf(ready)?.slide.name).toBe('b')
    expect(written(turn(ready))).toBe('a [b]')
    expect(written(clear(turn(ready)))).toBe('[b]')
  })

  it('are never more than three, whatever waits or fades', () => {
    const fading = turn(ready)
    expect(written(prepare(prepare(fading, slide('c'), 2), slide('d'), 3))).toBe('a [b] d')
    expect(written(prepare(prepare(ready, slide('c'), 2), slide('d'), 3))).toBe('[a] d')
  })

  it('come straight and alone within a fade: two that fade at once would leave the wall dark', () => {
    const fading = turn(ready)
    expect(frontOf(fading)?.isStraight).toBe(false)
    const straight = turn(prepare(fading, slide('c'), 2))
    expect(written(straight)).toBe('[c]')
    expect(frontOf(straight)?.isStraight).toBe(true)
    // The one after it fades again.
    const after = turn(prepare(straight, slide('d'), 3))
    expect(written(after)).toBe('c [d]')
    expect(frontOf(after)?.isStraight).toBe(false)
  })

  it('are other layers each time a slide comes again, so that it is drawn anew', () => {
    const again = prepare(clear(turn(ready)), slide('a'), 4)
    expect(written(again)).toBe('[b] a')
    expect(nextOf(again)?.id).toBe(4)
  })

  it('stay as they are where nothing waits, and where nothing has ever stood', () => {
    expect(turn(shown)).toBe(shown)
    expect(turn([])).toEqual([])
    expect(clear([])).toEqual([])
  })

  it('lose a slide that failed while it waited, and never the one that is seen', () => {
    const waiting = nextOf(ready)?.id ?? -1
    expect(written(drop(ready, waiting))).toBe('[a]')
    expect(written(drop(ready, frontOf(ready)?.id ?? -1))).toBe('[a] b')
  })

  it('clear what fades without the slide that was made ready meanwhile', () => {
    expect(written(clear(ready))).toBe('[a] b')
  })
})
