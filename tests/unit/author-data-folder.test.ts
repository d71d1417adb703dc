import { describe, expect, it } from 'vitest'
import { runCheck } from '../../src/author/run-check.ts'
import { Interrupted, MemoryFileSystem } from '../fixtures/author/memory-file-system.ts'
import {
  dataOf,
  importTables,
  OBSERVATION_HEADER,
  publishSmallTables,
  readData,
  SMALL_TABLES,
} from '../fixtures/author/small-tables.ts'

const NEXT = {
  publications: 'id,title,publisher,published,grade\nreport-2024,报告,市局,2025-01-20,official\n',
  observations: `${OBSERVATION_HEADER}\nreport-2024,pm25,410800,,2024,43,微克/立方米,A,,,,,,\n`,
  indicators:
    'id,theme,zh,en,unit,accumulation,desired,scope\nozone,air,臭氧,Ozone,微克/立方米,mean,down,城市\n',
}

const SCHEMAS = [{ path: 'schema/manifest.schema.json', bytes: new TextEncoder().encode('{}\n') }]

/** Runs the import with its n-th operation failing; false once there is no n-th operation. */
function importFailingAt(fs: MemoryFileSystem, failing: number): boolean {
  fs.operations = 0
  fs.before = (operation) => {
    // From there on nothing works, as after a kill.
    if (operation >= failing) throw new Interrupted(`operation ${operation}`)
  }
  try {
    importTables(fs, NEXT, { schemas: SCHEMAS })
    return false
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    return true
  } finally {
    fs.before = () => undefined
  }
}

describe('a kill at any operation of an import', () => {
  it('leaves the old generation or the new one, whole, and the next run finishes the work', () => {
    const start = publishSmallTables()
    const old = readData(start).manifest
    const whole = start.copy()
    importTables(whole, NEXT, { schemas: SCHEMAS })
    const finished = readData(whole)
    const seen = { old: 0, new: 0 }

    let failing = 1
    for (; ; failing += 1) {
      const fs = start.copy()
      const wasKilled = importFailingAt(fs, failing)
      const { manifest } = readData(fs)
      expect([old, finished.manifest]).toContainEqual(manifest)
      if (!wasKilled) break
      seen[manifest.seq === old.seq ? 'old' : 'new'] += 1

      expect(importTables(fs, NEXT, { schemas: SCHEMAS }).isDone).toBe(true)
      expect(readData(fs)).toEqual(finished)
      expect([...dataOf(fs).keys()].filter((path) => path.endsWith('.tmp'))).toEqual([])
    }
    expect(failing).toBeGreaterThan(20)
    expect(seen.old).toBeGreaterThan(10)
    expect(seen.new).toBeGreaterThan(0)
  })

  it('leaves nothing or the first generation where nothing was published', () => {
    let failing = 1
    for (; ; failing += 1) {
      const fs = new MemoryFileSystem()
      fs.before = (operation) => {
        if (operation >= failing) throw new Interrupted()
      }
      let wasKilled = false
      try {
        importTables(fs, SMALL_TABLES)
      } catch {
        wasKilled = true
      }
      fs.before = () => undefined
      if (fs.files.has('data/manifest.json')) expect(readData(fs).snapshots).toHaveLength(2)
      if (!wasKilled) break
      expect(importTables(fs, SMALL_TABLES).isDone).toBe(true)
      expect(readData(fs).manifest.seq).toBe(1)
    }
    expect(failing).toBeGreaterThan(15)
  })
})

describe('writing a generation', () => {
  it('puts the manifest last, after every file was read back', () => {
    const fs = publishSmallTables()
    const steps: string[] = []
    fs.before = (_operation, name, path) => {
      if (path.startsWith('data') && name !== 'kindOf' && name !== 'list')
        steps.push(`${name} ${path}`)
    }
    importTables(fs, NEXT)
    const lastWrite = steps.filter((step) => step.startsWith('writeNew')).slice(-1)[0]
    expect(lastWrite).toBe('writeNew data/.manifest.json.1.tmp')
    const [reread, ...end] = steps.slice(-5)
    expect(reread).toBe('read data/manifest.json')
    expect(end).toEqual([
      'writeNew data/.manifest.json.1.tmp',
      'replace data/manifest.json',
      'syncDirectory data',
      'read data/manifest.json',
    ])
  })

  it('refuses where somebody else has published meanwhile', () => {
    const fs = publishSmallTables()
    const other = publishSmallTables()
    importTables(other, { themes: 'id,zh,en\nwater,水,Water\n' })
    fs.before = (_operation, name) => {
      if (name === 'syncDirectory') {
        for (const [path, bytes] of other.files) fs.files.set(path, bytes)
      }
    }
    expect(() => importTables(fs, NEXT)).toThrow(
      'somebody else has published meanwhile; run the import again',
    )
    fs.before = () => undefined
    expect(readData(fs).catalog.themes.map(({ id }) => id)).toContain('water')
  })

  it('refuses to follow a link out of the folder', () => {
    const fs = publishSmallTables()
    fs.folders.delete('data/snapshots')
    fs.links.add('data/snapshots')
    const before = dataOf(fs)
    expect(() => importTables(fs, NEXT)).toThrow('link, expected a directory')
    expect(dataOf(fs)).toEqual(before)
  })

  it('notices a disk that does not keep what was written', () => {
    const fs = publishSmallTables()
    const replace = fs.replace.bind(fs)
    fs.replace = (from, to) => {
      replace(from, to)
      if (to.includes('report-2024')) fs.files.set(to, new Uint8Array([1, 2, 3]))
    }
    expect(() => importTables(fs, NEXT)).toThrow('what was read back differs')
    expect(readData(fs).manifest.seq).toBe(1)
  })
})

