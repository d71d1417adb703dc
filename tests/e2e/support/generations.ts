/** Copies of the built app whose data go on, published by the authoring command itself. */
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from '../../../src/author/command-line.ts'
import { diskFileSystem } from '../../../src/author/disk.ts'

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url))

export interface Copy {
  /** The folder that a server gets. */
  readonly root: string
  readonly remove: () => void
}

export function copyDist(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'qinglan-e2e-'))
  // Also for the user that nginx runs as.
  chmodSync(folder, 0o755)
  const root = join(folder, 'dist')
  cpSync(DIST, root, { recursive: true })
  return { root, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Imports tables, by file name, into the data of a copy; throws what the command refused. */
export function importInto(root: string, tables: Readonly<Record<string, string>>): void {
  const input = mkdtempSync(join(tmpdir(), 'qinglan-input-'))
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(input, name), text)
  const refusals: string[] = []
  const code = runCommandLine(['import', input, '--out', join(root, 'data'), '--confirm'], {
    fileSystem: diskFileSystem,
    now: () => new Date().toISOString(),
    run: String(process.pid),
    print: () => undefined,
    printError: (line) => refusals.push(line),
  })
  rmSync(input, { recursive: true })
  if (code !== 0) throw new Error(refusals.join('\n'))
}

/** One more bulletin, with the city's PM2.5 of 2024; the n-th one puts it at 40.n. */
export function publishBulletin(root: string, n: number): { id: string; value: string } {
  const id = `trial-bulletin-${n}`
  const value = (40 + n / 10).toFixed(1)
  importInto(root, {
    'publications.csv': `id,title,publisher,published,grade,url
${id},试验公报第${n}期,试验处,2025-01-${String(n).padStart(2, '0')},official,
`,
    'observations.csv': `publication,indicator,region,period,value,unit,status
${id},pm25,410800,2024,${value},微克/立方米,A
`,
  })
  return { id, value }
}
