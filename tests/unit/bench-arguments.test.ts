import { describe, expect, it } from 'vitest'
import { readArguments } from '../../bench/arguments.mjs'

describe('the command line of the bench', () => {
  it('is nine rounds on a fast machine, and nothing written, unless asked for', () => {
    expect(readArguments([])).toEqual({ runs: 9, isSlow: false, isWritten: false })
    expect(readArguments(['--runs', '3', '--slow'])).toEqual({
      runs: 3,
      isSlow: true,
      isWritten: false,
    })
    expect(readArguments(['--write', '--runs', '15']).isWritten).toBe(true)
  })

  it.each([
    [['--runs', '0'], '--runs 0'],
    [['--runs', 'many'], '--runs many'],
    [['--runs'], 'npm run bench'],
    [['--quick'], 'npm run bench'],
    [['overview'], 'npm run bench'],
  ])('%j is refused with the way it should be', (words, reason) => {
    expect(() => readArguments(words)).toThrow(reason)
  })

  it.each([[['--write', '--runs', '3']], [['--write', '--slow']]])(
    '%j is refused: the published results are of a full run',
    (words) => {
      expect(() => readArguments(words)).toThrow('docs/bench.md')
    },
  )
})
