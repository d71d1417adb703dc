import * as echarts from 'echarts/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { grow, isInside, isOverlapping, type Box } from '../../src/charts/box.ts'
import { buildChart, type Picture } from '../../src/charts/build-chart.ts'
import { registerEchartsParts } from '../../src/charts/echarts-parts.ts'
import type { Frame } from '../../src/charts/frame.ts'
import { textBox } from '../../src/charts/label.ts'
import { THEMES } from '../../src/charts/theme.ts'
import type { TextShape } from '../../src/charts/shape.ts'
import { isTimeForm } from '../../src/domain/form.ts'
import { viewIndicator, type IndicatorView } from '../../src/domain/indicator-view.ts'
import { LANGS } from '../../src/text/lang.ts'
import { evidenceOf } from './builders/evidence.ts'
import { frame, textsOf } from './builders/picture.ts'
import { readShipped } from './builders/shipped.ts'

const { catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)

function views(asOf: string): readonly IndicatorView[] {
  return catalog.indicators
    .map(({ id }) => viewIndicator(evidence, id, { asOf, region: '410800' }))
    .filter((view): view is IndicatorView => view !== null && isTimeForm(view.form))
}

const WIDTHS_PX = [296, 384, 486, 792, 1200]
/** Low and high by turns. */
const HEIGHTS_PX = [200, 330]
const DAYS = ['2018-07-10', '2021-01-01', 'latest']

function framesOf(asOf: string): readonly Partial<Frame>[] {
  return WIDTHS_PX.flatMap((widthPx, i) =>
    LANGS.map((lang, j) => {
      const heightPx = HEIGHTS_PX[(i + j) % HEIGHTS_PX.length] ?? 200
      return { widthPx, heightPx, lang, asOf }
    }),
  )
}

/** Every shipped picture in every frame that matters. */
function allPictures(): readonly (readonly [string, Picture])[] {
  return DAYS.flatMap((asOf) =>
    views(asOf).flatMap((view) =>
      framesOf(asOf).flatMap((each): (readonly [string, Picture])[] => {
        const picture = buildChart(view, frame(each))
        return picture ? [[`${view.indicator.id} ${JSON.stringify(each)}`, picture]] : []
      }),
    ),
  )
}

const PICTURES = allPictures()

function wordsOf(picture: Picture): readonly TextShape[] {
  return picture.shapes.filter((shape): shape is TextShape => shape.kind === 'text')
}

/** Half a px of tolerance: two lines of one block share an edge. */
function inner(shape: TextShape): Box {
  return grow(textBox(shape), -0.5)
}

describe('the shipped pictures', () => {
  it('are all there: every indicator with a time form has one on the latest day', () => {
    const latest = views('latest')
    expect(latest.length).toBeGreaterThanOrEqual(20)
    expect(latest.filter((view) => buildChart(view, frame()) === null)).toEqual([])
  })

  it('have no two texts that overlap, in any width, language or day', () => {
    const overlapping = PICTURES.flatMap(([name, picture]) => {
      const words = wordsOf(picture)
      return words.flatMap((a, i) =>
        words
          .slice(i + 1)
          .filter((b) => isOverlapping(inner(a), inner(b)))
          .map((b) => `${name}: ${a.text} / ${b.text}`),
      )
    })
    expect(overlapping).toEqual([])
  })

  it('keep every text inside the frame', () => {
    const outside = PICTURES.flatMap(([name, picture]) => {
      const whole = { x: 0, y: 0, width: picture.widthPx, height: picture.heightPx }
      return wordsOf(picture)
        .filter((shape) => !isInside(inner(shape), whole))
        .map((shape) => `${name}: ${shape.text}`)
    })
    expect(outside).toEqual([])
  })

  it('keep every point inside the frame', () => {
    const outside = PICTURES.flatMap(([name, { points, widthPx, heightPx }]) =>
      points
        .filter(({ xPx, yPx }) => xPx < 0 || xPx > widthPx || yPx < 0 || yPx > heightPx)
        .map(({ point }) => `${name}: ${point.period.text}`),
    )
    expect(outside).toEqual([])
  })

  it('write the last value, whatever else has no room', () => {
    const silent = views('latest').flatMap((view) =>
      WIDTHS_PX.filter((widthPx) => {
        const picture = buildChart(view, frame({ widthPx }))
        const reading = view.headline?.reading
        if (!picture || reading?.kind !== 'value') return false
        return !textsOf(picture).includes(reading.value.toFixed(reading.decimals))
      }).map((widthPx) => `${view.indicator.id} ${widthPx}`),
    )
    expect(silent).toEqual([])
  })
})

describe('ECharts on the server', () => {
  beforeAll(registerEchartsParts)

  function svgOf(picture: Picture): string {
    const { widthPx: width, heightPx: height } = picture
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
    chart.setOption(picture.option)
    const svg = chart.renderToSVGString()
    chart.dispose()
    return svg
  }

  it.each(THEMES)('draws every shipped picture in the theme %s, with all its words', (theme) => {
    for (const view of views('latest')) {
      const picture = buildChart(view, frame({ theme }))
      if (!picture) throw new Error(view.indicator.id)
      const svg = svgOf(picture)
      for (const { text } of wordsOf(picture)) expect(svg).toContain(`>${text}</text>`)
    }
  })

  it('gives well-formed attributes: no quote inside the quotes', () => {
    const [view] = views('latest')
    const picture = view && buildChart(view, frame())
    expect(picture && svgOf(picture)).not.toMatch(/style="[^"]*"[^\s/>]/)
  })

  it('gives the same picture twice', () => {
    const [view] = views('latest')
    const first = view && buildChart(view, frame())
    const second = view && buildChart(view, frame())
    expect(first?.shapes).toEqual(second?.shapes)
  })
})
