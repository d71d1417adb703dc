/** `npm run author -- …`: arguments in, exit code out. */
import { parseArgs } from 'node:util'
import type { Bilingual } from '../contract/issue.ts'
import { diskFileSystem } from './disk.ts'
import { StorageRefused } from './file-system.ts'
import { buildJsonSchemas } from './json-schema.ts'
import { refused, type Outcome } from './outcome.ts'
import { formatIssue, type Language } from './report-text.ts'
import { runCheck } from './run-check.ts'
import { runExport } from './run-export.ts'
import { runImport } from './run-import.ts'
import { USAGE } from './usage.ts'

const DATA_FOLDER = 'public/data'
const EXPORT_FOLDER = 'data-package'
/** What this repository publishes; for another city's data folder name one with --dataset. */
const DATASET = 'jiaozuo-environment'

const OPTIONS = {
  out: { type: 'string' },
  from: { type: 'string' },
  dataset: { type: 'string' },
  revise: { type: 'string' },
  confirm: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Which options each command knows. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ['import', ['out', 'dataset', 'revise', 'confirm', 'lang']],
  ['check', ['from', 'lang']],
  ['export', ['from', 'out', 'lang']],
])

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
    })
    const [command = '', ...paths] = positionals
    const known = KNOWN.get(command)
    const isKnown = known !== undefined && Object.keys(values).every((name) => known.includes(name))
    const hasPaths = command === 'import' ? paths.length > 0 : paths.length === 0
    const hasLanguage = [undefined, 'zh', 'en'].includes(values.lang)
    const hasReason = values.revise === undefined || values.revise.trim() !== ''
    return isKnown && hasPaths && hasLanguage && hasReason ? { command, paths, values } : null
  } catch {
    // parseArgs throws a TypeError for what it does not know.
    return null
  }
}

type Arguments = NonNullable<ReturnType<typeof readArguments>>

function runCommand({ command, paths, values }: Arguments): Outcome {
  if (command === 'check') return runCheck(diskFileSystem, values.from ?? DATA_FOLDER)
  if (command === 'export') {
    return runExport(diskFileSystem, values.from ?? DATA_FOLDER, values.out ?? EXPORT_FOLDER)
  }
  return runImport(diskFileSystem, {
    paths,
    out: values.out ?? DATA_FOLDER,
    dataset: values.dataset,
    fallbackDataset: DATASET,
    reviseReason: values.revise?.trim(),
    isConfirmed: values.confirm ?? false,
    written: new Date().toISOString(),
    schemas: buildJsonSchemas(),
    run: String(process.pid),
  })
}

/** A full disk or a missing right is news for the person; anything else is a bug and shows its stack. */
function explainFault(error: unknown): Outcome {
  const isSystem = error instanceof Error && 'syscall' in error
  if (!isSystem && !(error instanceof StorageRefused)) throw error
  const path = error instanceof StorageRefused ? error.path : ''
  const message: Bilingual = { zh: error.message, en: error.message }
  return refused([{ path, code: 'storage', message }])
}

function print(outcome: Outcome, language: Language): void {
  for (const found of outcome.issues) process.stderr.write(`${formatIssue(found, language)}\n`)
  for (const line of outcome.lines) process.stdout.write(`${line[language]}\n`)
}

function main(args: readonly string[]): number {
  const language: Language = /(?:^|\s)--lang[= ]en(?:\s|$)/.test(args.join(' ')) ? 'en' : 'zh'
  const read = readArguments(args)
  if (!read) {
    const asked = args.includes('--help') || args.includes('-h')
    const stream = asked ? process.stdout : process.stderr
    stream.write(`${USAGE[language]}\n`)
    return asked ? 0 : 2
  }
  let outcome: Outcome
  try {
    outcome = runCommand(read)
  } catch (error) {
    outcome = explainFault(error)
  }
  print(outcome, language)
  return outcome.isDone ? 0 : 1
}

process.exitCode = main(process.argv.slice(2))
