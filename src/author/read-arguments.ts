/** Words of the command line → a command with its paths and options, or nothing. */

/** Which options take a value; the others stand alone. */
const WITH_VALUE = ['out', 'from', 'dataset', 'revise', 'lang'] as const
type ValueOption = (typeof WITH_VALUE)[number]

/** Which options each command knows. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ['import', ['out', 'dataset', 'revise', 'confirm', 'lang']],
  ['check', ['from', 'lang']],
  ['export', ['from', 'out', 'lang']],
])

type Options = Partial<Record<ValueOption, string>> & { confirm?: boolean }

export interface Arguments {
  readonly command: string
  readonly paths: readonly string[]
  readonly values: Readonly<Options>
}

/** "--name value" and "--name=value"; what begins with a dash is never taken for a value apart. */
function splitArguments(args: readonly string[]): { words: string[]; values: Options } | null {
  const words: string[] = []
  const values: Options = {}
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const [, given = '', attached] = /^--([a-z]+)(?:=([^]*))?$/.exec(arg) ?? []
    const option = WITH_VALUE.find((name) => name === given)
    if (arg === '--') return { words: [...words, ...args.slice(at + 1)], values }
    if (!arg.startsWith('-') || arg === '-') words.push(arg)
    else if (given === 'confirm' && attached === undefined) values.confirm = true
    else if (option === undefined) return null
    else if (attached !== undefined) values[option] = attached
    else {
      at += 1
      const next = args[at]
      if (next === undefined || next.startsWith('-')) return null
      values[option] = next
    }
  }
  return { words, values }
}

/** Null where the words make no command. */
export function readArguments(args: readonly string[]): Arguments | null {
  const split = splitArguments(args)
  if (!split) return null
  const { words, values } = split
  const [command = '', ...paths] = words
  const known = KNOWN.get(command)
  const isKnown = known !== undefined && Object.keys(values).every((name) => known.includes(name))
  const hasPaths = command === 'import' ? paths.length > 0 : paths.length === 0
  const hasLanguage = values.lang === undefined || ['zh', 'en'].includes(values.lang)
  const hasReason = values.revise === undefined || values.revise.trim() !== ''
  return isKnown && hasPaths && hasLanguage && hasReason ? { command, paths, values } : null
}
