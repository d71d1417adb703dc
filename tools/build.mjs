/** Builds dist, and knows whether the dist that is there is still the one of these sources. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure, runMain } from './failure.mjs'
import { precompress } from './precompress.mjs'
import { ROOT, runCommand } from './run-command.mjs'

const SOURCES = [
  'embed.html',
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'qinglan.html',
  'src',
  'tools',
  'tsconfig.base.json',
  'tsconfig.json',
  'vite.config.ts',
  'wall.html',
]

/** One after the other: the first empties dist, the last lists what is in it for the service worker. */
const DOORS = [['--mode', 'wall'], ['--mode', 'embed'], []]

const STAMP = join(ROOT, 'node_modules', '.cache', 'qinglan', 'build.json')

/**
 * All files under a path, in a fixed order.
 * @param {string} path relative to the project
 * @returns {string[]}
 */
function filesUnder(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  const names = readdirSync(full).sort()
  return names.flatMap((name) => filesUnder(`${path}/${name}`))
}

/**
 * A digest over files; sources by content, because a checkout changes times without changing
 * anything, and what was built by size and time, which is enough to see that someone else built.
 * @param {readonly string[]} paths
 * @param {(path: string) => string | Buffer} describe
 */
function digest(paths, describe) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`${path}\0`).update(describe(path)).update('\0')
  return hash.digest('hex')
}

function digestOfSources() {
  return digest(SOURCES.flatMap(filesUnder), (path) => readFileSync(join(ROOT, path)))
}

function digestOfBuilt() {
  return digest(filesUnder('dist'), (path) => {
    const { size, mtimeMs } = statSync(join(ROOT, path))
    return `${size} ${mtimeMs}`
  })
}

/**
 * @param {string} sources digest of the sources that dist was built from
 * @param {string} edition
 */
function stampText(sources, edition) {
  return JSON.stringify({ sources, edition, built: digestOfBuilt() })
}

/**
 * `--edition internal` builds with what is internal too, for the bureau's own network.
 * @param {readonly string[]} args
 */
function askedEdition(args) {
  const at = args.findIndex((arg) => /^--edition(=|$)/.test(arg))
  if (at < 0) return 'public'
  const [, attached] = (args[at] ?? '').split('=')
  const edition = attached ?? args[at + 1] ?? ''
  if (edition === 'public' || edition === 'internal') return edition
  throw new Failure('--edition public（对外）或 internal（内部） / --edition public or internal')
}

/**
 * Builds dist unless it is current. Says what the bundler prints only if asked to, or on failure.
 * @param {{ force?: boolean, verbose?: boolean, edition?: string }} [options]
 */
export async function ensureBuilt({ force = false, verbose = false, edition = 'public' } = {}) {
  // Taken before the build: what changes meanwhile is built next time.
  const sources = digestOfSources()
  const isCurrent =
    existsSync(join(ROOT, 'dist', 'index.html')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === stampText(sources, edition)
  if (isCurrent && !force) return
  for (const door of DOORS) {
    const { code, output } = await runCommand(['vite', 'build', ...door], {
      capture: !verbose,
      env: { QINGLAN_EDITION: edition },
    })
    if (code !== 0) throw new Failure(`${output}\n构建没有成功 / The build failed`.trim())
  }
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, stampText(sources, edition))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  runMain(async () => {
    const args = process.argv.slice(2)
    await ensureBuilt({ force: true, verbose: true, edition: askedEdition(args) })
    // After the stamp was written: a dist with packed files is for a server, and tests build their own.
    if (args.includes('--compress')) await precompress(join(ROOT, 'dist'))
  })
}
