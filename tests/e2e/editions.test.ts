/** From tables to built files: the public edition holds nothing internal, the internal one all. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommandLine } from '../../src/author/command-line.ts'
import { diskFileSystem } from '../../src/author/disk.ts'
import { MADE_UP_INTERNAL, MADE_UP_SECRETS } from '../fixtures/author/made-up-internal.ts'
import { importInto } from './support/generations.ts'
import { buildWith, type Build } from './support/other-build.ts'

const DATA = fileURLToPath(new URL('../../public/data', import.meta.url))
const DIST = fileURLToPath(new URL('../../dist', import.meta.url))
/** Two whole builds, on a machine that has others to do too. */
const BUILD_MS = 360_000

let folder: string
let data: string
let open: Build
let closed: Build

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinglan-editions-'))
  data = join(folder, 'data')
  cpSync(DATA, data, { recursive: true })
  const tables = Object.entries(MADE_UP_INTERNAL).map(([name, text]) => [`${name}.csv`, text])
  importInto(folder, Object.fromEntries(tables) as Record<string, string>)
  open = buildWith({ QINGLAN_DATA: data })
  closed = buildWith({ QINGLAN_DATA: data, QINGLAN_EDITION: 'internal' })
}, BUILD_MS)

afterAll(() => {
  open.remove()
  closed.remove()
  rmSync(folder, { recursive: true })
})

/** Names and bytes of all files, as one searches them. */
function contents(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(root, path), readFileSync(path, 'utf8')]
    })
}

function secretsIn(root: string): readonly string[] {
  const texts = contents(root)
  return MADE_UP_SECRETS.filter((secret) => texts.some((text) => text.includes(secret)))
}

function checkPublic(built: string): { code: number; said: string } {
  const said: string[] = []
  const code = runCommandLine(['check', '--from', data, '--public', built], {
    fileSystem: diskFileSystem,
    now: () => new Date().toISOString(),
    run: String(process.pid),
    print: (line) => said.push(line),
    printError: (line) => said.push(line),
  })
  return { code, said: said.join('\n') }
}

it('the public build holds no byte of what is internal, and the check says so', () => {
  expect(secretsIn(open.root)).toEqual([])
  expect(contents(open.root).join('')).toContain('虚构的公开简报')
  expect(checkPublic(open.root)).toMatchObject({ code: 0 })
})

it('the internal build holds it all, and the check names its files', () => {
  expect(secretsIn(closed.root)).toEqual(MADE_UP_SECRETS)
  const { code, said } = checkPublic(closed.root)
  expect(code).toBe(1)
  for (const name of [
    'indicators/made-up-secret.html',
    'charts/made-up-secret.svg',
    'data/indicators/made-up-secret.csv',
    'data/indicators/pm25.json',
    'data/tables/observations.csv',
    'sources/made-up-closed.html',
    'qinglan.html',
  ]) {
    expect(said).toContain(join(closed.root, name))
  }
})

it('the two are data sets of two names with one counter', () => {
  const [a, b] = [open, closed].map(({ root }) => {
    const text = readFileSync(join(root, 'data/manifest.json'), 'utf8')
    return JSON.parse(text) as { dataset: string; seq: number }
  })
  expect(b?.dataset).toBe(`${a?.dataset}-internal`)
  expect(b?.seq).toBe(a?.seq)
})

it('the shipped data, of which nothing is internal, are in the public build as they are', () => {
  const names = readdirSync(DATA, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DATA, join(entry.parentPath, entry.name)))
  expect(names.length).toBeGreaterThan(30)
  const different = names.filter(
    (name) => !readFileSync(join(DATA, name)).equals(readFileSync(join(DIST, 'data', name))),
  )
  expect(different).toEqual([])
})
