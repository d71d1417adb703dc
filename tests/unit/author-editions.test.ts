/** What the public edition leaves out, what it must keep, and the proof of it. All figures are made up. */
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/author/command-line.ts'
import { loadFolder } from '../../src/author/data-folder.ts'
import { makeEdition } from '../../src/author/edition.ts'
import { readPublished, type Published, type PublishedFiles } from '../../src/author/published.ts'
import { findTraces } from '../../src/author/internal-traces.ts'
import { searchedFiles } from '../../src/author/searched-files.ts'
import { tracesIn } from '../../src/author/find-trace.ts'
import { BLOCK_END, BLOCK_START, writeBlock } from '../../src/contract/file-block.ts'
import { encodeText } from '../../src/author/sha256.ts'
import { MADE_UP_INTERNAL, MADE_UP_SECRETS } from '../fixtures/author/made-up-internal.ts'
import type { MemoryFileSystem } from '../fixtures/author/memory-file-system.ts'
import {
  importTables,
  linesOf,
  OBSERVATION_HEADER,
  publishSmallTables,
  readData,
  SMALL_TABLES,
} from '../fixtures/author/small-tables.ts'

function publishInternal(): MemoryFileSystem {
  const fs = publishSmallTables()
  const outcome = importTables(fs, MADE_UP_INTERNAL, { isConfirmed: true })
  expect(linesOf(outcome, 'zh')).toEqual([])
  return fs
}

function filesOf(fs: MemoryFileSystem): PublishedFiles {
  const files = loadFolder(fs, 'data')
  if (!files) throw new Error('nothing is published')
  return files
}

function read(files: PublishedFiles): Published {
  const published = readPublished(files)
  if (!published.ok) throw new Error(JSON.stringify(published.issues))
  return published.value
}

function textOf({ manifest, files }: PublishedFiles): string {
  const all = [...files].flatMap(([path, bytes]) => [path, new TextDecoder().decode(bytes)])
  return [new TextDecoder().decode(manifest), ...all].join('\n')
}

describe('the column audience', () => {
  it('is taken in Chinese and English, for indicators, publications, observations and targets', () => {
    const { catalog, snapshots } = readData(publishInternal())
    expect(catalog.indicators.at(-1)).toMatchObject({ id: 'made-up-secret', audience: 'internal' })
    const named = (id: string) => snapshots.find((snapshot) => snapshot.id === id)
    expect(named('made-up-closed')?.audience).toBe('internal')
    expect(named('made-up-open')?.audience).toBe('public')
    expect(named('made-up-open')?.observations.map(({ audience }) => audience)).toEqual([
      undefined,
      'internal',
      undefined,
    ])
    expect(named('made-up-open')?.targets[0]?.audience).toBe('internal')
  })

  it('refuses another word', () => {
    const fs = publishSmallTables()
    const publications = SMALL_TABLES.publications
      .replace('grade,url', 'grade,audience')
      .replace('https://example.org/2022', '保密')
    expect(linesOf(importTables(fs, { ...SMALL_TABLES, publications }), 'zh').join()).toContain(
      'audience: “保密”',
    )
  })
})

