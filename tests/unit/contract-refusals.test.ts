import { afterEach, describe, expect, it } from 'vitest'
import type { Checked } from '../../src/contract/issue.ts'
import { isSafeId, isSafeUrl } from '../../src/contract/fields.ts'
import { parseCatalog, parseManifest, parseSnapshot } from '../../src/contract/parse.ts'
import { catalog } from './builders/catalog.ts'
import { figure, missing, snapshot, target } from './builders/snapshot.ts'

const HASH = '0123456789abcdef'.repeat(4)

function manifest(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    format: 'qinglan-manifest/1',
    dataset: 'jiaozuo-environment',
    seq: 1,
    written: '2026-11-23T14:32:00+08:00',
    catalog: { path: 'catalog.01234567.json', bytes: 10, sha256: HASH },
    snapshots: [],
    ...overrides,
  }
}

function entry(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'jz-press-2022-09-09',
    revision: 1,
    published: '2022-09-09',
    path: 'snapshots/jz-press-2022-09-09.01234567.json',
    bytes: 10,
    sha256: HASH,
    ...overrides,
  }
}

/** Where a refusal finds fault; an accepted value has none. */
function refusedAt(result: Checked<unknown>): readonly string[] {
  return result.ok ? [] : [...new Set(result.issues.map((found) => found.path))]
}

const readManifest = (value: unknown) => refusedAt(parseManifest(JSON.stringify(value)))
const readSnapshot = (value: unknown) => refusedAt(parseSnapshot(JSON.stringify(value)))
const readCatalog = (value: unknown) => refusedAt(parseCatalog(JSON.stringify(value)))
const readFigure = (...args: Parameters<typeof figure>) =>
  readSnapshot(snapshot('a', '2022-09-09', [figure(...args)]))

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

describe('ids', () => {
  it.each([
    '__proto__',
    'constructor',
    'prototype',
    '',
    'A',
    'a b',
    'a--b',
    '-a',
    'a-',
    '焦作',
    'a/b',
    'a|b',
    '../a',
    'a\n',
    'a'.repeat(81),
  ])('refuses %j', (id) => {
    expect(isSafeId(id)).toBe(false)
    expect(readSnapshot(snapshot(id, '2022-09-09'))).toEqual(['id'])
    expect(readFigure('2021', '1', { indicator: id })).toEqual(['observations.0.indicator'])
    expect(readFigure('2021', '1', { contradicts: id })).toEqual(['observations.0.contradicts'])
    expect(readManifest(manifest({ dataset: id }))).toEqual(['dataset'])
  })

  it.each(['410', '4108000', '41080a', '41080０', ' 41080'])('refuses %j as a region', (code) => {
    expect(readFigure('2021', '1', { region: code })).toEqual(['observations.0.region'])
  })
})

describe('web addresses', () => {
  it.each([
    'https://sthjj.jiaozuo.gov.cn/2023/05-29/134309.html',
    'http://epaper.jzrb.com/rb/html/2017-10/13/content_455474.htm',
    'HTTPS://EXAMPLE.CN/?a=1&b=%20#c',
    'https://例子.中国/报告',
    'https://example.cn/@user',
  ])('takes %s', (url) => {
    expect(isSafeUrl(url)).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript://example.cn/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.cn/1',
    'file:///etc/passwd',
    'ftp://example.cn/a',
    '//example.cn/a',
    '/a',
    'example.cn',
    '',
    'https:',
    'https://',
    'https:example.cn',
    'https:///example.cn',
    'https:////example.cn',
    'https:\\\\example.cn',
    'https://example.cn\\@evil.example',
    'https://user@example.cn/',
    'https://user:secret@example.cn/',
    'https://:secret@example.cn/',
    'https://@example.cn/',
    'https://example.cn:99999/',
    'https://example.cn/a b',
    'https://example.cn/\u0000',
    'https://example.cn/\u202egnp.exe',
    'https://exam\u200bple.cn/',
    'http://[::1',
  ])('refuses %j', (url) => {
    expect(isSafeUrl(url)).toBe(false)
    expect(readSnapshot(snapshot('a', '2022-09-09', [], { url }))).toEqual(['url'])
  })
})

