import { afterEach, describe, expect, it } from 'vitest'
import type { Checked } from '../../src/contract/issue.ts'
import { parseCatalog, parseManifest, parseSnapshot } from '../../src/contract/parse.ts'
import { catalog } from './builders/catalog.ts'
import { entry, manifest, refusedAt } from './builders/refusal.ts'
import { figure, missing, snapshot, target } from './builders/snapshot.ts'

afterEach(() => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

describe('what is right', () => {
  it('is read as written', () => {
    const report = snapshot(
      'jz-2023',
      '2023-05-29',
      [figure('2021', '45'), figure('2022', '6.0'), missing('2020', '未公布')],
      {
        url: 'https://sthjj.jiaozuo.gov.cn/2023/05-29/134309.html',
        targets: [
          target('2025', 42.5, { decimals: 1, milestones: [{ period: '2023', value: 44 }] }),
        ],
        tasks: [{ number: '1', title: '任务', leadUnit: '市局', state: 'closed' }],
      },
    )
    expect(parseSnapshot(JSON.stringify(report))).toEqual({ ok: true, value: report })
    expect(parseCatalog(JSON.stringify(catalog()))).toEqual({ ok: true, value: catalog() })
    const whole = manifest({ snapshots: [entry()], expires: '2027-01-31' })
    expect(parseManifest(JSON.stringify(whole))).toEqual({ ok: true, value: whole })
  })
})

describe('text that is no JSON', () => {
  it.each(['', '{"format":', '﻿{}', '{"a": NaN}', 'undefined'])('refuses %j by code', (text) => {
    const result = parseManifest(text)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.issues[0]?.code).toBe('json')
  })

  it.each(['null', '[]', '"text"', '1', '[[[[]]]]'])(
    'refuses %s, which is no object of ours',
    (text) => {
      expect(parseManifest(text).ok).toBe(false)
      expect(parseCatalog(text).ok).toBe(false)
      expect(parseSnapshot(text).ok).toBe(false)
    },
  )

  it('reports at most twenty findings', () => {
    const bad = Array.from({ length: 50 }, () => figure('2026-13', '1'))
    const result = parseSnapshot(JSON.stringify(snapshot('a', '2022-09-09', bad)))
    expect(result.ok ? 0 : result.issues.length).toBe(20)
  })
})

describe('unknown and hostile keys', () => {
  it.each(['foo', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'refuses the key %s at every level, and pollutes nothing',
    (key) => {
      const extra = `"${key}":{"polluted":true},`
      const spoil = (value: unknown) => JSON.stringify(value).replace('{', `{${extra}`)
      const spoilInside = (value: unknown, list: string) =>
        JSON.stringify(value).replace(`"${list}":[{`, `"${list}":[{${extra}`)
      const report = snapshot('a', '2022-09-09', [figure('2021', '45')])
      expect(refusedAt(parseManifest(spoil(manifest())))).toEqual([key])
      expect(refusedAt(parseCatalog(spoil(catalog())))).toEqual([key])
      expect(refusedAt(parseSnapshot(spoil(report)))).toEqual([key])
      expect(refusedAt(parseSnapshot(spoilInside(report, 'observations')))).toEqual([
        `observations.0.${key}`,
      ])
      expect(refusedAt(parseCatalog(spoilInside(catalog(), 'indicators')))).toEqual([
        `indicators.0.${key}`,
      ])
    },
  )

  it('reads the last of two equal keys, and still checks it', () => {
    const text = JSON.stringify(manifest()).replace('"seq":1', '"seq":1,"seq":-5')
    expect(refusedAt(parseManifest(text))).toEqual(['seq'])
  })

  it('does not take a field from the prototype chain for a field of the file', () => {
    const nested = `{"__proto__":${JSON.stringify(manifest())}}`
    expect(refusedAt(parseManifest(nested))).toContain('format')
  })
})

describe('the news of a refusal', () => {
  const newsOf = (result: Checked<unknown>) => (result.ok ? undefined : result.issues[0])

  it('names a wrong date in both languages', () => {
    expect(newsOf(parseSnapshot(JSON.stringify(snapshot('a', '2026-02-30'))))).toEqual({
      path: 'published',
      code: 'schema-date',
      message: {
        zh: '"2026-02-30"，应为存在的日期（YYYY-MM-DD）',
        en: '"2026-02-30", expected a date that exists (YYYY-MM-DD)',
      },
    })
  })

  it('names a missing value without a reason', () => {
    const bad = snapshot('a', '2022-09-09', [figure('2021', '0', { value: null, status: 'M' })])
    expect(newsOf(parseSnapshot(JSON.stringify(bad)))).toEqual({
      path: 'observations.0',
      code: 'schema-reason',
      message: { zh: '缺失值没有写原因', en: 'a missing value without a reason' },
    })
  })

  it('names an unknown field', () => {
    expect(newsOf(parseManifest(JSON.stringify(manifest({ foo: 1 }))))).toEqual({
      path: 'foo',
      code: 'schema-unknown',
      message: { zh: '不认识的字段', en: 'an unknown field' },
    })
  })

  it('names an absent field', () => {
    const { seq: _seq, ...rest } = manifest()
    expect(newsOf(parseManifest(JSON.stringify(rest)))).toEqual({
      path: 'seq',
      code: 'schema-absent',
      message: { zh: '缺少这个字段', en: 'this field is absent' },
    })
  })

  it('shortens what it found', () => {
    const news = newsOf(parseSnapshot(JSON.stringify(snapshot('a', 'x'.repeat(5000)))))
    expect(news?.message.en.length).toBeLessThan(200)
  })
})
