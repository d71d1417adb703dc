import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/author/command-line.ts'
import { diskFileSystem } from '../../src/author/disk.ts'
import { SMALL_TABLES } from '../fixtures/author/small-tables.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

let folder = ''
const at = (path: string) => join(folder, path)

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'qinglan-author-'))
  writeTables('input', SMALL_TABLES)
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function writeTables(name: string, tables: Readonly<Record<string, string>>): void {
  fs.mkdirSync(at(name), { recursive: true })
  for (const [table, text] of Object.entries(tables))
    fs.writeFileSync(at(`${name}/${table}.csv`), text)
}

/** The command on the real disk; the folder's own name is left out of what it says. */
function author(...args: string[]) {
  let [stdout, stderr] = ['', '']
  const status = runCommandLine(args, {
    fileSystem: diskFileSystem,
    now: () => '2024-02-01T00:00:00Z',
    run: 'test',
    print: (line) => void (stdout += `${line.replaceAll(`${folder}/`, '')}\n`),
    printError: (line) => void (stderr += `${line.replaceAll(`${folder}/`, '')}\n`),
  })
  return { status, stdout, stderr }
}

describe('the command', () => {
  it('imports, checks and exports, and ends with 0', () => {
    const imported = author('import', at('input'), '--out', at('data'))
    expect(imported).toMatchObject({ status: 0, stderr: '' })
    expect(imported.stdout).toContain('已写入 data：seq 1，共 2 个快照。')
    expect(fs.statSync(at('data/manifest.json')).mode & 0o777).toBe(0o644)
    expect(author('check', '--from', at('data'), '--lang', 'en').stdout).toBe(
      'data is sound: seq 1, 2 snapshots, 4 observations, 4 indicators, 1 targets, 1 series breaks.\n',
    )
    expect(author('export', '--from', at('data'), '--out', at('package')).status).toBe(0)
    const again = author('import', at('package'), '--out', at('again'), '--lang=en')
    expect(again.stdout).toContain('Written to again: seq 1, 2 snapshots in all.')
    expect(fs.readdirSync(at('again/snapshots'))).toEqual(fs.readdirSync(at('data/snapshots')))
    expect(fs.readdirSync(at('data/schema'))).toHaveLength(3)
  })

  it('names a new data folder as it is told to', () => {
    author('import', at('input'), '--out', at('data'), '--dataset', 'another-city')
    const manifest: unknown = JSON.parse(fs.readFileSync(at('data/manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ dataset: 'another-city' })
    const { status, stderr } = author(
      'import',
      at('input'),
      '--out',
      at('new'),
      '--dataset',
      '../x',
    )
    expect([status, stderr]).toEqual([
      1,
      '--dataset: “../x”，应为由小写字母、数字和单个连字符组成的编号，如 pm25\n',
    ])
  })

  it('prints every refused row on standard error, writes nothing, and ends with 1', () => {
    const observations = `${SMALL_TABLES.observations}report-2023,pm25,410800,,2023-2-30,十二,微克/立方米,A,,,,,,\n`
    writeTables('input', { observations })
    const { status, stdout, stderr } = author(
      'import',
      at('input'),
      '--out',
      at('data'),
      '--lang',
      'en',
    )
    expect(status).toBe(1)
    expect(stderr).toBe(
      'input/observations.csv:6:period: "2023-2-30", expected a period that exists, such as 2022, 2022-Q1, 2022-05, 2022-05-29, 2022-01/2022-06\n' +
        'input/observations.csv:6:value: "十二", expected a number such as 1234.5 (no thousands separators, no exponent)\n',
    )
    expect(stdout).toContain('Nothing was written.')
    expect(fs.existsSync(at('data'))).toBe(false)
  })

  it.each([
    ['a command that does not exist', ['publish']],
    ['an import of nothing', ['import']],
    ['an option of another command', ['check', '--confirm']],
    ['an option that does not exist', ['import', 'x', '--force']],
    ['a language that it does not speak', ['check', '--lang', 'fr']],
  ])('answers %s with its usage, and 2', (_name, args) => {
    const { status, stdout, stderr } = author(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^用法：\n {2}npm run author -- import/)
  })

  it.each([
    [['import', 'x', '--revise']],
    [['import', 'x', '--revise', ' ']],
    [['import', 'x', '--revise=']],
    [['import', '--revise', '--confirm', 'x']],
  ])('says that a reason is missing: %j', (args) => {
    const { status, stdout, stderr } = author(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toBe('--revise: 空，应为更正的原因，如 --revise "小数点抄错"\n')
    expect(author(...args, '--lang=en').stderr).toBe(
      '--revise: nothing, expected the reason for the correction, such as --revise "decimal point misread"\n',
    )
  })

  it('gives its usage when asked, and 0', () => {
    const { status, stdout } = author('--help', '--lang', 'en')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Usage:\n {2}npm run author -- import/)
  })

  it('says which file is not there, and which path is no folder', () => {
    const missing = author('import', at('missing.csv'), '--out', at('data'))
    expect([missing.status, missing.stderr]).toEqual([1, 'missing.csv: 没有这个文件或文件夹\n'])
    fs.writeFileSync(at('data'), '')
    const { status, stderr } = author('import', at('input'), '--out', at('data'))
    expect(status).toBe(1)
    expect(stderr).toMatch(/^路径中有一段不是文件夹（ENOTDIR/)
  })

  it('lets no name of a column or file steer the terminal', () => {
    writeTables('input', { themes: 'id,zh,en,\u001b[31mred\n' })
    const { stderr } = author('import', at('input'), '--out', at('data'), '--lang', 'en')
    expect(stderr).toContain('input/themes.csv:1:U+001B[31mred: column "U+001B[31mred", expected')
  })

  it('does not write through a link that leads out of its folder', () => {
    fs.mkdirSync(at('data'))
    fs.mkdirSync(at('elsewhere'))
    fs.symlinkSync(at('elsewhere'), at('data/snapshots'))
    const { status, stderr } = author('import', at('input'), '--out', at('data'))
    expect([status, stderr]).toEqual([1, 'data/snapshots: 不是文件夹，应为文件夹（不能是链接）\n'])
    expect(fs.readdirSync(at('elsewhere'))).toEqual([])
  })

  it('follows a link to a folder of tables', () => {
    fs.symlinkSync(at('input'), at('link'))
    expect(author('import', `${at('link')}/`, '--out', at('data')).status).toBe(0)
  })
})

describe('a process that is killed while it writes', { timeout: 60_000 }, () => {
  it('leaves what was published, and the next run goes through', async () => {
    author('import', at('input'), '--out', at('data'))
    const before = fs.readFileSync(at('data/manifest.json'))
    const rows = Array.from({ length: 80 }, (_, n) => `bulletin-${n},公报,市局,2024-01-01,press`)
    writeTables('more', {
      publications: ['id,title,publisher,published,grade', ...rows].join('\n'),
    })

    const args = [
      '--import',
      TSX,
      join(ROOT, 'src/author/cli.ts'),
      'import',
      'more',
      '--out',
      'data',
    ]
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' })
    const ended = new Promise((resolve) => {
      child.once('exit', resolve)
    })
    while (fs.readdirSync(at('data/snapshots')).length < 5 && child.exitCode === null) {
      await new Promise((resolve) => {
        setTimeout(resolve, 1)
      })
    }
    child.kill('SIGKILL')
    await ended

    expect(child.signalCode).toBe('SIGKILL')
    expect(author('check', '--from', at('data')).status).toBe(0)
    expect(fs.readFileSync(at('data/manifest.json'))).toEqual(before)
    const again = author('import', at('more'), '--out', at('data'))
    expect(again.stdout).toContain('seq 2，共 82 个快照。')
    expect(fs.readdirSync(at('data/snapshots')).filter((n) => n.endsWith('.tmp'))).toEqual([])
  })
})
