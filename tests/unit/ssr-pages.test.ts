import { renderToString } from 'vue/server-renderer'
import { computed, createSSRApp, type Component } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import IndicatorPage from '../../src/desk/IndicatorPage.vue'
import IndicatorsPage from '../../src/desk/IndicatorsPage.vue'
import InspectionPage from '../../src/desk/InspectionPage.vue'
import OverviewPage from '../../src/desk/OverviewPage.vue'
import PublicationPage from '../../src/desk/PublicationPage.vue'
import SourcesPage from '../../src/desk/SourcesPage.vue'
import { viewIndicator } from '../../src/domain/indicator-view.ts'
import type { AsOf } from '../../src/domain/standing.ts'
import { readerKey, type Reader } from '../../src/panels/reader.ts'
import type { Lang } from '../../src/text/lang.ts'
import { fullWidthPunctuation } from '../../src/text/rich.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'

const { catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)

interface View {
  readonly lang?: Lang
  readonly asOf?: AsOf
}

function readerOf({ lang = 'zh', asOf = 'latest' }: View): Reader {
  return {
    lang,
    theme: 'light',
    asOf,
    indicatorHref: (id) => `indicators/${id}.html`,
    publicationHref: (id) => `sources.html#${id}`,
    regionHref: (code) => `?region=${code}`,
    inspectionHref: 'inspection.html',
    indicatorsHref: 'indicators.html',
    sourcesHref: 'sources.html',
  }
}

/** A page as the server writes it. */
function render(page: Component, props: Record<string, unknown>, view: View = {}): Promise<string> {
  const app = createSSRApp(page, props)
  app.provide(
    readerKey,
    computed(() => readerOf(view)),
  )
  return renderToString(app)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** What a reader of the markup sees, without spaces. */
function textOf(html: string): string {
  return html
    .replace(/<!--.*?-->|<[^>]+>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\s\u200b]+/g, '')
}

const region = '410800'
const viewpoint = { asOf: 'latest', region } as const
const views = catalog.indicators.flatMap(({ id }) => viewIndicator(evidence, id, viewpoint) ?? [])

const PAGES: readonly (readonly [string, Component, Record<string, unknown>])[] = [
  ['overview', OverviewPage, { evidence, viewpoint }],
  ['page of PM2.5', IndicatorPage, { evidence, viewpoint, id: 'pm25' }],
  ['index of indicators', IndicatorsPage, { views, catalog }],
  ['inspection', InspectionPage, { evidence, viewpoint }],
  ['sources', SourcesPage, { evidence, asOf: 'latest' }],
  [
    'page of the report of 2023',
    PublicationPage,
    { evidence, asOf: 'latest', id: 'jz-rectification-2023-05-29' },
  ],
]

