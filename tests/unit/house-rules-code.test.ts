/** How files are cut and written. */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { findNodes, readSources, type SourceFile } from './support/source-files.ts'

const sources = readSources('src', ['.ts', '.vue'])
const tests = readSources('tests', ['.ts'])
const tools = ['bench', 'deploy', 'tools'].flatMap((folder) => readSources(folder, ['.mjs']))

function lineCount({ text }: SourceFile): number {
  return text.trimEnd().split('\n').length
}

function longerThan(files: readonly SourceFile[], lines: number): readonly string[] {
  return files
    .filter((file) => lineCount(file) > lines)
    .map((file) => `${file.path}: ${lineCount(file)} lines`)
}

/** The value that a share of the files does not exceed. */
function quantile(files: readonly SourceFile[], share: number): number {
  const counts = files.map(lineCount).sort((a, b) => a - b)
  return counts[Math.ceil(counts.length * share) - 1] ?? 0
}

function isReexport(node: ts.Statement): boolean {
  return ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined
}

function isBarrel({ path, script }: SourceFile): boolean {
  const { statements } = ts.createSourceFile(path, script, ts.ScriptTarget.ES2021)
  return statements.length > 0 && statements.every(isReexport)
}

function isMutableTopLevel(node: ts.Node): boolean {
  return (
    ts.isVariableStatement(node) &&
    ts.isSourceFile(node.parent) &&
    (node.declarationList.flags & ts.NodeFlags.Const) === 0
  )
}

describe('files', () => {
  it('are at most 300 lines long, components 200', () => {
    expect(longerThan([...sources, ...tools], 300)).toEqual([])
    expect(
      longerThan(
        sources.filter(({ path }) => path.endsWith('.vue')),
        200,
      ),
    ).toEqual([])
  })

  it('are short on the whole: half of them up to 120 lines, nine in ten up to 180', () => {
    expect(quantile(sources, 0.5)).toBeLessThanOrEqual(120)
    expect(quantile(sources, 0.9)).toBeLessThanOrEqual(180)
  })

  it('have names that say their subject', () => {
    const vague = /\/(index|utils?|helpers?|common|types?|misc|shared)\.\w+$/
    const all = [...sources, ...tests, ...tools].map(({ path }) => path)
    expect(all.filter((path) => vague.test(path))).toEqual([])
  })

  it('are named in kebab-case, components in PascalCase', () => {
    const name = /\/(?:[a-z0-9]+(-[a-z0-9]+)*(\.(test|data|d))?\.(ts|mjs)|[A-Z][A-Za-z0-9]*\.vue)$/
    const all = [...sources, ...tests, ...tools].map(({ path }) => path)
    expect(all.filter((path) => !name.test(path))).toEqual([])
  })

  it('do more than hand on what others export', () => {
    expect(sources.filter(isBarrel).map(({ path }) => path)).toEqual([])
  })
})

describe('code', () => {
  it('has no `any`', () => {
    const isAny = (node: ts.Node) => node.kind === ts.SyntaxKind.AnyKeyword
    expect([...sources, ...tests].flatMap((file) => findNodes(file, isAny))).toEqual([])
  })

  it('has union literals, not enums', () => {
    expect(sources.flatMap((file) => findNodes(file, ts.isEnumDeclaration))).toEqual([])
  })

  it('keeps no state in modules', () => {
    const modules = sources.filter(({ path }) => path.endsWith('.ts'))
    expect(modules.flatMap((file) => findNodes(file, isMutableTopLevel))).toEqual([])
  })

  it('leaves nothing to do later and silences no checker', () => {
    const promise = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck)/
    const all = [...sources, ...tools].filter(({ text }) => promise.test(text))
    expect(all.map(({ path }) => path)).toEqual([])
  })

  it('never takes zero for what is missing', () => {
    const fallback = /\|\|\s*0\b|\b(value|reading|figure)\s*\?\?\s*0\b/
    const figures = sources.filter(({ path }) => /^src\/(contract|domain|panels|text)\//.test(path))
    const found = figures.flatMap(({ path, script }) =>
      script
        .split('\n')
        .flatMap((line, index) =>
          fallback.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
        ),
    )
    expect(found).toEqual([])
  })
})

describe('tests', () => {
  it('fake the edges, never modules', () => {
    const isModuleMock = (node: ts.Node) =>
      ts.isCallExpression(node) && /^vi\.(do)?mock$/i.test(node.expression.getText())
    expect(tests.flatMap((file) => findNodes(file, isModuleMock))).toEqual([])
  })

  it('are all run: none is skipped, focused or left for later', () => {
    const isHeldBack = (node: ts.Node) =>
      ts.isPropertyAccessExpression(node) &&
      /^(it|test|describe)$/.test(node.expression.getText()) &&
      /^(skip|only|todo|fails|skipIf|runIf)$/.test(node.name.text)
    expect(tests.flatMap((file) => findNodes(file, isHeldBack))).toEqual([])
  })
})