describe('the public edition', () => {
  it('of data without anything internal is the data, byte by byte', () => {
    const files = filesOf(publishSmallTables())
    const edition = makeEdition(files, 'public')
    expect(edition.manifest).toEqual(files.manifest)
    expect([...edition.files]).toEqual([...files.files])
  })

  it('has no byte of what is internal, and is whole', () => {
    const edition = makeEdition(filesOf(publishInternal()), 'public')
    const text = textOf(edition)
    expect(MADE_UP_SECRETS.filter((secret) => text.includes(secret))).toEqual([])
    const { snapshots } = read(edition)
    const open = snapshots.find(({ id }) => id === 'made-up-open')
    expect(open?.observations.map(({ value }) => value)).toEqual([52])
    expect(open?.targets).toEqual([])
  })

  it('keeps counter, day and data set, and the names of files of which nothing was taken', () => {
    const files = filesOf(publishInternal())
    const [full, edition] = [read(files).manifest, read(makeEdition(files, 'public')).manifest]
    expect(edition).toMatchObject({
      seq: full.seq,
      written: full.written,
      dataset: full.dataset,
    })
    expect(edition.snapshots.map(({ id }) => id)).toEqual([
      'report-2022',
      'report-2023',
      'made-up-open',
    ])
    expect(edition.snapshots[0]).toEqual(full.snapshots[0])
    expect(edition.snapshots[2]?.sha256).not.toBe(full.snapshots[2]?.sha256)
  })

  it('says of a snapshot always the same: later publications change no earlier file', () => {
    const fs = publishInternal()
    const before = read(makeEdition(filesOf(fs), 'public')).manifest.snapshots
    importTables(fs, {
      publications: 'id,title,publisher,published,grade\nlater,晚报,市局,2025-01-20,press\n',
    })
    const after = read(makeEdition(filesOf(fs), 'public')).manifest.snapshots
    expect(after.slice(0, before.length)).toEqual(before)
  })

  it('does not name an internal publication that a public row contradicts', () => {
    const fs = publishInternal()
    const outcome = importTables(fs, {
      publications: 'id,title,publisher,published,grade\nlater,晚报,市局,2025-01-20,press\n',
      observations: `${OBSERVATION_HEADER}
later,pm25,410800,,2022-10,40,微克/立方米,A,,,,made-up-closed,,
`,
    })
    expect(linesOf(outcome, 'zh')).toEqual([])
    const edition = makeEdition(filesOf(fs), 'public')
    expect(textOf(edition)).not.toContain('made-up-closed')
    expect(read(edition).snapshots.at(-1)?.observations[0]?.value).toBe(40)
  })

  it('leaves files out that the manifest no longer names', () => {
    const { manifest, files } = filesOf(publishInternal())
    const old = new Map([...files, ['catalog.00000000.json', encodeText('{}')]])
    expect(makeEdition({ manifest, files: old }, 'public').files.has('catalog.00000000.json')).toBe(
      false,
    )
  })
})

describe('the internal edition', () => {
  it('is everything, under a name of its own, so that no browser takes one for the other', () => {
    const files = filesOf(publishInternal())
    const edition = makeEdition(files, 'internal')
    expect(read(edition).manifest.dataset).toBe('small-internal')
    expect([...edition.files]).toEqual([...files.files])
  })
})

describe('for whom something is published', () => {
  it.each([
    ['internal', 'pm25,air,PM2.5平均浓度,PM2.5,微克/立方米,mean,down,城市站点,internal'],
    ['public', 'made-up-secret,air,虚构内部指标丁,Made-up,%,ratio,up,虚构口径戊,公开'],
  ])('is not changed to %s for an indicator that has figures', (_, row) => {
    const indicators = `id,theme,zh,en,unit,accumulation,desired,scope,audience\n${row}\n`
    const [refusal = ''] = linesOf(importTables(publishInternal(), { indicators }), 'zh')
    expect(refusal).toContain('indicators.csv:2:audience')
    expect(refusal).toContain('公开范围不能再改')
  })

  it.each([
    ['report-2023', '内部'],
    ['made-up-closed', '公开'],
  ])('is not changed for the publication %s', (id, audience) => {
    const fs = publishInternal()
    const day = readData(fs).snapshots.find((each) => each.id === id)?.published ?? ''
    const publications = `id,title,publisher,published,grade,audience\n${id},虚构的标题,虚构处,${day},official,${audience}\n`
    const options = { reviseReason: '改变公开范围', isConfirmed: true }
    const said = linesOf(importTables(fs, { publications }, options), 'zh')
    expect(said.join()).toContain('出处的公开范围不能再改')
  })

  it('may be widened for a row, by a revision', () => {
    const fs = publishInternal()
    const observations = `${OBSERVATION_HEADER}
made-up-open,made-up-secret,410800,,2023,73.519,%,A,,,,,虚构备注己,
made-up-open,pm25,410800,,2022-11,61.8374,微克/立方米,A,,,,,虚构备注庚,
made-up-open,pm25,410800,,2022-12,52,微克/立方米,A,,,,,,
`
    const options = { reviseReason: '改变公开范围', isConfirmed: true }
    expect(linesOf(importTables(fs, { observations }, options), 'zh')).toEqual([])
    const text = textOf(makeEdition(filesOf(fs), 'public'))
    expect(text).toContain('61.8374')
    expect(text).not.toContain('73.519')
  })
})