describe('rendered on the server', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('there is no browser here: no window, no document', () => {
    expect([typeof window, typeof document]).toEqual(['undefined', 'undefined'])
  })

  it.each(PAGES)(
    'the %s carries nothing that the strict policy refuses',
    async (_, page, props) => {
      for (const lang of ['zh', 'en'] as const) {
        const html = await render(page, props, { lang })
        expect(html.length).toBeGreaterThan(2000)
        expect(html).not.toMatch(/<[^>]*\sstyle=/)
        expect(html).not.toMatch(/<style|<script|\son[a-z]+=/i)
        expect(textOf(html)).not.toMatch(/undefined|NaN|\[object/)
      }
    },
  )

  it.each(PAGES)('the %s is the same on any day: no clock', async (_, page, props) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2023-06-01T00:00:00Z') })
    const early = await render(page, props)
    vi.setSystemTime(new Date('2031-01-01T12:00:00Z'))
    expect(await render(page, props)).toBe(early)
  })

  it('the overview says what the inspection came to and shows every indicator', async () => {
    const html = await render(OverviewPage, { evidence, viewpoint })
    const text = textOf(html)
    expect(text).toContain('34项已完成')
    expect(text).toContain('12项推进中')
    expect(text).toContain('2021年PM2.5平均浓度45微克/立方米')
    expect(text).toContain('37.85万户')
    const shown = new Set([...html.matchAll(/data-panel="([^"]+)"/g)].map(([, id]) => id))
    expect(catalog.indicators.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
  })

  it('the overview leads to the page of inspection, which tells both rounds and all their figures', async () => {
    const overview = await render(OverviewPage, { evidence, viewpoint })
    expect(overview).toMatch(/<h1[^>]*><a href="inspection\.html">/)
    const html = await render(InspectionPage, { evidence, viewpoint })
    const text = textOf(html)
    for (const said of ['34项已完成', '12项推进中', '22/36项完成', '228/228件办结']) {
      expect(text).toContain(said)
    }
    expect(text).toContain('逐项的任务清单没有公布过')
    expect(html.match(/class="parts-(?:done|open)"/g)).toHaveLength(46 + 46 + 36)
    expect(html.match(/<tr[^>]*data-panel="[^"]+" data-state="ready"/g)).toHaveLength(8)
  })

  it('every panel of the overview says its state, and its figure where it has one', async () => {
    const html = await render(OverviewPage, { evidence, viewpoint })
    const panels = [...html.matchAll(/<[a-z]+[^>]*data-panel="[^"]+"[^>]*>/g)].map(([tag]) => tag)
    expect(panels.length).toBeGreaterThanOrEqual(catalog.indicators.length)
    expect(panels.filter((tag) => !/data-state="(ready|empty)"/.test(tag))).toEqual([])
    const ready = panels.filter((tag) => tag.includes('data-state="ready"')).length
    expect(html.match(/ data-figure[ >]/g)?.length).toBeGreaterThanOrEqual(ready)
  })

  it('the page of PM2.5 says its sentence, its break and whose figures stand beside', async () => {
    const html = await render(IndicatorPage, { evidence, viewpoint, id: 'pm25' })
    const text = textOf(html)
    expect(text).toContain('2021年PM2.5平均浓度45微克/立方米；2018年9月口径改变，不与此前比较')
    expect(text).toContain('2018-09-01序列断点')
    expect(text).toContain('来源焦作市生态环境局')
    for (const figure of ['77.5', '85.4', '84.0', '76', '167.9', '47.7']) {
      expect(text).toContain(figure)
    }
    expect(html).toContain('data-panel="pm25" data-state="ready"')
    expect(html.match(/<table/g)).toHaveLength(3)
  })

  it('as of a day the page of PM2.5 does not know what came later', async () => {
    const early = { ...viewpoint, asOf: '2021-01-01' } as const
    const props = { evidence, viewpoint: early, id: 'pm25' }
    const text = textOf(await render(IndicatorPage, props, { asOf: '2021-01-01' }))
    expect(text).toContain('2016年PM2.5平均浓度84.0微克/立方米（推算）')
    expect(text).not.toContain('2021年')
    expect(text).not.toContain('47.7')
  })

  it('the page of PM2.5 reads in English', async () => {
    const props = { evidence, viewpoint, id: 'pm25' }
    const text = textOf(await render(IndicatorPage, props, { lang: 'en' }))
    expect(text).toContain('definitionchangedinSeptember2018,notcomparedwithearlierfigures')
    expect(text).toContain('45µg/m³')
  })

  it('every one of the 75 indicators renders, with its figure and its sentence', async () => {
    expect(catalog.indicators).toHaveLength(75)
    for (const { id } of catalog.indicators) {
      const html = await render(IndicatorPage, { evidence, viewpoint, id })
      expect(html, id).toContain(`data-panel="${id}"`)
      expect(html, id).toMatch(/data-figure/)
      expect(html, id).not.toMatch(/<[^>]*\sstyle=/)
      expect(textOf(html), id).toMatch(/来源|出处/)
    }
  })

  it('the sources list every publication with what it gave', async () => {
    const text = textOf(await render(SourcesPage, { evidence, asOf: 'latest' }))
    for (const { title } of snapshots) {
      expect(text).toContain(textOf(fullWidthPunctuation(title)))
    }
  })

  it('the report of 2023 shows its 55 figures', async () => {
    const props = { evidence, asOf: 'latest', id: 'jz-rectification-2023-05-29' }
    const html = await render(PublicationPage, props)
    expect(html.match(/<tr[^>]*data-panel="[^"]+" data-state="ready"/g)).toHaveLength(55)
    expect(textOf(html)).toContain('4918.3蒸吨')
    expect(textOf(html)).toContain('“1800余名”')
  })
})
