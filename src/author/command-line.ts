/** Arguments in, exit code out: which command is meant, and what it says. */
import { dayInChina } from './china-day.ts'
import { StorageRefused, type FileSystem } from './file-system.ts'
import { buildJsonSchemas } from './json-schema.ts'
import { refused, type Outcome } from './outcome.ts'
import { noReason } from './publishing-messages.ts'
import { lacksReason, readArguments, type Arguments } from './read-arguments.ts'
import { showPlainly, toIssue } from './refusal.ts'
import { formatIssue, type Language } from './report-text.ts'
import { runCheck } from './run-check.ts'
import { runCheckPublic } from './run-check-public.ts'
import { runExport } from './run-export.ts'
import { runImport } from './run-import.ts'
import { USAGE } from './usage.ts'

const DATA_FOLDER = 'public/data'
const EXPORT_FOLDER = 'data-package'
/** What this repository publishes; for another city's data folder name one with --dataset. */
const DATASET = 'jiaozuo-environment'

/** The machine around the command. */
export interface Surroundings {
  readonly fileSystem: FileSystem
  /** Now, ISO 8601 with offset. */
  readonly now: () => string
  /** Tells this run's temporary files from another's. */
  readonly run: string
  readonly print: (line: string) => void
  readonly printError: (line: string) => void
}

function runCommand({ command, paths, values }: Arguments, around: Surroundings): Outcome {
  const { fileSystem, now, run } = around
  if (command === 'check') {
    const from = values.from ?? DATA_FOLDER
    return values.public === undefined
      ? runCheck(fileSystem, from)
      : runCheckPublic(fileSystem, from, values.public)
  }
  if (command === 'export') {
    return runExport(fileSystem, values.from ?? DATA_FOLDER, values.out ?? EXPORT_FOLDER)
  }
  const moment = now()
  return runImport(fileSystem, {
    paths,
    out: values.out ?? DATA_FOLDER,
    dataset: values.dataset,
    fallbackDataset: DATASET,
    reviseReason: values.revise?.trim(),
    isConfirmed: values.confirm ?? false,
    written: moment,
    today: dayInChina(moment),
    schemas: buildJsonSchemas(),
    run,
  })
}

/** What the system says of itself, in Chinese where it is likely to be met. */
const SYSTEM_FAULTS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', '磁盘已满'],
  ['EACCES', '没有权限'],
  ['EPERM', '没有权限'],
  ['EROFS', '磁盘只读'],
  ['ENOTDIR', '路径中有一段不是文件夹'],
  ['EISDIR', '是文件夹，不是文件'],
])

/** A full disk or a missing right is news for the person; anything else is a bug and shows its stack. */
function explainFault(error: unknown): Outcome {
  if (error instanceof StorageRefused) {
    return refused([{ path: error.path, code: 'storage', message: error.explanation }])
  }
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error
  const known = SYSTEM_FAULTS.get(String(error.code))
  const zh = known === undefined ? error.message : `${known}（${error.message}）`
  return refused([{ path: '', code: 'storage', message: { zh, en: error.message } }])
}

/** 0 only if everything was taken; 2 where the arguments make no command. */
export function runCommandLine(args: readonly string[], around: Surroundings): number {
  const language: Language = /(?:^|\s)--lang[= ]en(?:\s|$)/.test(args.join(' ')) ? 'en' : 'zh'
  if (args.includes('--help') || args.includes('-h')) {
    around.print(USAGE[language])
    return 0
  }
  const read = readArguments(args)
  if (!read) {
    const missing = toIssue('--revise', noReason())
    around.printError(lacksReason(args) ? formatIssue(missing, language) : USAGE[language])
    return 2
  }
  let outcome: Outcome
  try {
    outcome = runCommand(read, around)
  } catch (error) {
    outcome = explainFault(error)
  }
  // Names of files and columns are a stranger's texts too.
  for (const found of outcome.issues) around.printError(showPlainly(formatIssue(found, language)))
  for (const line of outcome.lines) around.print(showPlainly(line[language]))
  return outcome.isDone ? 0 : 1
}
