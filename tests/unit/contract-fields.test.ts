import { describe, expect, it } from 'vitest'
import { isSafeId, isSafeUrl } from '../../src/contract/fields.ts'
import { entry, manifest, readFigure, readManifest, readSnapshot } from './builders/refusal.ts'
import { snapshot, target } from './builders/snapshot.ts'

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
