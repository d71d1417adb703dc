import { describe, expect, it } from 'vitest'
import { styleOf } from '../../src/charts/chart-style.ts'
import { hasBrackets, isNarrow, wallScale, type Frame } from '../../src/charts/frame.ts'
import { measureText, textWidthPx } from '../../src/charts/text-width.ts'
import { frame } from './builders/picture.ts'

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
