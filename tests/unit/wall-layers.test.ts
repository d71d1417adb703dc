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

const shown = turn(prepare([], slide('a')))
const ready = prepare(shown, slide('b'))

describe('the layers of the wall', () => {
  it('hold the next slide behind the one in front, and bring it forward when it is its turn', () => {
    expect(written(ready)).toBe('[a] b')
    expect(nextOf(ready)?.slide.name).toBe('b')
    expect(written(turn(ready))).toBe('a [b]')
    expect(written(clear(turn(ready)))).toBe('[b]')
  })

  it('are never more than three, whatever waits or fades', () => {
    const fading = turn(ready)
    expect(written(prepare(fading, slide('c')))).toBe('[b] c')
    expect(written(prepare(prepare(ready, slide('c')), slide('d')))).toBe('[a] d')
  })

  it('are other layers each time a slide comes again, so that it is drawn anew', () => {
    const again = prepare(clear(turn(ready)), slide('a'))
    const ids = [...ready, ...again].map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(nextOf(again)?.id).toBeGreaterThan(frontOf(again)?.id ?? Infinity)
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
