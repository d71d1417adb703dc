import { describe, expect, it } from 'vitest'
import type { Box } from '../../src/charts/box.ts'
import type { Picture } from '../../src/charts/build-chart.ts'
import { styleOf } from '../../src/charts/chart-style.ts'
import { hasBrackets, isNarrow, wallScale, type Frame } from '../../src/charts/frame.ts'
import { textBox } from '../../src/charts/label.ts'
import type { TextShape } from '../../src/charts/shape.ts'
import { measureText, textWidthPx } from '../../src/charts/text-width.ts'
import type { IndicatorView } from '../../src/domain/indicator-view.ts'
import { catalog, cut, indicator } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { boxesOf, frame, linesOf, marksOf, pictureOf, textsOf } from './builders/picture.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

/** A frame of the wall, in px of its canvas. */
function wall(widthPx: number, unitPx = 1, more: Partial<Frame> = {}): Frame {
  const size = { widthPx: widthPx * unitPx, heightPx: 590 * unitPx }
  return frame({ ...size, scale: wallScale(unitPx), venue: 'wall', ...more })
}

describe('the measures of the wall', () => {
  it('are those of the mock-ups, in px of the canvas', () => {
    const style = styleOf(wall(1140))
    expect(style.axisPx).toBeCloseTo(28)
    expect(style.namePx).toBeCloseTo(30)
    expect(style.valuePx).toBeCloseTo(34)
    expect(style.lastPx).toBeCloseTo(52)
    expect(style.cityLinePx).toBeCloseTo(7)
    expect(style.peerLinePx).toBeCloseTo(5)
    expect(style.monthLinePx).toBeCloseTo(3)
    expect(style.hairPx).toBeCloseTo(1.5)
    expect(style.radiusPx).toBeCloseTo(13)
    expect(style.hollowRadiusPx).toBeCloseTo(10.5)
  })

  it.each([0.28, 0.43, 1.6593, 4])('grow and shrink with the canvas: %d', (unitPx) => {
    const here = styleOf(wall(1140, unitPx))
    const plain = styleOf(wall(1140))
    for (const key of ['axisPx', 'namePx', 'lastPx', 'cityLinePx', 'hairPx', 'haloPx'] as const) {
      expect(here[key]).toBeCloseTo(plain[key] * unitPx)
    }
  })

  it('are never smaller in a narrow picture', () => {
    const { axisPx, namePx, valuePx } = styleOf(wall(400))
    expect(Math.min(axisPx, namePx, valuePx)).toBeGreaterThan(27.99)
  })

  it('are heavier in the theme contrast', () => {
    const [plain, heavy] = [styleOf(wall(1140)), styleOf(wall(1140, 1, { theme: 'contrast' }))]
    expect(heavy.cityLinePx).toBeGreaterThan(plain.cityLinePx)
    expect(heavy.peerLinePx).toBeGreaterThan(plain.peerLinePx)
  })
})

describe('the width of a picture on the wall', () => {
  it.each([
    [560, true],
    [880, true],
    [968, false],
    [1140, false],
  ])('%d px of the canvas is narrow: %s, at any size of screen', (widthPx, expected) => {
    expect(isNarrow(wall(widthPx))).toBe(expected)
    expect(isNarrow(wall(widthPx, 0.43))).toBe(expected)
  })

  it('leaves years without a figure empty below 1400 px', () => {
    expect(hasBrackets(wall(1140))).toBe(false)
    expect(hasBrackets(wall(1430))).toBe(true)
    expect(hasBrackets(wall(1430, 0.43))).toBe(true)
    expect(hasBrackets(frame({ widthPx: 486 }))).toBe(true)
  })
})

describe('the measures that ECharts is given', () => {
  it('are ours, by weight and size of the font', () => {
    const font = "28px 'QN Num','PingFang SC',sans-serif"
    expect(measureText('PM2.5', `400 ${font}`).width).toBe(textWidthPx('PM2.5', 28))
    expect(measureText('Henan', `600 ${font}`).width).toBe(textWidthPx('Henan', 28, 600))
    expect(measureText('Henan', `bold 12.5px sans-serif`).width).toBe(
      textWidthPx('Henan', 12.5, 600),
    )
  })

  it('are those of 12 px where no font is named', () => {
    expect(measureText('国').width).toBe(12)
  })
})

/** Made-up figures, for these tests only. */
const AIR = viewOf(
  [
    snapshot('a', '2024-01-01', [
      figure('2016', '84'),
      figure('2016-11', '120'),
      figure('2016-12', '140'),
      figure('2021', '45'),
      figure('2022', '47.7', { region: '410000' }),
    ]),
  ],
  { catalog: catalog(undefined, { breaks: [cut('pm25', '2018-09-01')] }) },
)

const PLACES = viewOf(
  [
    snapshot(
      'a',
      '2024-01-01',
      ['12', '1', '14', '17', '6'].map((rank, i) => figure(`202${i}-08`, rank, { unit: '位' })),
    ),
  ],
  { catalog: catalog([indicator('pm25', { accumulation: 'rank', unit: '位' })]) },
)

function viewWithYears(years: readonly string[]): IndicatorView {
  return viewOf([
    snapshot(
      'a',
      '2024-01-01',
      years.map((year) => figure(year, '84')),
    ),
  ])
}

function textBoxes({ shapes }: Picture): readonly Box[] {
  return shapes
    .filter((shape): shape is TextShape => shape.kind === 'text' && shape.role === 'axis-text')
    .map(textBox)
}

