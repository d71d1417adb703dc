/** Installs Debian's packages for tests, where that is easy. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Failure } from './failure.mjs'

export function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** @param {readonly string[]} packages */
export function aptInstall(packages) {
  console.log(`正在安装 / Installing ${packages.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const options = { env, encoding: /** @type {const} */ ('utf8') }
    const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...words], options)
    if (status !== 0) throw new Failure(`${stdout}${stderr}\napt-get ${words[0]} 没有成功 / failed`)
  }
}
