import { describe, expect, it } from 'vitest'
import { PALETTES } from '../../src/charts/palette.ts'
import { textWidthPx } from '../../src/charts/text-width.ts'
import { viewIndicator, type IndicatorView } from '../../src/domain/indicator-view.ts'
import { drawPanelPicture } from '../../src/panels/panel-picture.ts'
import { breakLines, textMarkup } from '../../src/panels/picture-text.ts'
import { PHRASE_END } from '../../src/text/rich.ts'
import { evidenceOf, viewOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const { catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)

function draw(view: IndicatorView, theme: 'light' | 'dark' = 'light'): string {
  return drawPanelPicture({ view, theme, lang: 'zh', asOf: 'latest' })
}

function shipped(id: string): IndicatorView {
  const view = viewIndicator(evidence, id, { asOf: 'latest', region: '410800' })
  if (!view) throw new Error(id)
  return view
}

function textOf(svg: string): string {
  return svg.replace(/<(?:title|desc)>.*?<\/(?:title|desc)>/g, '').replace(/<[^>]+>/g, '')
}

describe('a panel as a picture', () => {
  it('of every shipped indicator says region, figure, document and date, and needs nothing else', () => {
    for (const { id } of catalog.indicators) {
      const view = shipped(id)
      const svg = draw(view)
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="800" height="\d+"/)
      expect(svg).not.toMatch(/style=|<style|<script|href|url\(|var\(|undefined|NaN/)
      const text = textOf(svg)
      expect(text).toContain(view.region.name.zh)
      expect(text).toContain(view.headline?.source.published)
    }
  })

  it('says PM2.5 with its break, its province and its source', () => {
    const text = textOf(draw(shipped('pm25')))
    for (const words of ['45微克/立方米', '2018年9月口径改变', '河南省', '77.5', '2022-09-09']) {
      expect(text).toContain(words)
    }
  })

  it('names the contradiction where the figure stands', () => {
    expect(textOf(draw(shipped('green-factories')))).toContain('存疑')
  })

  it('brings the colours of its theme along', () => {
    expect(draw(shipped('pm25'), 'dark')).toContain(PALETTES.dark.city)
    expect(draw(shipped('pm25'), 'dark')).not.toContain(PALETTES.light.city)
  })

  it('shows texts of the sources literally', () => {
    const view = viewOf([
      snapshot('a', '2022-09-09', [figure('2021', '45')], { title: '<img onerror=x> & y' }),
    ])
    expect(draw(view)).toContain('&lt;img')
    expect(draw(view)).not.toContain('<img')
  })
})

describe('text in a picture', () => {
  it('breaks where a phrase ends if that is enough', () => {
    const text = `2021年PM2.5平均浓度45微克/立方米；${PHRASE_END}2018年9月口径改变，不与此前比较`
    expect(breakLines(text, 21, 600, 600)).toEqual(text.split(PHRASE_END))
    expect(breakLines(text, 21, 600, 2000)).toHaveLength(1)
  })

  it('never starts a line with a mark that closes, nor tears a figure from its unit', () => {
    const text = '全市累计完成改造37.85万户，其中电代煤30.12万户，气代煤7.73万户；居全省前列。'
    for (let width = 120; width < 400; width += 7) {
      const lines = breakLines(text, 16, 400, width)
      expect(lines.join('')).toBe(text)
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。；]/)
        expect(line).not.toMatch(/^万户|\.$/)
        expect(textWidthPx(line, 16)).toBeLessThanOrEqual(width + 16)
      }
    }
  })

  it('lowers the figures of chemical names', () => {
    const place = { x: 0, y: 20, sizePx: 20, weight: 400, color: '#000' } as const
    expect(textMarkup('PM2.5浓度', place)).toContain(
      'PM<tspan dy="4" font-size="14">2.5</tspan><tspan dy="-4">浓度</tspan>',
    )
  })
})
