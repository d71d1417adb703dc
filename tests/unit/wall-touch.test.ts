import { describe, expect, it } from 'vitest'
import { commandOfTouch } from '../../src/wall/use-wall-keys.ts'

describe('a touch of the wall', () => {
  it.each([0, 0.1, 0.5, 0.99])('first only holds it, wherever it falls (%d)', (x) => {
    expect(commandOfTouch(x, false)).toEqual({ kind: 'touch' })
  })

  it('then turns over at the sides, and holds in the middle', () => {
    expect(commandOfTouch(0.1, true)).toEqual({ kind: 'previous' })
    expect(commandOfTouch(0.9, true)).toEqual({ kind: 'next' })
    expect(commandOfTouch(0.5, true)).toEqual({ kind: 'touch' })
  })
})
