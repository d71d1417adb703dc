/** The steps of `npm run check` and `npm test`, each a command that says passed or failed. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'

/**
 * @typedef {object} Outcome
 * @property {number} passed test cases, or 1 for a step that is no test
 * @property {number} failed
 * @property {string} output shown if something failed
 * @property {string} [tried] the cases that passed at a second try only, line by line
 *
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Step
 */

/**
 * A step that passes or fails as a whole: all its commands must succeed.
 * @param {string} name
 * @param {readonly (readonly string[])[]} commands
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Step}
 */
function wholeStep(name, commands, env = {}) {
  const run = async () => {
    const ends = []
    for (const command of commands) ends.push(await runCommand(command, { capture: true, env }))
    const bad = ends.filter(({ code }) => code !== 0)
    return {
      passed: bad.length === 0 ? 1 : 0,
      failed: bad.length === 0 ? 0 : 1,
      output: bad.map(({ output }) => output).join('\n'),
    }
  }
  return { name, run }
}

/** Prints what failed, and not what the others wrote. */
const QUIET = ['--reporter=dot', '--silent=passed-only']

const SECOND_TRIES = '--reporter=./tools/second-tries.mjs'

/**
 * What a run of vitest amounts to. A run that ends badly without a failed case (a file that cannot
 * be loaded, an unhandled error, no test at all) counts as one failure.
 * @param {number} code
 * @param {{ numPassedTests: number, numFailedTests: number } | null} report
 * @returns {{ passed: number, failed: number }}
 */
export function countCases(code, report) {
  const passed = report?.numPassedTests ?? 0
  const failed = report?.numFailedTests ?? 0
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null // vitest ended before it could write one: counted as a failure
  }
}

/**
 * A step that counts the cases of one vitest project.
 * @param {string} project
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Step}
 */
export function vitestStep(project, env = {}) {
  const run = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qinglan-'))
    const report = join(folder, 'report.json')
    const tries = join(folder, 'second-tries.txt')
    const reporters = [...QUIET, '--reporter=json', `--outputFile.json=${report}`]
    const command = ['vitest', 'run', '--project', project, ...reporters, SECOND_TRIES]
    const settings = { capture: true, env: { ...env, QINGLAN_SECOND_TRIES: tries } }
    const { code, output } = await runCommand(command, settings)
    const counts = countCases(code, readReport(report))
    const tried = existsSync(tries) ? readFileSync(tries, 'utf8') : ''
    rmSync(folder, { recursive: true })
    return { ...counts, output, tried }
  }
  return { name: `${project} tests`, run }
}

const TYPE_PROJECTS = [
  'tsconfig.json',
  'tsconfig.worker.json',
  'tsconfig.node.json',
  'tsconfig.tests.json',
]

/** Fast, needs no browser and no build: for every commit. */
export const CHECK_STEPS = [
  wholeStep('format', [['prettier', '--check', '--cache', '--log-level', 'warn', '.']]),
  wholeStep('lint', [
    ['oxlint', '--deny-warnings'],
    ['eslint', '.', '--max-warnings', '0'],
  ]),
  wholeStep(
    'types',
    TYPE_PROJECTS.map((project) => ['vue-tsc', '--noEmit', '-p', project]),
  ),
  wholeStep('dead code', [['knip']]),
  vitestStep('unit'),
  vitestStep('dom'),
]

/** The same cases on the reader's calendar, so that none of them leans on the other zone. */
export const SHANGHAI_STEP = wholeStep(
  'unit and dom tests in Asia/Shanghai',
  [['vitest', 'run', '--project', 'unit', '--project', 'dom', ...QUIET]],
  { QINGLAN_TZ: 'Asia/Shanghai' },
)

/**
 * Runs one step and prints its result.
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
async function runStep({ name, run }) {
  const started = performance.now()
  const outcome = await run().catch((error) => ({
    passed: 0,
    failed: 1,
    output: error.message,
    tried: '',
  }))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const { passed, failed, output, tried = '' } = outcome
  if (failed > 0) console.log(output.trimEnd())
  const counts = passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : ''
  if (tried !== '') console.log(`at the second try only:\n${tried.trimEnd()}`)
  console.log(`${failed === 0 ? '✓' : '✗'} ${name} (${seconds} s${counts})`)
  return outcome
}

/**
 * Runs all steps, also after one that failed, and ends with the line that machines read.
 * @param {readonly Step[]} steps
 * @returns {Promise<number>} the exit code
 */
export async function runSteps(steps) {
  let passed = 0
  let failed = 0
  for (const step of steps) {
    const outcome = await runStep(step)
    passed += outcome.passed
    failed += outcome.failed
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
