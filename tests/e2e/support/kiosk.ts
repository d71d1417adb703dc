/** The kiosk's launcher as it is shipped, with a browser that has no window. Linux only. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const KIT = fileURLToPath(new URL('../../../deploy/kiosk/linux', import.meta.url))

/** As often as a test can bear; a busy machine still starts a browser within the misses. */
const QUICK = {
  check_seconds: '0.5',
  answer_seconds: '1',
  browser_misses: '6',
  page_misses: '16',
  first_wait: '1',
}

export interface Process {
  readonly pid: number
  readonly arguments: readonly string[]
}

export interface Kiosk {
  readonly profile: string
  readonly launcher: number
  /** What the launcher has said so far. */
  log(): string
  /** Process ids of the browsers that it has started, in order. */
  started(): readonly number[]
  /** The exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** Ends it and everything that it started. */
  close(): Promise<void>
}

/** A process that ends while it is read is none. */
function readProcess(pid: number, group: number): Process | null {
  try {
    // "pid (name) state ppid pgrp …", and the name may hold anything.
    const [state, , pgrp] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? []
    if (Number(pgrp) !== group || state === 'Z') return null
    return { pid, arguments: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') }
  } catch {
    return null
  }
}

/** The living processes of a browser, which the launcher makes the leader of a group. */
export function processesOf(group: number): readonly Process[] {
  return readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (readProcess(Number(name), group) ?? []) : [],
  )
}

function killGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // Nothing is left of it.
  }
}

function writeSettings(folder: string, settings: Readonly<Record<string, string>>): string {
  const file = join(folder, 'kiosk.conf')
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  writeFileSync(file, [...lines, ''].join('\n'))
  return file
}

/**
 * Starts the launcher with the shipped settings and these, written as bash reads them. `prepare`
 * gets the browser's folder before anything is started.
 */
export function startKiosk(
  settings: Readonly<Record<string, string>>,
  prepare: (profile: string) => void = () => undefined,
): Kiosk {
  const folder = mkdtempSync(join(tmpdir(), 'qinglan-kiosk-'))
  const profile = join(folder, 'profile')
  const file = writeSettings(folder, { profile, ...QUICK, ...settings })
  prepare(profile)
  // Whatever becomes of the test, the launcher is told to end when its parent is gone.
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', `${KIT}/qinglan-kiosk`, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stdout.on('data', (piece: Buffer) => (log += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (log += piece.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const started = () =>
    [...log.matchAll(/browser started: (\d+)/g)].map((match) => Number(match[1]))
  return {
    profile,
    launcher: child.pid ?? Number.NaN,
    log: () => log,
    started,
    ended,
    async close() {
      child.kill('SIGTERM')
      await ended
      started().forEach(killGroup)
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
