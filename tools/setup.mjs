/** Installs the packages of the lockfile when they are missing or other ones. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { nodeProblem } from './node-version.mjs'
import { ROOT, runCommand } from './run-command.mjs'

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lockfile
 */

/**
 * Whether the packages that npm noted as installed are those of the lockfile. Optional ones may be
 * absent: they are mostly builds for other platforms.
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile | null} installed node_modules/.package-lock.json, which npm writes last
 */
export function isInstalled(wanted, installed) {
  if (!installed) return false
  return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    const found = installed.packages[path]
    return path === '' || (found ? found.version === version : optional === true)
  })
}

/**
 * @param {string} file
 * @returns {Lockfile | null}
 */
function readLockfile(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8'))
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isAbsent || error instanceof SyntaxError) return null
    throw error
  }
}

/** npm as it was started, or else the one on the path. */
function npmCommand() {
  const script = process.env.npm_execpath
  if (script && /npm-cli\.c?js$/.test(script)) return ['node', script]
  return ['npm']
}

const NETWORK_TROUBLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/

async function install() {
  console.log('正在安装所需的包,约一分钟 / Installing packages, about a minute …')
  // Development packages too, even where NODE_ENV is production: they build the app.
  const { code, signal, output } = await runCommand(
    [...npmCommand(), 'ci', '--include=dev', '--include=optional', '--loglevel=error'],
    { capture: true },
  )
  if (code === 0) return
  if (signal) throw new Failure('安装被中断 / Installation was interrupted')
  if (NETWORK_TROUBLE.test(output)) {
    throw new Failure(
      '无法连接 npm 软件源:请接通网络,或用 npm config set registry 设置镜像 / ' +
        'The npm registry cannot be reached: connect to the network, or set a mirror',
    )
  }
  throw new Failure(`${output.trim()}\nnpm ci 没有成功 / npm ci failed`)
}

/** Makes sure that Node is new enough and that the packages of the lockfile are there. */
export async function ensureInstalled() {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new Failure(problem)
  const wanted = readLockfile('package-lock.json')
  if (!wanted) throw new Failure('缺少 package-lock.json / package-lock.json is missing')
  if (!isInstalled(wanted, readLockfile('node_modules/.package-lock.json'))) await install()
}
