/** The built app as a server gets it, with what later builds add made up at its address. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
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

/** Made up, and only where the build gives none. */
const STAND_INS: Readonly<Record<string, string>> = {
  'embed/ID.html':
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>试验</title><p>试验用的嵌入页</p>',
  'panel.js': 'export const isTrial = true\n',
  'data/indicators/ID.csv': '\u{feff}试验,1\n',
  'data/indicators/ID.json': '{"trial":true}\n',
  'data/datapackage.json': '{"trial":true}\n',
  'qinglan.html': '<!doctype html><title>试验</title>',
}

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
  for (const [name, text] of Object.entries(STAND_INS)) {
    const file = join(root, name.replace('ID', indicator))
    if (existsSync(file)) continue
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
  await precompress(root)
  return openBuild(root, indicator)
}
