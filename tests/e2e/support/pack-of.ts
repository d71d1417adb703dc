/** The data pack of a copy of the built app, made by another program than the app. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { Manifest } from '../../../src/contract/manifest.ts'

/** `root`: the folder that a server gets. */
export function packOfFolder(root: string): Buffer {
  const data = join(root, 'data')
  const manifest = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8')) as Manifest
  const names = [manifest.catalog, ...manifest.snapshots].map(({ path }) => path)
  const files = ['manifest.json', ...names].map(
    (name) => [name, new Uint8Array(readFileSync(join(data, name)))] as const,
  )
  return Buffer.from(zipSync(Object.fromEntries(files)))
}
