/** `deploy/release` under a running server: nobody meets a gap, open pages find their parts. */
import { execFile, execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openNginx, type Nginx } from './support/nginx.ts'

const COMMAND = fileURLToPath(new URL('../../deploy/release', import.meta.url))

/** Other than `run`, lets the reader go on. */
const runMeanwhile = promisify(execFile)

let folder: string
let site: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinglan-release-'))
  chmodSync(folder, 0o755)
  site = join(folder, 'site')
  mkdirSync(site)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A made-up build: a page, the one script that it names, and data with a number. */
function buildOf(release: number, seq = release): string {
  const dist = join(folder, `dist-${release}`)
  const files = {
    'index.html': `<script src="assets/part-0000000${release}.js"></script>`,
    [`assets/part-0000000${release}.js`]: `${release}`,
    'assets/same-00000000.js': 'same',
    'panel.js': `import('./embed/assets/part-0000000${release}.js')`,
    [`embed/assets/part-0000000${release}.js`]: `${release}`,
    'data/manifest.json': `{\n  "format": "qinglan-manifest/1",\n  "seq": ${seq}\n}\n`,
    [`data/catalog.0000000${release}.json`]: '{}',
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(dist, name, '..'), { recursive: true })
    writeFileSync(join(dist, name), text)
  }
  return dist
}

function run(...words: readonly string[]): string {
  return execFileSync(COMMAND, [...words, site], { encoding: 'utf8', stdio: 'pipe' }).trim()
}

function refusalOf(...words: readonly string[]): string {
  try {
    return `done: ${run(...words)}`
  } catch (error) {
    return String((error as { stderr?: string }).stderr)
  }
}

function shown(name: string): string {
  return readFileSync(join(site, 'current', name), 'utf8')
}

/** Parts that the release in front holds, by the number in their names. */
function parts(assets = 'assets'): readonly string[] {
  const names = readdirSync(join(site, 'current', assets))
  return names.flatMap((name) => /^part-0+(\d+)/.exec(name)?.[1] ?? []).sort()
}

describe('a release', () => {
  it('keeps the parts of the three before, and no more', () => {
    for (let release = 1; release <= 6; release += 1) run(buildOf(release))
    expect(shown('index.html')).toContain('part-00000006')
    expect(parts()).toEqual(['3', '4', '5', '6'])
    // Panels in pages of others are open, too, and ask for more only when somebody touches them.
    expect(parts('embed/assets')).toEqual(['3', '4', '5', '6'])
    expect(shown('panel.js')).toContain('part-00000006')
    expect(readdirSync(join(site, 'releases')).filter((name) => /^\d+$/.test(name))).toEqual([
      '0003',
      '0004',
      '0005',
      '0006',
    ])
    expect(existsSync(join(site, 'current', 'data', 'catalog.00000003.json'))).toBe(true)
  })

  it('is refused with data older than those that readers have seen', () => {
    run(buildOf(1, 5))
    expect(refusalOf(buildOf(2, 4))).toContain('older data')
    expect(shown('index.html')).toContain('part-00000001')
  })

  it('of the internal edition is refused, unless it is asked for by name', () => {
    const dist = buildOf(1)
    const manifest = join(dist, 'data', 'manifest.json')
    writeFileSync(manifest, '{\n  "dataset": "jiaozuo-environment-internal",\n  "seq": 1\n}\n')
    expect(refusalOf(dist)).toContain('is the internal edition')
    expect(existsSync(join(site, 'current'))).toBe(false)
    expect(run('--internal', dist)).toBe('0001')
    expect(shown('index.html')).toContain('part-00000001')
  })

  it('is refused where nothing was built', () => {
    expect(refusalOf(site)).toContain('is no built folder')
    expect(existsSync(join(site, 'current'))).toBe(false)
  })

  it('is taken back, with the data of today', () => {
    run(buildOf(1))
    run(buildOf(2))
    expect(run('--back')).toBe('0002 → 0001')
    expect(shown('index.html')).toContain('part-00000001')
    expect(shown('data/manifest.json')).toContain('"seq": 2')
    expect(shown('data/catalog.00000002.json')).toBe('{}')
    expect(parts('embed/assets')).toEqual(['1', '2'])
    expect(refusalOf('--back')).toContain('no release before')
    run(buildOf(3))
    expect(shown('index.html')).toContain('part-00000003')
  })

  it('meets no reader with a gap: page and part are there at every moment', async () => {
    run(buildOf(1))
    const nginx = await openNginx({ root: join(site, 'current') })
    const reading = readOn(nginx)
    for (let release = 2; release <= 6; release += 1) {
      await runMeanwhile(COMMAND, [buildOf(release), site])
    }
    await runMeanwhile(COMMAND, ['--back', site])
    const { answers, faults } = await reading.stop()
    await nginx.stop()
    expect(faults).toEqual([])
    expect(answers).toBeGreaterThan(10)
  })
})

/** A reader who opens the page and then its part, again and again. */
function readOn(nginx: Nginx): { stop(): Promise<{ answers: number; faults: readonly string[] }> } {
  const faults: string[] = []
  const state = { answers: 0, isOver: false }
  const read = async () => {
    while (!state.isOver) {
      const page = await fetch(nginx.url)
      const [, part = 'none'] = /src="([^"]+)"/.exec(await page.text()) ?? []
      const answer = await fetch(nginx.url + part)
      state.answers += 1
      if (page.status !== 200 || answer.status !== 200) faults.push(`${part} ${answer.status}`)
    }
  }
  const reading = read()
  return {
    async stop() {
      state.isOver = true
      await reading
      return { answers: state.answers, faults }
    },
  }
}
