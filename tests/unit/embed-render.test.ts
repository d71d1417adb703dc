/** Panels as they are written before any script, from what ships and from made-up figures. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/contract/catalog.ts'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { openMemoryStore } from '../../src/db/memory-store.ts'
import type { Generation } from '../../src/db/store-port.ts'
import { EMBED_STEPS } from '../../src/embed/embed-widths.ts'
import { embedFile, renderEmbeds, type WrittenEmbed } from '../../src/embed/render-embeds.ts'
import { catalog as smallCatalog, indicator } from './builders/catalog.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const SHIPPED_FILE = { file: 'assets/generation-1.json', integrity: 'sha256-x' }

async function generationOf(
  catalog: Catalog,
  snapshots: readonly Snapshot[],
  seq = 1,
): Promise<Generation> {
  const store = openMemoryStore()
  const { manifest } = readShipped()
  await store.commit({
    base: null,
    manifest: {
      ...manifest,
      seq,
      snapshots: snapshots.map(({ id, revision, published }) => {
        return { id, revision, published, path: `snapshots/${id}`, bytes: 1, sha256: 'x' }
      }),
    },
    manifestSha256: 'x',
    catalog,
    snapshots,
    fetchedAtMs: 0,
  })
  const generation = await store.readGeneration()
  if (!generation) throw new Error('nothing was kept')
  return generation
}

const textOf = (markup: string) => markup.replace(/<[^>]*>/g, '')

describe('the panels of what ships', () => {
  const { catalog, snapshots } = readShipped()
  let written: readonly WrittenEmbed[]

  beforeAll(async () => {
    written = await renderEmbeds(await generationOf(catalog, snapshots), SHIPPED_FILE)
  }, 120_000)

  it('are one for each indicator and language, each in a file of its own', () => {
    const expected = catalog.indicators.flatMap(({ id }) => [
      `embed/${id}.html`,
      `embed/${id}.en.html`,
    ])
    expect(written.map(({ file }) => file)).toEqual(expected)
    expect(embedFile('pm25', 'en')).toBe('embed/pm25.en.html')
  })

  it('all name the city, give a figure or why there is none, the way to the full page, and numbers', () => {
    for (const { file, body, lang, indicator: id } of written) {
      expect(textOf(body), file).toContain(lang === 'zh' ? '焦作' : 'Jiaozuo')
      expect(body, file).toMatch(/data-figure|data-state="empty"/)
      const page =
        lang === 'zh' ? `"../indicators/${id}.html"` : `"../index.html#/indicators/${id}?lang=en"`
      expect(body, file).toContain(page)
      if (body.includes('data-state="ready"')) expect(body, file).toMatch(/<details[\s\S]*<table/)
    }
  })

  it('hold nothing that the strict policy would refuse, and nothing of another origin but links', () => {
    for (const { file, body } of written) {
      expect(body, file).not.toMatch(/ style=|<style|<script|<iframe|<img|<link| on[a-z]+=/)
      expect(body, file).not.toMatch(/href="javascript:/i)
    }
  })

  it('say nothing that hangs on the clock of the build', () => {
    for (const { file, body } of written) {
      expect(body, file).not.toContain('data-state="overdue"')
    }
  })

  it('bring a picture for each step of width, where they have one that depends on it', () => {
    const withStills = written.filter(({ body }) => body.includes('chart-still'))
    expect(withStills.length).toBeGreaterThan(10)
    for (const { file, body } of withStills) {
      for (const step of EMBED_STEPS) expect(body, file).toContain(`<svg class="at-${step}"`)
    }
  })

  it('carry what the script has to know of them', () => {
    const pm25 = written.find(({ file }) => file === 'embed/pm25.en.html')
    expect(pm25?.title).toBe('Jiaozuo City · PM2.5 mean concentration')
    const days = snapshots.map(({ published }) => published).sort()
    for (const attribute of [
      'class="embed-root" lang="en"',
      'data-embed="pm25"',
      'data-language="en"',
      'data-seq="1"',
      `data-until="${days[days.length - 1]}"`,
      'data-home="410800"',
      'data-generation="../assets/generation-1.json"',
      'data-integrity="sha256-x"',
    ])
      expect(pm25?.body).toContain(attribute)
  })
})

describe('made-up panels', () => {
  const two = smallCatalog([
    indicator('pm25', { updatePeriod: 'year' }),
    indicator('silent', { name: { zh: '无数的指标', en: 'Indicator without figures' } }),
  ])
  const hostile = '<b onclick="x">“甲” & 乙</b>'

  it('know from which day their next figure is late, and nothing where no rhythm is declared', async () => {
    const generation = await generationOf(two, [
      snapshot('a', '2023-02-01', [figure('2021', '50'), figure('2022', '45')]),
    ])
    const [pm25, , silent] = await renderEmbeds(generation, SHIPPED_FILE)
    expect(pm25?.body).toMatch(/data-due="20\d\d-\d\d-\d\d"/)
    expect(silent?.body).toContain('data-due=""')
  })

  it('say in words that nothing is known, and lead to the full page', async () => {
    const generation = await generationOf(two, [
      snapshot('a', '2023-02-01', [figure('2022', '45')]),
    ])
    const [, , silent] = await renderEmbeds(generation, SHIPPED_FILE)
    expect(silent?.body).toContain('data-state="empty"')
    expect(textOf(silent?.body ?? '')).toContain('无数的指标')
    expect(silent?.body).toContain('href="../indicators/silent.html"')
    expect(silent?.body).not.toContain('<details')
  })

  it('let no markup through, wherever a clerk has typed it', async () => {
    const names = { zh: hostile, en: hostile }
    const typed = smallCatalog([indicator('pm25', { name: names, scope: hostile })])
    const generation = await generationOf(typed, [
      snapshot('a', '2023-02-01', [figure('2022', '45', { note: hostile, locator: hostile })], {
        title: hostile,
        publisher: hostile,
      }),
    ])
    for (const { body } of await renderEmbeds(generation, SHIPPED_FILE)) {
      expect(body).not.toMatch(/<b onclick/)
      expect(body).toContain('&lt;b onclick')
    }
  })
})
