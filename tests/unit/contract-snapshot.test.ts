import { describe, expect, it } from 'vitest'
import { parseSnapshot } from '../../src/contract/parse.ts'
import { readFigure, readSnapshot, refusedAt } from './builders/refusal.ts'
import { figure, missing, snapshot, target } from './builders/snapshot.ts'

describe('figures', () => {
  it.each(['1e400', '-1e400'])('refuses %s, which a program reads as infinite', (number) => {
    const text = JSON.stringify(snapshot('a', '2022-09-09', [figure('2021', '45')]))
    const spoiled = text.replace('"value":45', `"value":${number}`)
    expect(refusedAt(parseSnapshot(spoiled))).toContain('observations.0.value')
  })

  it.each([1e300, 1e21, 1e16, -1e21])('refuses %d, which has no exact plain form', (value) => {
    expect(readFigure('2021', '1', { value })).not.toEqual([])
    expect(
      readSnapshot(snapshot('a', '2022-09-09', [], { targets: [target('2025', value)] })),
    ).not.toEqual([])
  })

  it.each(['45', true, {}, [[]]])('refuses %j as a value', (value) => {
    expect(readFigure('2021', '1', { value: value as unknown as number })).toEqual([
      'observations.0.value',
    ])
  })

  it.each([-1, 1.5, 13, null])('refuses %j decimals', (decimals) => {
    expect(readFigure('2021', '1', { decimals: decimals as number })).toContain(
      'observations.0.decimals',
    )
  })

  it('refuses a figure that has more digits than it says were printed', () => {
    expect(readFigure('2021', '37.85', { decimals: 1 })).toEqual(['observations.0'])
    expect(readFigure('2021', '37.85', { decimals: 4 })).toEqual([])
    const early = target('2025', 42.55, { decimals: 1 })
    expect(readSnapshot(snapshot('a', '2022-09-09', [], { targets: [early] }))).toEqual([
      'targets.0',
    ])
  })

  it('refuses a missing value without a reason, or with an empty one', () => {
    expect(readFigure('2021', '0', { value: null, status: 'M' })).toEqual(['observations.0'])
    expect(readFigure('2021', '0', { value: null, reason: '' })).toEqual(['observations.0.reason'])
    expect(readFigure('2021', '0', { value: null, reason: ' 　' })).toEqual([
      'observations.0.reason',
    ])
    expect(readSnapshot(snapshot('a', '2022-09-09', [missing('2021', '未监测')]))).toEqual([])
  })

  it('refuses a value that calls itself missing', () => {
    expect(readFigure('2021', '0', { status: 'M', reason: '未监测' })).toEqual(['observations.0'])
  })

  it.each([
    ['status', 'X'],
    ['status', 'a'],
    ['status', '__proto__'],
    ['qualifier', '≥'],
    ['qualifier', '=='],
    ['unit', ''],
    ['breakdown', ''],
    ['printed', ''],
  ])('refuses the %s %j', (field, value) => {
    expect(readFigure('2021', '1', { [field]: value })).toEqual([`observations.0.${field}`])
  })

  it('takes texts as data, whatever they look like', () => {
    const title = '<img src=x onerror=alert(1)>'
    expect(readSnapshot(snapshot('a', '2022-09-09', [], { title }))).toEqual([])
  })
})
