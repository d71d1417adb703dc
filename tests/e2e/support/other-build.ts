/** The app built once more into a folder of its own, under other circumstances. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')

/** As tools/build.mjs has them: the wall first, the worker's list last. */
const DOORS = [['--mode', 'wall'], ['--mode', 'embed'], []]

export interface Build {
  readonly root: string
  /** Every written page, relative to the root; the one file is none, because nobody serves it as a page. */
  readonly files: readonly string[]
  readonly remove: () => void
}

function pagesIn(root: string, folder: string): readonly string[] {
  const names = readdirSync(join(root, folder)).filter(
    (name) => name.endsWith('.html') && name !== 'qinglan.html',
  )
  return names.sort().map((name) => join(folder, name))
}

/** Vue says there which attribute differs from what was written. */
export function buildDetailed(): Build {
  return buildWith({ QINGLAN_MISMATCH_DETAILS: '1' })
}

export function buildWith(circumstances: Readonly<Record<string, string>>): Build {
  const folder = mkdtempSync(join(tmpdir(), 'qinglan-build-'))
  const root = join(folder, 'dist')
  const variant = { NODE_ENV: 'production', QINGLAN_DIST: root, ...circumstances }
  for (const door of DOORS) {
    execFileSync(process.execPath, [VITE, 'build', '--logLevel', 'error', ...door], {
      cwd: ROOT,
      env: { ...process.env, ...variant },
      stdio: 'pipe',
    })
  }
  const files = ['', 'indicators', 'sources'].flatMap((inside) => pagesIn(root, inside))
  return { root, files, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
