/** Words of the command line → a command with its paths and options, or nothing. */
import { parseArgs } from 'node:util'

const OPTIONS = {
  out: { type: 'string' },
  from: { type: 'string' },
  public: { type: 'string' },
  dataset: { type: 'string' },
  revise: { type: 'string' },
  lang: { type: 'string' },
  confirm: { type: 'boolean' },
} as const

/** Which options each command knows. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ['import', ['out', 'dataset', 'revise', 'confirm', 'lang']],
  ['check', ['from', 'public', 'lang']],
  ['export', ['from', 'out', 'lang']],
])

/** Null for an option that nobody knows, or one without its value. */
function splitArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    const isUsage = error instanceof TypeError && 'code' in error
    if (isUsage && String(error.code).startsWith('ERR_PARSE_ARGS_')) return null
    throw error
  }
}

type Options = NonNullable<ReturnType<typeof splitArguments>>['values']

export interface Arguments {
  readonly command: string
  readonly paths: readonly string[]
  readonly values: Readonly<Options>
}

/** True where --revise stands without what it needs, so that the next word is taken for an option. */
export function lacksReason(args: readonly string[]): boolean {
  const at = args.findIndex((word) => word === '--revise' || word.startsWith('--revise='))
  const word = args[at]
  if (word === undefined) return false
  const reason = word === '--revise' ? (args[at + 1] ?? '') : word.slice('--revise='.length)
  return reason.trim() === '' || (word === '--revise' && reason.startsWith('-'))
}

/** Null where the words make no command. */
export function readArguments(args: readonly string[]): Arguments | null {
  const split = splitArguments(args)
  if (!split) return null
  const { positionals, values } = split
  const [command = '', ...paths] = positionals
  const known = KNOWN.get(command)
  const isKnown = known !== undefined && Object.keys(values).every((name) => known.includes(name))
  const hasPaths = command === 'import' ? paths.length > 0 : paths.length === 0
  const hasLanguage = values.lang === undefined || ['zh', 'en'].includes(values.lang)
  const hasReason = values.revise === undefined || values.revise.trim() !== ''
  return isKnown && hasPaths && hasLanguage && hasReason ? { command, paths, values } : null
}