describe('check --public', () => {
  function check(fs: MemoryFileSystem) {
    const said: string[] = []
    const code = runCommandLine(['check', '--from', 'data', '--public', 'site'], {
      fileSystem: fs,
      now: () => '2025-01-01T00:00:00Z',
      run: '1',
      print: (line) => said.push(line),
      printError: (line) => said.push(line),
    })
    return { code, said }
  }

  function withSite(files: Readonly<Record<string, string>>): MemoryFileSystem {
    const fs = publishInternal()
    for (const folder of ['site', 'site/data', 'site/charts']) fs.folders.add(folder)
    const { manifest, files: data } = makeEdition(filesOf(fs), 'public')
    fs.files.set('site/data/manifest.json', manifest)
    for (const [path, bytes] of data) fs.files.set(`site/data/${path.replace('/', '-')}`, bytes)
    for (const [path, text] of Object.entries(files)) fs.files.set(`site/${path}`, encodeText(text))
    return fs
  }

  it('passes a build of the public edition, and says how much it looked for', () => {
    const { code, said } = check(withSite({ 'index.html': '<p>45</p>', 'a.woff2': 'x' }))
    expect([code, said.length]).toEqual([0, 1])
    expect(said[0]).toMatch(/site 没有内部内容：\d+ 个文件，\d\d 处.*另有 1 个文件不是文字/)
  })

  it.each([
    ['an id in a script', 'app.js', 'const a=["made-up-secret"]', 'made-up-secret'],
    ['an id in the name of a file', 'charts/made-up-secret.svg', '<svg/>', 'made-up-secret'],
    ['a title between marks', 'index.html', '虚构的<b>内部</b>专报甲乙丙', '虚构的内部专报甲乙丙'],
    ['a name in a picture', 'charts/a.svg', '<svg aria-label="虚构内部指标丁"/>', '虚构内部指标丁'],
    ['a note in a table', 'data/a.csv', '1,"虚构备注庚"\r\n', '虚构备注庚'],
    ['a figure that stands in a page', 'index.html', '<td>61.8374</td>', '61.8374'],
    ['a figure of a data set', 'data/a.json', '{"value":{"3":48.2916}}', '48.2916'],
    ['a target', 'data/b.json', '{"value":"39.6182"}', '39.6182'],
    ['a theme', 'sources.html', '<h2>虚构内部主题</h2>', '虚构内部主题'],
  ])('fails on %s, and names the file', (_, path, text, found) => {
    const { code, said } = check(withSite({ [path]: text }))
    expect(code).toBe(1)
    expect(said.join('\n')).toContain(`site/${path}: 有“${found}”`)
  })

  it.each([
    ['a number of a drawing', 'charts/a.svg', '<path d="M61.8374,1"/>'],
    ['a longer number', 'index.html', '<td>161.83745</td>'],
    ['a longer id', 'index.html', '<a href="made-up-secrets.html"></a>'],
    ['a word of code', 'app.js', 'const madeUp = made-up-secret'],
  ])('takes %s for nothing', (_, path, text) => {
    expect(check(withSite({ [path]: text })).code).toBe(0)
  })
})

describe('the check of a build that has the one file in it', () => {
  it('finds internal texts, ids and figures in its data, and not the words of its script', () => {
    const fs = publishInternal()
    const { manifest, files } = filesOf(fs)
    const decoder = new TextDecoder()
    const block = writeBlock({
      made: null,
      part: null,
      manifest: decoder.decode(manifest),
      files: [...files].map(([path, bytes]) => ({ path, text: decoder.decode(bytes) })),
    })
    const traces = findTraces(read(filesOf(fs)))
    const found = (inside: string) => {
      const script = '<script type="module">const made = secret - madeUpSecret</script>'
      const text = `<html>${BLOCK_START}${inside}${BLOCK_END}${script}</html>`
      const parts = searchedFiles('qinglan.html', text)
      return new Set(parts.flatMap((file) => tracesIn(file, traces)).map(({ kind }) => kind))
    }
    expect(found(block)).toEqual(new Set(['id', 'text', 'value']))
    expect(found('{}')).toEqual(new Set())
  })
})
