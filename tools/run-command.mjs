import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * @typedef {object} CommandEnd
 * @property {number} code exit code; 128 and more where a signal ended it
 * @property {NodeJS.Signals | null} signal
 * @property {string} output what it printed, empty unless captured
 */

/** @param {NodeJS.ProcessEnv} env */
function withLocalBin(env) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const bin = join(ROOT, 'node_modules', '.bin')
  return { ...env, [key]: [bin, env[key] ?? ''].join(delimiter) }
}

/** Captured output is printed later, to where ours goes. */
function colorsLikeOurs() {
  return process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined }
}

/** @param {readonly string[]} command */
function spawnArguments([program = '', ...rest]) {
  if (program === 'node') return { program: process.execPath, rest, shell: false }
  // Since Node 20.12 Windows starts .cmd files only through a shell (CVE-2024-27980).
  if (process.platform !== 'win32') return { program, rest, shell: false }
  return { program, rest: rest.map((word) => `"${word}"`), shell: true }
}

/**
 * Hands the signals that end this process on to the child; the returned function stops that.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  const listeners = signals.map((signal) => {
    const listener = () => child.kill(signal)
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  return () => listeners.forEach((stop) => stop())
}

/**
 * Runs a command in the project's folder with node_modules/.bin on the path, and waits for its end.
 * @param {readonly string[]} command
 * @param {{ capture?: boolean, env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<CommandEnd>}
 */
export function runCommand(command, { capture = false, env = {}, cwd = ROOT } = {}) {
  const { program, rest, shell } = spawnArguments(command)
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      cwd,
      shell,
      env: withLocalBin({ ...process.env, ...(capture ? colorsLikeOurs() : {}), ...env }),
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const stopForwarding = forwardSignals(child)
    /** @type {Buffer[]} */
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    child.on('error', (error) => {
      stopForwarding()
      reject(error)
    })
    child.on('close', (code, signal) => {
      stopForwarding()
      resolve({ code: code ?? 128, signal, output: Buffer.concat(chunks).toString('utf8') })
    })
  })
}
