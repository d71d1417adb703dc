import type { Checked } from '../../../src/contract/issue.ts'
import { parseCatalog, parseManifest, parseSnapshot } from '../../../src/contract/parse.ts'
import { figure, snapshot } from './snapshot.ts'

export const HASH = '0123456789abcdef'.repeat(4)

/** A manifest without snapshots. */
export function manifest(overrides: Record<string, unknown> = {}): Record<string, unknown> {
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

/** A snapshot as a manifest lists it. */
export function entry(overrides: Record<string, unknown> = {}): Record<string, unknown> {
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
export function refusedAt(result: Checked<unknown>): readonly string[] {
  return result.ok ? [] : [...new Set(result.issues.map((found) => found.path))]
}

export const readManifest = (value: unknown) => refusedAt(parseManifest(JSON.stringify(value)))
export const readSnapshot = (value: unknown) => refusedAt(parseSnapshot(JSON.stringify(value)))
export const readCatalog = (value: unknown) => refusedAt(parseCatalog(JSON.stringify(value)))
export const readFigure = (...args: Parameters<typeof figure>) =>
  readSnapshot(snapshot('a', '2022-09-09', [figure(...args)]))
