import { describe, expect, it } from 'vitest'
import { catalog } from './builders/catalog.ts'
import { entry, HASH, manifest, readCatalog, readManifest } from './builders/refusal.ts'

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
