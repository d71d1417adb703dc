import { describe, expect, it } from 'vitest'
import { attempt } from '../../src/wall/attempt.ts'

describe('what is attempted', () => {
  it('gives its value, or why there is none', () => {
    expect(attempt(() => 7)).toEqual({ value: 7, reason: '' })
    const failing = attempt(() => {
      throw new RangeError('made to fail')
    })
    expect(failing).toEqual({ value: null, reason: 'made to fail' })
  })
})
