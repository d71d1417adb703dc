/** Finds Debian's nginx for the tests of deploy/, and installs it where that is easy. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { aptInstall, isDebianRoot } from './apt.mjs'
import { Failure } from './failure.mjs'

/** The same two packages as in deploy/nginx/Containerfile. */
const PACKAGES = ['nginx-light', 'libnginx-mod-http-brotli-static']
const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'

function isComplete() {
  return spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0 && existsSync(BROTLI_MODULE)
}

/** Makes sure that nginx and its module for brotli are there; installs them on Debian as root. */
export function provideWebServer() {
  if (isComplete()) return
  if (isDebianRoot()) aptInstall(PACKAGES)
  if (isComplete()) return
  throw new Failure(
    `网站服务器配置的测试需要 nginx:apt-get install ${PACKAGES.join(' ')} / ` +
      'The tests of the web server need nginx and its module for brotli: install these packages',
  )
}
