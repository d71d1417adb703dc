import { describe, expect, it } from 'vitest'
import { grow, isInside, isOverlapping, type Box } from '../../src/charts/box.ts'
import { buildChart, type Picture } from '../../src/charts/build-chart.ts'
import { wallScale } from '../../src/charts/frame.ts'
import { textBox } from '../../src/charts/label.ts'
import type { TextShape } from '../../src/charts/shape.ts'
import { isTimeForm } from '../../src/domain/form.ts'
import { viewIndicator, type IndicatorView } from '../../src/domain/indicator-view.ts'
import { formatSeriesName, formatRank } from '../../src/text/chart-words.ts'
import { LANGS } from '../../src/text/lang.ts'
import { formatReading } from '../../src/text/number-text.ts'
import { evidenceOf } from './builders/evidence.ts'
import { frame, textsOf } from './builders/picture.ts'
import { readShipped } from './builders/shipped.ts'

const { catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)

/** Boxes of slides on screens of all shapes, in px of the canvas. */
const BOXES = [
  [1140, 590],
  [588, 560],
  [880, 620],
  [640, 420],
  [1430, 830],
  [968, 560],
  [709, 700],
] as const
/** A screen of 1920 × 1080, a preview on a desk, and walls of many screens. */
const UNITS_PX = [1, 0.43, 1.6593, 4]
const SMALLEST_PX = 28

const VIEWS = catalog.indicators
  .map(({ id }) => viewIndicator(evidence, id, { asOf: 'latest', region: '410800' }))
  .filter((view): view is IndicatorView => view !== null && isTimeForm(view.form))

interface Hung {
  readonly name: string
  readonly view: IndicatorView
  readonly unitPx: number
  readonly picture: Picture
}

function hang(view: IndicatorView): readonly Hung[] {
  return BOXES.flatMap(([width, height]) =>
    UNITS_PX.flatMap((unitPx) =>
      LANGS.flatMap((lang): readonly Hung[] => {
        const size = { widthPx: Math.floor(width * unitPx), heightPx: Math.floor(height * unitPx) }
        const rest = { lang, scale: wallScale(unitPx), venue: 'wall' } as const
        const picture = buildChart(view, frame({ ...size, ...rest }))
        const name = `${view.indicator.id} ${width} × ${height} at ${unitPx} in ${lang}`
        return picture ? [{ name, view, unitPx, picture }] : []
      }),
    ),
  )
}

const HUNG = VIEWS.flatMap(hang)

function wordsOf({ shapes }: Picture): readonly TextShape[] {
  return shapes.filter((shape): shape is TextShape => shape.kind === 'text')
}

/** Half a px of tolerance: two lines of one block share an edge. */
function inner(shape: TextShape, unitPx: number): Box {
  return grow(textBox(shape), -0.5 * unitPx)
}

function faultsOf(judge: (hung: Hung) => readonly string[]): readonly string[] {
  return HUNG.flatMap((hung) => judge(hung).map((fault) => `${hung.name}: ${fault}`))
}

describe('the shipped pictures on a wall', () => {
  it('are all there, in every box', () => {
    expect(VIEWS.length).toBeGreaterThanOrEqual(20)
    expect(HUNG).toHaveLength(VIEWS.length * BOXES.length * UNITS_PX.length * LANGS.length)
  })

  it('have no text below 28 px of the canvas', () => {
    const small = faultsOf(({ picture, unitPx }) =>
      wordsOf(picture)
        .filter(({ sizePx }) => sizePx < SMALLEST_PX * unitPx - 0.001)
        .map(({ text }) => text),
    )
    expect(small).toEqual([])
  })

  it('have no two texts that overlap', () => {
    const overlapping = faultsOf(({ picture, unitPx }) => {
      const words = wordsOf(picture)
      return words.flatMap((a, i) =>
        words
          .slice(i + 1)
          .filter((b) => isOverlapping(inner(a, unitPx), inner(b, unitPx)))
          .map((b) => `${a.text} / ${b.text}`),
      )
    })
    expect(overlapping).toEqual([])
  })

  it('keep every text and mark inside the box', () => {
    const outside = faultsOf(({ picture, unitPx }) => {
      const whole = { x: 0, y: 0, width: picture.widthPx, height: picture.heightPx }
      const words = wordsOf(picture)
        .filter((shape) => !isInside(inner(shape, unitPx), whole))
        .map(({ text }) => text)
      const points = picture.points
        .filter(({ xPx, yPx }) => !isInside({ x: xPx, y: yPx, width: 0, height: 0 }, whole))
        .map(({ point }) => point.period.text)
      return [...words, ...points]
    })
    expect(outside).toEqual([])
  })

  it('write the figure that the slide leads with, and whose it is where it is not the city’s', () => {
    const silent = faultsOf(({ view, picture }) => {
      const { main } = view
      const reading = view.headline?.reading
      const texts = textsOf(picture)
      const isRank = view.indicator.accumulation === 'rank'
      const ways =
        reading?.kind !== 'value'
          ? []
          : isRank
            ? LANGS.map((lang) => formatRank(reading.value, lang))
            : [formatReading(reading)]
      const isWritten = ways.length === 0 || ways.some((way) => texts.includes(way))
      const isForeign = view.region.code !== view.asked.code
      const names = main && isForeign ? LANGS.map((lang) => formatSeriesName(main, lang)) : []
      const isNamed = names.length === 0 || names.some((name) => texts.includes(name))
      return [...(isWritten ? [] : ways), ...(isNamed ? [] : names)]
    })
    expect(silent).toEqual([])
  })

  it('say what changed beside every dotted rule of a break', () => {
    const mute = faultsOf(({ picture: { shapes } }) => {
      const rules = shapes.filter(({ role }) => role === 'break')
      const notes = shapes.filter(({ role }) => role === 'break-note')
      return notes.length < 2 * rules.length ? [`${rules.length} rules, ${notes.length} lines`] : []
    })
    expect(mute).toEqual([])
  })
})