describe('checking a folder', () => {
  it('counts what is published, and names what does not belong to it', () => {
    const fs = publishSmallTables()
    importTables(fs, NEXT)
    fs.files.set('data/.catalog.9.tmp', new Uint8Array(1))
    const outcome = runCheck(fs, 'data')
    const old = [...fs.files.keys()].filter((path) => path.startsWith('data/catalog.'))
    expect(old).toHaveLength(2)
    expect(outcome.isDone).toBe(true)
    expect(outcome.lines[0]?.zh).toBe(
      'data 完好：seq 2，3 个快照，5 个数，5 个指标，1 个目标，1 处序列中断。',
    )
    expect(outcome.lines[1]?.en).toMatch(
      /^Files that the manifest does not list \(may be deleted\): \.catalog\.9\.tmp, catalog\.\w{8}\.json$/,
    )
  })

  function checkAfter(change: (files: Map<string, Uint8Array>, snapshot: string) => void) {
    const fs = publishSmallTables()
    const snapshot =
      [...fs.files.keys()].find((path) => path.includes('snapshots/report-2022')) ?? ''
    change(fs.files, snapshot)
    const { isDone, issues } = runCheck(fs, 'data')
    return { isDone, issues: issues.map(({ path, message }) => `${path}: ${message.en}`), snapshot }
  }

  it('finds a flipped byte', () => {
    const { isDone, issues, snapshot } = checkAfter((files, path) => {
      const bytes = Uint8Array.from(files.get(path) ?? [])
      bytes[100] = (bytes[100] ?? 0) ^ 1
      files.set(path, bytes)
    })
    expect(isDone).toBe(false)
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatch(
      new RegExp(`^${snapshot}: sha256 [0-9a-f]{64}, expected [0-9a-f]{64}$`),
    )
  })

  it('finds a file that is too long, and one that is gone', () => {
    const long = checkAfter((files, path) => {
      files.set(path, Uint8Array.from([...(files.get(path) ?? []), 10]))
    })
    expect(long.issues[0]).toMatch(/: \d+ bytes, expected \d+$/)
    const gone = checkAfter((files, path) => files.delete(path))
    expect(gone.issues).toEqual([`${gone.snapshot}: no such file, though listed`])
  })

  it('finds a manifest that is cut off or beyond its limit', () => {
    const cut = checkAfter((files) => {
      files.set(
        'data/manifest.json',
        files.get('data/manifest.json')?.subarray(0, 90) ?? new Uint8Array(),
      )
    })
    expect(cut.issues[0]).toMatch(/^data\/manifest\.json: not valid JSON/)
    const huge = checkAfter((files) => files.set('data/manifest.json', new Uint8Array(70_000)))
    expect(huge.issues).toEqual(['data/manifest.json: 65537 bytes, expected at most 65536'])
  })

  it('finds an entry that does not describe its file', () => {
    const { issues, snapshot } = checkAfter((files) => {
      const text = new TextDecoder().decode(files.get('data/manifest.json'))
      const changed = text.replace('"published":"2023-01-20"', '"published":"2023-01-21"')
      files.set('data/manifest.json', new TextEncoder().encode(changed))
    })
    expect(issues).toEqual([
      `${snapshot}:published: 2023-01-20, expected 2023-01-21 as in the manifest`,
    ])
  })

  it('finds a file whose name does not carry its hash', () => {
    const { issues } = checkAfter((files, path) => {
      const name = path.replace('data/', '')
      const other = 'snapshots/report-2022.00000000.json'
      const text = new TextDecoder().decode(files.get('data/manifest.json'))
      files.set('data/manifest.json', new TextEncoder().encode(text.replace(name, other)))
      files.set(`data/${other}`, files.get(path) ?? new Uint8Array())
    })
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatch(
      /^data\/snapshots\/report-2022\.00000000\.json: the name should carry [0-9a-f]{8}$/,
    )
  })

  it('says that a folder holds no published data', () => {
    const { isDone, issues } = runCheck(new MemoryFileSystem(), 'elsewhere')
    expect(isDone).toBe(false)
    expect(issues[0]?.message.zh).toBe('没有 manifest.json，应为已发布的数据目录')
  })
})
