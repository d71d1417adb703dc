import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addSlide,
  hasRoomFor,
  moveSlide,
  putBeside,
  removeSlide,
  takeOff,
  withoutUsual,
} from '../../src/desk/slide-list.ts'

const LIST = ['inspection', 'news', 'air', 'pm25+pm10']

describe('the list of slides', () => {
  it('lets a slide go one place up or down, and no further than the ends', () => {
    expect(moveSlide(LIST, 2, -1)).toEqual(['inspection', 'air', 'news', 'pm25+pm10'])
    expect(moveSlide(LIST, 0, 1)).toEqual(['news', 'inspection', 'air', 'pm25+pm10'])
    expect(moveSlide(LIST, 0, -1)).toBe(LIST)
    expect(moveSlide(LIST, 3, 1)).toBe(LIST)
  })

  it('loses and doubles nothing, however often slides are moved', () => {
    const moves = fc.array(fc.tuple(fc.nat(4), fc.constantFrom(1 as const, -1 as const)))
    fc.assert(
      fc.property(moves, (all) => {
        const moved = all.reduce<readonly string[]>(
          (list, [at, by]) => moveSlide(list, at, by),
          LIST,
        )
        expect([...moved].sort()).toEqual([...LIST].sort())
      }),
    )
  })

  it('takes a new slide behind the one looked at', () => {
    expect(addSlide(LIST, 0, 'water')).toEqual(['inspection', 'water', 'news', 'air', 'pm25+pm10'])
    expect(addSlide([], 0, 'water')).toEqual(['water'])
  })

  it('keeps its last slide', () => {
    expect(removeSlide(LIST, 1)).toEqual(['inspection', 'air', 'pm25+pm10'])
    expect(removeSlide(['air'], 0)).toEqual(['air'])
  })

  it('has up to three indicators on one slide, each once', () => {
    expect(hasRoomFor('pm25', 'pm10')).toBe(true)
    expect(hasRoomFor('pm25', 'pm25')).toBe(false)
    expect(hasRoomFor('pm25+pm10+so2', 'no2')).toBe(false)
    expect(putBeside(LIST, 3, 'so2')[3]).toBe('pm25+pm10+so2')
    expect(takeOff(LIST, 3, 'pm25')[3]).toBe('pm10')
    expect(takeOff(['pm25'], 0, 'pm25')).toEqual(['pm25'])
  })

  it('is nobody’s own where it is the one that the data give', () => {
    expect(withoutUsual([...LIST], LIST)).toBeNull()
    expect(withoutUsual(LIST.slice(1), LIST)).toEqual(LIST.slice(1))
  })
})
