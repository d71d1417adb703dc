/** Same data and code, same bytes: whoever builds, wherever and whenever. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildWith, type Build } from './support/other-build.ts'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

let build: Build

beforeAll(() => {
  build = buildWith({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })
})

afterAll(() => build.remove())

function filesIn(root: string, inside = ''): readonly string[] {
  return readdirSync(join(root, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = join(inside, entry.name)
    return entry.isDirectory() ? filesIn(root, path) : [path]
  })
}

it('a build in another zone and language writes every file the same', () => {
  const files = [...filesIn(DIST)].sort()
  expect(files.length).toBeGreaterThan(300)
  expect([...filesIn(build.root)].sort()).toEqual(files)
  const different = files.filter(
    (file) => !readFileSync(join(DIST, file)).equals(readFileSync(join(build.root, file))),
  )
  expect(different).toEqual([])
})