describe('a picture on the wall', () => {
  it('has no months behind its years, and says that they are left out', () => {
    const picture = pictureOf(AIR, wall(1430))
    expect(linesOf(picture, 'month-line')).toEqual([])
    expect(picture.omitted).toEqual(['month'])
    expect(pictureOf(AIR, { widthPx: 600 }).omitted).toEqual([])
  })

  it('names the city with its value where it is narrow', () => {
    expect(textsOf(pictureOf(AIR, wall(588)))).toContain('地区410800')
  })

  it('writes last, best and worst of the ranks where it is narrow, and all where it is wide', () => {
    const written = (widthPx: number) =>
      pictureOf(PLACES, wall(widthPx)).shapes.flatMap((shape) =>
        shape.kind === 'text' && shape.role === 'label' && /^第\d+位$/.test(shape.text)
          ? [shape.text]
          : [],
      )
    expect(written(588).sort()).toEqual(['第17位', '第1位', '第6位'])
    expect(written(1430).sort()).toEqual(['第12位', '第14位', '第17位', '第1位', '第6位'])
  })

  it('never writes a bare place, which with its month would read as another: 1 8月 as 18', () => {
    const words = pictureOf(PLACES, wall(1430)).shapes.flatMap((shape) =>
      shape.kind === 'text' && shape.role === 'label' ? [shape.text] : [],
    )
    expect(words.filter((text) => /^\d+月$/.test(text)).length).toBeGreaterThan(3)
    expect(words.filter((text) => /^\d+$/.test(text))).toEqual([])
  })

  it('says briefly what a break changed where a sentence has no room', () => {
    expect(textsOf(pictureOf(AIR, wall(400)), 'break-note')).toEqual(['2018年9月起', '口径改变'])
    expect(textsOf(pictureOf(AIR, wall(1140)), 'break-note')[1]).toBe('与此前不可比')
  })

  it('sets its texts a little higher than their middle, and leaves those of the desk alone', () => {
    expect(styleOf(wall(1140)).liftEm).toBeGreaterThan(0)
    expect(styleOf(frame()).liftEm).toBe(0)
  })

  it('keeps a first mark inside its edge', () => {
    const slope = viewOf(
      [
        snapshot('a', '2024-01-01', [
          figure('2018-01-05', '24', { unit: '%' }),
          figure('2023-05-01', '91', { unit: '%' }),
        ]),
      ],
      {
        catalog: catalog([indicator('pm25', { accumulation: 'ratio', unit: '%' })]),
      },
    )
    expect(slope.form).toBe('slope')
    const [first] = marksOf(pictureOf(slope, wall(588)), 'mark')
    expect((first?.at.x ?? 0) - (first?.radiusPx ?? 0)).toBeGreaterThanOrEqual(0)
  })
})

describe('years without a figure on the wall', () => {
  const known = viewOf([
    snapshot('a', '2024-01-01', [
      figure('2016', '84'),
      figure('2018-01/2018-06', '76'),
      figure('2021', '45'),
    ]),
  ])

  it('are bracketed where a picture is wide, but for a year of which half is on file', () => {
    const brackets = linesOf(pictureOf(known, wall(1430)), 'bracket')
    const years = brackets.map(({ spots }) => (spots[2]?.x ?? 0) - (spots[1]?.x ?? 0))
    expect(years).toHaveLength(2)
    expect((years[1] ?? 0) / (years[0] ?? 1)).toBeCloseTo(2, 0)
    expect(linesOf(pictureOf(known, wall(1140)), 'bracket')).toEqual([])
  })
})

describe('the axes on the wall', () => {
  it('keep the names of years inside the picture, where years are narrower than their names', () => {
    const years = textBoxes(pictureOf(viewWithYears(['2014', '2024']), wall(400)))
    expect(years.length).toBeGreaterThan(3)
    for (const { x, width } of years) {
      expect(x).toBeGreaterThan(-0.01)
      expect(x + width).toBeLessThan(400.01)
    }
  })

  it('leave out a place whose name would touch that of the first', () => {
    const low = pictureOf(PLACES, { ...wall(1140), heightPx: 260 })
    expect(textsOf(low, 'axis-text')).toContain('第1位')
    expect(textsOf(low, 'axis-text')).not.toContain('第5位')
    expect(textsOf(pictureOf(PLACES, wall(1140)), 'axis-text')).toContain('第5位')
  })
})

describe('a target on the wall', () => {
  const days = catalog([indicator('pm25', { accumulation: 'flow', unit: '天' })])
  const years = ['2014', '2015', '2016', '2019', '2020', '2021', '2022']
  const figures = years.map((year) => figure(year, '200', { unit: '天' }))
  const viewWith = (period: string) =>
    viewOf(
      [
        snapshot('a', '2024-01-01', figures, {
          targets: [target(period, 210, { unit: '天', type: 'at-least' })],
        }),
      ],
      {
        catalog: days,
      },
    )

  it('that is still to come is always drawn', () => {
    expect(linesOf(pictureOf(viewWith('2025'), wall(588)), 'target')).toHaveLength(1)
  })

  it('that the years have gone past is left out where its words find no room', () => {
    const narrow = pictureOf(viewWith('2018'), wall(420))
    expect(boxesOf(narrow, 'column')).toHaveLength(7)
    expect(linesOf(narrow, 'target')).toEqual([])
    expect(linesOf(pictureOf(viewWith('2018'), wall(1430)), 'target')).toHaveLength(1)
  })
})
