import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/author/read-arguments.ts'

function read(line: string) {
  return readArguments(line.split(' '))
}

describe('the words of a command line', () => {
  it('may name options before, between and behind the paths, with = or apart', () => {
    expect(read('import a --out b c --lang=en --confirm')).toEqual({
      command: 'import',
      paths: ['a', 'c'],
      values: { out: 'b', lang: 'en', confirm: true },
    })
    expect(read('--from data check')).toEqual({
      command: 'check',
      paths: [],
      values: { from: 'data' },
    })
  })

  it('keep a value that holds = or a dash, where it is attached', () => {
    expect(read('import a --revise=x=y --out=-b')?.values).toEqual({ revise: 'x=y', out: '-b' })
  })

  it('are paths behind --', () => {
    expect(read('import -- --odd -a')?.paths).toEqual(['--odd', '-a'])
  })

  it('take the last of an option that is repeated', () => {
    expect(read('export --out a --out b')?.values).toEqual({ out: 'b' })
  })

  it.each([
    'import a --out',
    'import a --out --confirm',
    'import a --confirm=yes',
    'import a -x',
    'import a --__proto__=b',
    'import a --constructor b',
    'check --out data',
  ])('make no command: %s', (line) => {
    expect(read(line)).toBeNull()
  })
})
