/** Who may import whom: the plan of the house, read off the real imports. */
import { describe, expect, it } from 'vitest'
import {
  importsOf,
  readFolders,
  readSources,
  resolveImport,
  roomOf,
  type Import,
} from './support/source-files.ts'

const DOORS = ['desk', 'wall', 'embed']

const BELOW_DOORS = [
  'contract',
  'domain',
  'db',
  'feed',
  'charts',
  'panels',
  'slides',
  'stores',
  'offline',
  'author',
  'text',
  'styles',
]

const MAY_IMPORT: ReadonlyMap<string, readonly string[]> = new Map([
  ['contract', []],
  ['domain', ['contract']],
  ['text', ['contract', 'domain']],
  ['charts', ['contract', 'domain', 'text', 'styles']],
  ['panels', ['contract', 'domain', 'charts', 'text', 'styles']],
  ['slides', ['contract', 'domain', 'charts', 'panels', 'text', 'styles']],
  ['db', ['contract']],
  ['feed', ['contract', 'db']],
  ['stores', ['contract', 'domain', 'db', 'feed']],
  ['offline', ['contract', 'db', 'feed']],
  ['author', ['contract', 'domain', 'text']],
  ['styles', []],
  ...DOORS.map((door) => [door, BELOW_DOORS] as const),
])

/** Which rooms may import a package; a package that is not here is open to all. */
const PACKAGE_ROOMS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^dexie$/, ['db']],
  [/^(echarts|vue-echarts|zrender)(\/|$)/, ['charts']],
  [/^pinia$/, ['stores']],
  [/^vue-router$/, DOORS],
  [/^vue(\/|$)/, ['charts', 'panels', 'slides', 'stores', ...DOORS]],
  [/^workbox-/, ['offline']],
  [/^papaparse$/, ['author']],
]

/** Node is the authoring command's: its core runs in the browser too. */
const NODE_FILES = [
  'src/author/cli.ts',
  'src/author/command-line.ts',
  'src/author/disk.ts',
  'src/author/read-arguments.ts',
]

const sources = readSources('src', ['.ts', '.vue'])
const imports = sources.flatMap(importsOf)
const relative = imports.filter(({ specifier }) => specifier.startsWith('.'))
const packages = imports.filter(({ specifier }) => !specifier.startsWith('.'))

function wrongRoom(edge: Import): string | null {
  const from = roomOf(edge.path)
  const to = roomOf(resolveImport(edge))
  if (from === null) return `${edge.path}: stands in no room`
  if (to === null) return `${edge.path} imports ${edge.specifier}: outside src/`
  const allowed = MAY_IMPORT.get(from)
  if (!allowed) return `${edge.path}: "${from}" is no room of the house`
  if (from === to || allowed.includes(to)) return null
  return `${edge.path} imports ${edge.specifier}: ${from}/ may import only ${allowed.join(', ') || 'nothing'}`
}

function wrongPackage({ path, specifier }: Import): string | null {
  const isStart = DOORS.some((door) =>
    ['main', 'from-file', 'render-page', 'render-wall'].some(
      (name) => path === `src/${door}/${name}.ts`,
    ),
  )
  if (specifier === 'pinia' && isStart) return null // a door creates the store that rooms use
  const rule = PACKAGE_ROOMS.find(([name]) => name.test(specifier))
  if (!rule || rule[1].includes(roomOf(path) ?? '')) return null
  return `${path} imports ${specifier}: only ${rule[1].join(', ')} may`
}

function faultsOf(edges: readonly Import[], judge: (edge: Import) => string | null) {
  return edges.map(judge).filter((fault) => fault !== null)
}

describe('the rooms of the house', () => {
  it('are read at all: every room is there and imports are found', () => {
    expect(imports.length).toBeGreaterThan(200)
    expect(sources.flatMap(({ path }) => roomOf(path) ?? [])).toEqual(
      expect.arrayContaining(['contract', 'domain', 'desk']),
    )
  })

  it('import only what the plan of the house allows', () => {
    expect(faultsOf(relative, wrongRoom)).toEqual([])
  })

  it('keep each library behind the room that owns it', () => {
    expect(faultsOf(packages, wrongPackage)).toEqual([])
  })

  it('leave Node to the authoring command, whose core runs in the browser too', () => {
    const node = packages.filter(({ specifier }) => specifier.startsWith('node:'))
    expect(node.filter(({ path }) => !NODE_FILES.includes(path))).toEqual([])
    const users = relative.filter((edge) => NODE_FILES.includes(resolveImport(edge)))
    expect(users.filter(({ path }) => !NODE_FILES.includes(path))).toEqual([])
  })

  it('are flat: no room has rooms', () => {
    const nested = readFolders('src').flatMap((room) =>
      readFolders(`src/${room}`).map((inner) => `src/${room}/${inner}`),
    )
    expect(nested).toEqual([])
  })

  it('name what they import with its ending, and it is there', () => {
    const known = new Set(readSources('src', ['.ts', '.vue', '.css', '.svg']).map((s) => s.path))
    const lost = relative.filter((edge) => !known.has(resolveImport(edge)))
    expect(lost).toEqual([])
  })
})

describe('the judges of imports', () => {
  it.each([
    ['src/contract/a.ts', '../domain/b.ts', 'contract/ may import only nothing'],
    ['src/desk/a.ts', '../wall/b.ts', 'desk/ may import only'],
    ['src/charts/a.ts', '../panels/b.ts', 'charts/ may import only contract, domain, text, styles'],
    ['src/cellar/a.ts', '../contract/b.ts', '"cellar" is no room'],
    ['src/domain/a.ts', '../../tools/b.mjs', 'outside src/'],
  ])('refuse %s → %s', (path, specifier, reason) => {
    expect(wrongRoom({ path, specifier })).toContain(reason)
  })

  it.each([
    ['src/feed/a.ts', 'dexie'],
    ['src/panels/a.vue', 'echarts/core'],
    ['src/desk/App.vue', 'pinia'],
    ['src/domain/a.ts', 'vue'],
  ])('refuse %s → %s', (path, specifier) => {
    expect(wrongPackage({ path, specifier })).toContain(`imports ${specifier}: only`)
  })
})
