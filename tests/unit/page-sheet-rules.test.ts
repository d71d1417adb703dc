/** Each page brings the rules of what it shows: read from the components and the sheets themselves. */
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText } from './support/source-files.ts'

const PAGES = [
  'overview',
  'inspection',
  'indicators',
  'indicator',
  'sources',
  'publication',
  'slides',
  'offline',
]

function componentOf(page: string): string {
  return `src/desk/${page.charAt(0).toUpperCase()}${page.slice(1)}Page.vue`
}

/** A file and all that it imports, styles included. */
function withImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!/\.(?:vue|ts|css)$/.test(file)) return seen
  for (const [, path = ''] of readText(file).matchAll(/(?:from|import|import\() ?'(\.[^']*)'/g)) {
    withImports(join(dirname(file), path), seen)
  }
  return seen
}

function sheetsUnder(file: string): readonly string[] {
  return [...withImports(file)].filter((path) => path.endsWith('.css'))
}

/** Classes that a sheet gives a look. */
function classesOf(sheet: string): readonly string[] {
  const rules = readText(sheet).replace(/\/\*[\s\S]*?\*\/|\{[^{}]*\}/g, '{}')
  return [...new Set([...rules.matchAll(/\.(-?[a-z][\w-]*)/gi)].map(([, name = '']) => name))]
}

const COMMON = sheetsUnder('src/desk/sheets.ts')
const APP = sheetsUnder('src/styles/app-sheet.css')
const everywhere = new Set([...COMMON, ...APP].flatMap(classesOf))
/** States and tones, which stand beside the class that they belong to. */
const isOwnLook = (name: string) => !name.startsWith('is-') && !name.startsWith('has-')

const pageSheets = new Map(PAGES.map((page) => [page, sheetsUnder(componentOf(page))]))
const known = new Set([...pageSheets.values()].flat().flatMap(classesOf).filter(isOwnLook))

/** Words of a component that are the name of a class. */
function classesNamedBy(file: string): readonly string[] {
  const words =
    readText(file)
      .replace(/ from '[^']*'/g, '')
      .match(/[\w-]+/g) ?? []
  return words.filter((name) => known.has(name) && name.includes('-'))
}

describe('the sheets of pages', () => {
  it.each(PAGES)('hold every rule for what the page of %s shows', (page) => {
    const own = new Set((pageSheets.get(page) ?? []).flatMap(classesOf))
    const components = [...withImports(componentOf(page))].filter((path) => path.endsWith('.vue'))
    const missing = components.flatMap((file) =>
      classesNamedBy(file)
        .filter((name) => !own.has(name) && !everywhere.has(name))
        .map((name) => `${file}: .${name}`),
    )
    expect([...new Set(missing)]).toEqual([])
  })

  it('are all brought by something', () => {
    const brought = new Set([...COMMON, ...APP, ...[...pageSheets.values()].flat()])
    expect([...brought]).toContain('src/styles/fact-row.css')
    expect(COMMON).not.toContain('src/styles/overview.css')
  })
})

/** Without script nobody says which theme it is: the system's is set once more, for that reader. */
describe('the colours of a reader without script', () => {
  const declarations = (css: string, selector: string): readonly string[] => {
    const block = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? ''
    return block
      .split(';')
      .map((line) => line.trim())
      .filter(Boolean)
  }

  it('are in the dark those of the dark theme', () => {
    const dark = declarations(readText('src/styles/tokens.css'), "[data-theme='dark']")
    expect(dark.length).toBeGreaterThan(15)
    expect(declarations(readText('public/no-script.css'), 'html:root')).toEqual(dark)
  })
})
