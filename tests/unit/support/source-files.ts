/** The project's own sources, as the tests about house rules read them. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

export interface SourceFile {
  /** From the project's folder on, with forward slashes. */
  readonly path: string
  readonly text: string
  /** The TypeScript in it: the whole file, or the script blocks of a component. */
  readonly script: string
}

export interface Import {
  readonly path: string
  readonly specifier: string
}

function scriptOf(path: string, text: string): string {
  if (!path.endsWith('.vue')) return text
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1])
    .join('\n')
}

/** All files under a folder whose names end so. */
export function readSources(folder: string, endings: readonly string[]): readonly SourceFile[] {
  return readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => {
      const text = readFileSync(`${ROOT}/${path}`, 'utf8')
      return { path, text, script: scriptOf(path, text) }
    })
}

/** Names in a folder of the project, folders only. */
export function readFolders(folder: string): readonly string[] {
  return readdirSync(`${ROOT}/${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

export function readText(path: string): string {
  return readFileSync(`${ROOT}/${path}`, 'utf8')
}

/** Static and dynamic imports, re-exports and imported types. */
export function importsOf(file: SourceFile): readonly Import[] {
  return ts
    .preProcessFile(file.script, true, true)
    .importedFiles.map(({ fileName }) => ({ path: file.path, specifier: fileName }))
}

/** Every node of the syntax tree for which `isWanted` holds, as "path:line". */
export function findNodes(
  { path, script }: SourceFile,
  isWanted: (node: ts.Node) => boolean,
): readonly string[] {
  const tree = ts.createSourceFile(path, script, ts.ScriptTarget.ES2021, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isWanted(node)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${path}:${line + 1}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** The room of a source file, or of an import as seen from one; null outside src/. */
export function roomOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null
}

/** The path that a relative import means. */
export function resolveImport({ path, specifier }: Import): string {
  return new URL(specifier.split('?')[0] ?? '', `file:///${path}`).pathname.slice(1)
}
