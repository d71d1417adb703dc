/** The files beside the data: one writer for each form, and nothing in them that the data do not say. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readPublished, type Published } from '../../src/author/published.ts'
import { describeForSearch, writeDatasetHead } from '../../src/desk/dataset-head.ts'
import { drawDataFiles } from '../../src/desk/data-files.ts'
import { buildMetadata } from '../../src/desk/indicator-metadata.ts'
import { buildIndicatorCsv } from '../../src/desk/indicator-csv.ts'
import { viewEverywhere } from '../../src/domain/indicator-everywhere.ts'
import { sha256Hex } from '../../src/author/sha256.ts'
import { MemoryFileSystem } from '../fixtures/author/memory-file-system.ts'
import { dataOf, importTables, linesOf } from '../fixtures/author/small-tables.ts'
import { evidenceOf, viewOf } from './builders/evidence.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const DATA = fileURLToPath(new URL('../../public/data/', import.meta.url))

function readShippedFiles(): Published {
  const names = readdirSync(DATA, { recursive: true }).map((name) => String(name))
  const files = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name.replaceAll('\\', '/'), new Uint8Array(readFileSync(DATA + name))] as const)
  const all = new Map(files)
  const published = readPublished({
    manifest: all.get('manifest.json') ?? new Uint8Array(),
    files: all,
  })
  if (!published.ok) throw new Error(JSON.stringify(published.issues))
  return published.value
}

const PUBLISHED = readShippedFiles()
const EVIDENCE = evidenceOf(PUBLISHED.snapshots, PUBLISHED.catalog)
const FILES = drawDataFiles(PUBLISHED, EVIDENCE)

function bytesOf(name: string): Uint8Array {
  const content = FILES.get(name)
  if (content === undefined) throw new Error(`no ${name}`)
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

function textOf(name: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(name))
}

function everywhere(...args: Parameters<typeof viewEverywhere>) {
  const view = viewEverywhere(...args)
  if (!view) throw new Error(`no view of ${args[1]}`)
  return view
}

describe('the files beside the data', () => {
  it('are three for each indicator, the package, its tables and the calendar', () => {
    const ids = PUBLISHED.catalog.indicators.map(({ id }) => id)
    expect(FILES.size).toBe(ids.length * 3 + 8 + 1 + 1)
    for (const id of ids) {
      expect(textOf(`data/indicators/${id}.csv`).startsWith('\ufeff')).toBe(true)
      expect(JSON.parse(textOf(`data/indicators/${id}.json`))).toMatchObject({ version: '2.0' })
      expect(JSON.parse(textOf(`data/indicators/${id}.metadata.json`))).toMatchObject({ id })
    }
  })

  it('are the same bytes for the same data', () => {
    expect([...drawDataFiles(PUBLISHED, EVIDENCE)]).toEqual([...FILES])
  })
})

describe('the CSV of an indicator', () => {
  it('has every row of its page, and is written by the same hand', () => {
    for (const { id } of PUBLISHED.catalog.indicators) {
      const { catalog, snapshots } = PUBLISHED
      const page = buildIndicatorCsv(viewOf(snapshots, { catalog, indicator: id }), 'zh')
      const rows = new Set(textOf(`data/indicators/${id}.csv`).slice(1).split('\r\n'))
      const lost = page.split('\r\n').filter((row) => !rows.has(row))
      expect(lost).toEqual([])
    }
  })

  it('holds regions that no page of the city shows', () => {
    const evidence = evidenceOf([
      snapshot('a', '2022-01-01', [
        figure('2021', '45'),
        figure('2021', '47', { region: '410802' }),
      ]),
    ])
    const csv = buildIndicatorCsv(everywhere(evidence, 'pm25'), 'zh')
    const { data } = Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true })
    expect(data.map((row) => [row['地区代码'], row['数值']])).toEqual([
      ['410800', '45'],
      ['410802', '47'],
    ])
  })
})

describe('the metadata', () => {
  const evidence = evidenceOf([
    snapshot('a', '2022-01-01', [figure('2021', '45'), figure('2020', '50')]),
    snapshot('b', '2023-01-01', [figure('2021', '46.5'), figure('2020', '50')], {
      targets: [target('2025', 42)],
      url: 'https://example.org/b',
    }),
    snapshot('a', '2022-01-01', [figure('2021', '45'), figure('2020', '51')], {
      revision: 2,
      revisionReason: '录入有误',
    }),
  ])
  const metadata = buildMetadata(everywhere(evidence, 'pm25'), 'trial')

  it('name what a later document said otherwise, and not what it repeats', () => {
    expect(metadata).toMatchObject({
      revisions: [
        { region: '410800', period: '2020', change: 'revised' },
        {
          region: '410800',
          period: '2021',
          change: 'revised',
          before: { source: 'a', value: '45', status: 'A' },
          now: { source: 'b', value: '46.5', status: 'A' },
        },
      ],
    })
  })

  it('tell our own slips apart from what documents say', () => {
    expect(metadata).toMatchObject({
      corrections: [
        {
          source: 'a',
          revision: 2,
          reason: '录入有误',
          before: { value: '50' },
          after: { value: '51' },
        },
      ],
    })
  })

  it('name sources with their addresses, and targets with how they stand', () => {
    expect(metadata).toMatchObject({
      sources: [
        { id: 'b', url: 'https://example.org/b', figures: 2, targets: 1 },
        { id: 'a', revision: 2, figures: 2 },
      ],
      targets: [{ period: '2025', value: '42', type: 'at-most', verdict: { code: 'not-due' } }],
    })
  })

  it('of the shipped data name the contradictions that pages tell', () => {
    const text = textOf('data/indicators/green-factories.metadata.json')
    const { contradictions } = JSON.parse(text) as { contradictions: { said: { zh: string } }[] }
    expect(contradictions.map(({ said }) => said.zh).join()).toContain('17家不一致')
  })
})

describe('the Data Package', () => {
  const descriptor = JSON.parse(textOf('data/datapackage.json')) as {
    sources: { title: string; path?: string }[]
    resources: { path: string; bytes: number; hash: string }[]
  }

  it('names its tables below its own folder, with sizes and hashes that hold', () => {
    expect(descriptor.resources).toHaveLength(8)
    for (const { path, bytes, hash } of descriptor.resources) {
      expect(path).toMatch(/^tables\/[a-z]+\.csv$/)
      const content = bytesOf(`data/${path}`)
      expect([bytes, hash]).toEqual([content.length, `sha256:${sha256Hex(content)}`])
    }
  })

  it('names every publication as a source, with its address where there is one', () => {
    expect(descriptor.sources).toHaveLength(PUBLISHED.snapshots.length)
    const paths = descriptor.sources.flatMap(({ path }) => path ?? [])
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.every((path) => /^https?:\/\//.test(path))).toBe(true)
  })

  it('is imported again from the bytes of the site to the same files', () => {
    const tables = descriptor.resources.map(
      ({ path }) => [path.replace('tables/', ''), bytesOf(`data/${path}`)] as const,
    )
    const fs = new MemoryFileSystem()
    const outcome = importTables(fs, Object.fromEntries(tables), { today: '2027-01-01' })
    expect(linesOf(outcome, 'en')).toEqual([])
    const { manifest } = PUBLISHED
    const expected = [manifest.catalog, ...manifest.snapshots].map(({ path }) => `data/${path}`)
    const made = [...dataOf(fs).keys()].filter((path) => path !== 'data/manifest.json')
    expect(made.sort()).toEqual(expected.sort())
  })
})

describe("the head of an indicator's page", () => {
  it('links the files from where the template stands', () => {
    const head = writeDatasetHead(everywhere(EVIDENCE, 'pm25'), '焦作市')
    expect(head).toContain('type="text/csv" href="./data/indicators/pm25.csv"')
    expect(head).toContain('rel="describedby"')
  })

  it('describes a data set of schema.org, with its days, places and downloads', () => {
    expect(describeForSearch(everywhere(EVIDENCE, 'pm25'), '焦作市')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: '焦作市PM2.5平均浓度',
      url: 'pm25.html',
      temporalCoverage: expect.stringMatching(/^\d{4}-01-01\/\d{4}-\d\d-\d\d$/) as string,
      distribution: [
        { encodingFormat: 'text/csv', contentUrl: '../data/indicators/pm25.csv' },
        { contentUrl: '../data/indicators/pm25.json' },
      ],
    })
  })

  it('lets no text of a source end its data block', () => {
    const hostile = snapshot('a', '2022-01-01', [figure('2021', '45')], {
      title: '</script><script>alert(1)</script>',
    })
    const head = writeDatasetHead(everywhere(evidenceOf([hostile]), 'pm25'), '焦作市')
    expect(head.match(/<\/?script/g)).toEqual(['<script', '</script'])
    const [, json = ''] = /<script type="application\/ld\+json">(.*)<\/script>/.exec(head) ?? []
    expect(JSON.parse(json)).toMatchObject({
      isBasedOn: [{ name: '</script><script>alert(1)</script>' }],
    })
  })
})
