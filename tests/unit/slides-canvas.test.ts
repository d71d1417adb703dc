import { describe, expect, it } from 'vitest'
import { canvasOf } from '../../src/slides/canvas.ts'

const size = (widthPx: number, heightPx: number) => ({ widthPx, heightPx })

describe('the canvas of a screen', () => {
  it.each([
    [1920, 1080, 1, 1920, 1080, 'wide'],
    [3840, 2160, 2, 1920, 1080, 'wide'],
    [7680, 4320, 4, 1920, 1080, 'wide'],
    [3840, 1080, 1, 3840, 1080, 'ultra'],
    [6656, 1792, 1792 / 1080, 6656 / (1792 / 1080), 1080, 'ultra'],
    [1080, 1920, 1, 1080, 1920, 'portrait'],
  ] as const)('%i × %i has a short side of 1080', (w, h, unitPx, width, height, shape) => {
    const canvas = canvasOf(size(w, h))
    expect(canvas.unitPx).toBeCloseTo(unitPx)
    expect(canvas.width).toBeCloseTo(width)
    expect(canvas.height).toBeCloseTo(height)
    expect(canvas.shape).toBe(shape)
  })

  it('sets no type below 12 px on a small screen', () => {
    for (const small of [size(375, 812), size(812, 375), size(320, 240)]) {
      expect(28 * canvasOf(small).unitPx).toBeGreaterThanOrEqual(12)
    }
  })

  it('takes a window without a size for an ordinary screen', () => {
    expect(canvasOf(size(0, 0))).toEqual(canvasOf(size(1920, 1080)))
  })

  it('is as usual where the screen and the distance are the usual ones', () => {
    const viewing = { screenMetres: 2, distanceMetres: 6 }
    expect(canvasOf(size(1920, 1080), viewing).unitPx).toBeCloseTo(1)
  })

  it('sets everything larger for readers further off, and smaller on a larger screen', () => {
    expect(canvasOf(size(1920, 1080), { distanceMetres: 7.2 }).unitPx).toBeCloseTo(1.2)
    expect(canvasOf(size(1920, 1080), { screenMetres: 2.2 }).unitPx).toBeCloseTo(2 / 2.2)
  })

  it('keeps to sizes at which a slide is one message', () => {
    expect(canvasOf(size(1920, 1080), { distanceMetres: 60 }).unitPx).toBeCloseTo(1.3)
    expect(canvasOf(size(1920, 1080), { screenMetres: 40 }).unitPx).toBeCloseTo(0.8)
  })
})
