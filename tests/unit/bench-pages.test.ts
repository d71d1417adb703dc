/** What the bench compares the overview with must show what the overview shows. */
import { renderToString } from 'vue/server-renderer'
import { computed, createSSRApp } from 'vue'
import { describe, expect, it } from 'vitest'
import { readContent } from '../../bench/content.mjs'
import { floorChartOf } from '../../bench/floor-data.mjs'
import { bodyHtml, countFigures } from '../../bench/markup.mjs'
import { shapesSvg } from '../../bench/shapes-svg.mjs'
import OverviewPage from '../../src/desk/OverviewPage.vue'
import type { Shape } from '../../src/charts/shape.ts'
import { readerKey } from '../../src/panels/reader.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'

const content = readContent()

function renderOverview(): Promise<string> {
  const { catalog, snapshots } = readShipped()
  const viewpoint = { asOf: 'latest', region: '410800' } as const
  const app = createSSRApp(OverviewPage, { evidence: evidenceOf(snapshots, catalog), viewpoint })
  const reader = {
    lang: 'zh',
    theme: 'light',
    asOf: 'latest',
    indicatorHref: (id: string) => id,
    publicationHref: (id: string) => id,
    regionHref: (code: string) => code,
    indicatorsHref: '',
    inspectionHref: '',
    sourcesHref: '',
  } as const
  app.provide(
    readerKey,
    computed(() => reader),
  )
  return renderToString(app)
}

/** The ids of the panels with a picture, in their order. */
function chartIds(html: string): readonly string[] {
  const articles = html.match(/<article[^>]*data-panel="[^"]+"(?:(?!<article)[\s\S])*?chart-stage/g)
  return (articles ?? []).map((text) => /data-panel="([^"]+)"/.exec(text)?.[1] ?? '')
}

describe('the pages that the overview is measured against', () => {
  it('have as many figures as the overview, and its pictures in its order', async () => {
    const overview = await renderOverview()
    expect(countFigures(content)).toBe(overview.match(/ data-figure[ >]/g)?.length)
    const own = chartIds(bodyHtml(content, () => ''))
    expect(own.length).toBeGreaterThan(0)
    expect(own).toEqual(chartIds(overview))
  })

  it('say the sentences of the overview', async () => {
    const overview = (await renderOverview()).replace(/<[^>]+>|\s/g, '')
    for (const { sentence } of content.trends) {
      expect(overview).toContain(sentence.replace(/\s/g, ''))
    }
  })

  it('give ECharts every figure of a trend, cut where nothing is to be joined', () => {
    const [pm25] = content.trends
    const size = { widthPx: 784, heightPx: 300 }
    const chart = pm25 && floorChartOf(pm25.slot.view, size)
    expect(chart?.id).toBe('pm25')
    const data = chart?.series.flatMap((series) => (series.isOwn ? series.data : [])) ?? []
    expect(data).toEqual(expect.arrayContaining([['2021-01-01', 45]]))
    expect(data.some(([, value]) => value === null)).toBe(true)
    expect(chart?.breaks.map(({ day }) => day)).toEqual(['2018-09-01'])
  })

  it('escape what they set', () => {
    const lead = { ...content.lead, sentence: 'a < b & "c"' }
    expect(bodyHtml({ ...content, lead }, () => '')).toContain('a &lt; b &amp; &quot;c&quot;')
  })
})

describe('a picture drawn by hand', () => {
  const stroke = { color: '#123456', widthPx: 2, dashPx: [0, 4], isRound: true }
  const at = { x: 10.04, y: 20 }
  const shapes: readonly Shape[] = [
    { role: 'join', kind: 'line', spots: [at, { x: 30, y: 5.55 }], stroke },
    { role: 'column', kind: 'box', box: { x: 1, y: 2, width: 3, height: 4 }, fill: '#abcdef' },
    { role: 'mark', kind: 'circle', at, radiusPx: 5, fill: '#fff' },
    { role: 'mark', kind: 'diamond', at, radiusPx: 5, fill: '#fff' },
    {
      role: 'label',
      kind: 'text',
      at,
      text: '≤ 5 & <6',
      sizePx: 12,
      weight: 600,
      color: '#000',
      align: 'center',
    },
  ]

  it('has one element for each shape, with its place and look', () => {
    const svg = shapesSvg(shapes, { widthPx: 100, heightPx: 50 })
    expect(svg).toMatch(/^<svg width="100" height="50">/)
    expect(svg).toContain(
      '<path d="M10 20L30 5.6" fill="none" stroke="#123456" stroke-width="2" stroke-dasharray="0 4" stroke-linecap="round"/>',
    )
    expect(svg).toContain('<rect x="1" y="2" width="3" height="4" fill="#abcdef"/>')
    expect(svg).toContain('<circle cx="10" cy="20" r="5" fill="#fff"/>')
    expect(svg).toContain('d="M10 15l5 5l-5 5l-5 -5z"')
    expect(svg).toContain('text-anchor="middle"')
    expect(svg).toContain('≤ 5 &amp; &lt;6</text>')
  })
})