describe('dates and periods', () => {
  it.each([
    '2026-02-30',
    '2026-2-3',
    '2026-13-01',
    '2026-00-10',
    '2025-02-29',
    '1899-12-31',
    '2026-04-31',
    '26-01-01',
    '2026-01-01T00:00',
    '２０２６-01-01',
    ' 2026-01-01',
    '',
  ])('refuses %j as a day of publication', (published) => {
    expect(readSnapshot(snapshot('a', published))).toEqual(['published'])
    expect(readManifest(manifest({ snapshots: [entry({ published })] }))).toEqual([
      'snapshots.0.published',
    ])
    expect(readManifest(manifest({ expires: published }))).toEqual(['expires'])
  })

  it.each([
    '2026-02-30',
    '2026-Q5',
    '2026-Q0',
    '2026-q1',
    '2026-13',
    '2026/2025',
    '2026-05/2026-04',
    '2026-01/2026-03-31',
    '2026-Q1/2026-Q2',
    '2026-01/2026-02/2026-03',
    '/',
    '2026-01/',
    '0000',
    '2026-H1',
    'constructor',
    '',
  ])('refuses %j as a period', (period) => {
    expect(readFigure(period, '1')).toEqual(['observations.0.period'])
    expect(readSnapshot(snapshot('a', '2022-09-09', [], { targets: [target(period, 1)] }))).toEqual(
      ['targets.0.period'],
    )
  })

  it.each([
    '2026-02-30T10:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T10:60:00Z',
    '2026-11-23T10:00:00',
    '2026-11-23',
    '2026-11-23T10:00:00+99:00',
  ])('refuses %s as the time of writing', (written) => {
    expect(readManifest(manifest({ written }))).toEqual(['written'])
  })
})

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

  it.each(['45', true, {}, []])('refuses %j as a value', (value) => {
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

describe('the manifest', () => {
  it.each([0, -1, 1.5, 2 ** 31, 2 ** 53, '1', null])('refuses %j as seq', (seq) => {
    expect(readManifest(manifest({ seq }))).toEqual(['seq'])
  })

  it('takes the lowest and the highest seq', () => {
    expect(readManifest(manifest({ seq: 2 ** 31 - 1 }))).toEqual([])
    expect(readManifest(manifest({ seq: 1 }))).toEqual([])
  })

  it.each([
    '../catalog.json',
    'snapshots/../../etc/passwd.json',
    '/etc/passwd.json',
    '//evil.example/a.json',
    'https://evil.example/a.json',
    'a\\b.json',
    '..\\a.json',
    'a/./b.json',
    'a//b.json',
    '.hidden.json',
    'snapshots/.json',
    '%2e%2e/a.json',
    'a.json?x',
    'a.json#x',
    'a.json\n',
    'a.js',
    'a b.json',
    '',
    `${'a'.repeat(200)}.json`,
  ])('refuses the path %j', (path) => {
    expect(readManifest(manifest({ snapshots: [entry({ path })] }))).toEqual(['snapshots.0.path'])
    expect(readManifest(manifest({ catalog: { path, bytes: 1, sha256: HASH } }))).toEqual([
      'catalog.path',
    ])
  })

  it.each([
    ['bytes', -1],
    ['bytes', 1.5],
    ['bytes', 1e300],
    ['sha256', HASH.toUpperCase()],
    ['sha256', HASH.slice(1)],
    ['revision', 0],
    ['revision', 1.5],
    ['id', 'constructor'],
  ])('refuses an entry with %s %j', (field, value) => {
    expect(readManifest(manifest({ snapshots: [entry({ [field]: value })] }))).toEqual([
      `snapshots.0.${field}`,
    ])
  })

  it('refuses a format that it does not know', () => {
    expect(readManifest(manifest({ format: 'qinglan-manifest/2' }))).toEqual(['format'])
    expect(readCatalog({ ...catalog(), format: 'qinglan-manifest/1' })).toEqual(['format'])
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
