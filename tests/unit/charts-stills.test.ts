import { describe, expect, it } from 'vitest'
import { buildChart } from '../../src/charts/build-chart.ts'
import { STILL_STEPS } from '../../src/charts/still-key.ts'
import { drawMarks } from '../../src/charts/still-svg.ts'
import { drawStills } from '../../src/charts/stills.ts'
import { viewIndicator } from '../../src/domain/indicator-view.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'

const { catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)
const views = catalog.indicators.flatMap(
  ({ id }) => viewIndicator(evidence, id, { asOf: 'latest', region: '410800' }) ?? [],
)
const WIDTHS = { '0': 288, '360': 328, '720': 304, '960': 304, '1264': 600, large: 700 }

function stillsOf(id: string, lang: 'zh' | 'en' = 'zh'): string {
  const view = views.find(({ indicator }) => indicator.id === id)
  if (!view) throw new Error(id)
  return drawStills({ view, lang, asOf: 'latest', spoken: '', heightPx: 300, widths: WIDTHS })
}

describe('a picture that is drawn before any script', () => {
  it('has nothing that the page’s policy refuses, and brings no script of its own', () => {
    for (const { indicator } of views) {
      const html = stillsOf(indicator.id)
      expect(html).not.toMatch(/style|<script|ecmeta|class="zr|\son\w+=/)
    }
  })

  it('keeps every digit of every figure', () => {
    for (const view of views) {
      const frame = { widthPx: 640, heightPx: 300, theme: 'light', lang: 'zh', asOf: 'latest' }
      const picture = buildChart(view, frame as Parameters<typeof buildChart>[1])
      if (!picture) continue
      const drawn = [...drawMarks(picture).matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
      const meant = picture.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
      const texts = drawn.map(([, text = '']) => text.replace(/&(?:lt|gt|amp);/g, '').trim())
      const plain = meant.map((text) => text.replace(/[<>&]/g, '').trim())
      expect(texts.sort()).toEqual(plain.sort())
    }
  })

  it('stands there once for each width, and says at which steps it is shown', () => {
    const html = stillsOf('pm25')
    const classes = [...html.matchAll(/<svg class="([^"]+)" width="([\d.]+)em"/g)]
    expect(classes.map(([, steps, width]) => [steps, Number(width) * 16])).toEqual([
      ['at-0', 288],
      ['at-360', 328],
      ['at-720 at-960', 304],
      ['at-1264', 600],
      ['at-large', 700],
    ])
    expect(STILL_STEPS.filter((step) => !html.includes(`at-${step}`))).toEqual([])
  })

  it('takes its colours from the page', () => {
    const html = stillsOf('pm25')
    expect(html).toContain('var(--city)')
    expect(html).not.toMatch(/#[0-9a-f]{6}/)
  })

  it('is the same for the same data', () => {
    expect(stillsOf('good-air-days')).toBe(stillsOf('good-air-days'))
  })
})
