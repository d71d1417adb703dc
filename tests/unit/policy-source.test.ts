/** What the strict policy would refuse in the browser, and Chromium 90 would not know, by source. */
import { describe, expect, it } from 'vitest'
import { readSources, readText, type SourceFile } from './support/source-files.ts'

const sources = readSources('src', ['.ts', '.vue'])
const components = sources.filter(({ path }) => path.endsWith('.vue'))
const sheets = readSources('src', ['.css', '.vue'])

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '')
}

function templateOf({ text }: SourceFile): string {
  return /<template>([\s\S]*)<\/template>/.exec(text)?.[1] ?? ''
}

function styleOf({ path, text }: SourceFile): string {
  if (path.endsWith('.css')) return withoutComments(text)
  return [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)]
    .map((match) => withoutComments(match[1] ?? ''))
    .join('\n')
}

/** "path: match" for every match in what `partOf` takes from the files. */
function found(
  files: readonly SourceFile[],
  partOf: (file: SourceFile) => string,
  pattern: RegExp,
): readonly string[] {
  return files.flatMap((file) =>
    [...partOf(file).matchAll(pattern)].map((match) => `${file.path}: ${match[0].trim()}`),
  )
}

const script = ({ script: text }: SourceFile): string => text

describe('components', () => {
  it('set no style by attribute, which the policy refuses in markup', () => {
    expect(found(components, templateOf, /\s(:style|v-bind:style|style)=/g)).toEqual([])
  })

  it('never turn text into markup', () => {
    expect(found(components, templateOf, /\sv-html=/g)).toEqual([])
  })
})

describe('scripts', () => {
  it('use no way from text to markup or code', () => {
    const sinks =
      /\.(inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|document\.write|\bnew Function\b|\beval\(|\.srcdoc\b|DOMParser/g
    expect(found(sources, script, sinks)).toEqual([])
  })

  it('call nothing that is younger than Chromium 90', () => {
    const young =
      /\bstructuredClone\(|\bObject\.hasOwn\(|\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with)\(|AbortSignal\.(timeout|any)\(|crypto\.randomUUID|\bObject\.groupBy|Array\.fromAsync|Promise\.withResolvers|\.isWellFormed\(/g
    expect(found(sources, script, young)).toEqual([])
  })
})

describe('style sheets', () => {
  it('use nothing that Chromium 90 would drop with the rule around it', () => {
    const young =
      /@(container|layer|scope|starting-style)\b|color-mix\(|oklch\(|oklab\(|:has\(|\d(dvh|svh|lvh|dvw|cqw|cqi|cqh)\b|(^|[{};])\s*&/g
    expect(found(sheets, styleOf, young)).toEqual([])
  })

  it('fetch nothing from other hosts', () => {
    expect(found(sheets, styleOf, /url\(\s*['"]?(https?:)?\/\//g)).toEqual([])
  })
})

describe('the page', () => {
  const page = readText('index.html')

  it('has no script, style or handler in it', () => {
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
    expect([...page.matchAll(/<script(?![^>]*\ssrc=)/g)]).toEqual([])
  })

  it('asks no other host for anything', () => {
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
  })
})
