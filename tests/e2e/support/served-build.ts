/** The built app as a server gets it, packed, with what later builds add made up at its address. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indicatorIn } from '../../../deploy/check-probes.mjs'
import { precompress } from '../../../tools/precompress.mjs'

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url))

/** Made up, and only where the build gives none: the whole app in one file. */
const SINGLE_FILE = '<!doctype html><meta charset="utf-8"><title>试验</title>'

export interface ServedBuild {
  readonly root: string
  /** An indicator with a page, a chart and a panel. */
  readonly indicator: string
  /** Another folder with the same files, to be changed. */
  copy(): ServedBuild
  remove(): void
}

function openBuild(root: string, indicator: string): ServedBuild {
  return {
    root,
    indicator,
    copy: () => {
      const folder = emptyFolder()
      cpSync(root, folder, { recursive: true, preserveTimestamps: true })
      return openBuild(folder, indicator)
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** Readable for the user that nginx runs as. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qinglan-served-'))
  chmodSync(folder, 0o755)
  return folder
}

export async function prepareBuild(): Promise<ServedBuild> {
  const root = emptyFolder()
  cpSync(DIST, root, { recursive: true })
  const indicator = indicatorIn(readFileSync(join(root, 'index.html'), 'utf8'))
  const single = join(root, 'qinglan.html')
  if (!existsSync(single)) writeFileSync(single, SINGLE_FILE)
  await precompress(root)
  return openBuild(root, indicator)
}
