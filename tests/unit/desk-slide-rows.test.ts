import { describe, expect, it } from 'vitest'
import { slideRow } from '../../src/desk/slide-row.ts'
import { viewPage } from '../../src/desk/page-view.ts'
import { useSlideRows, type ViewBeside } from '../../src/desk/use-slide-rows.ts'
import type { Evidence, Viewpoint } from '../../src/domain/evidence.ts'
import { defaultSlideNames, viewSlide } from '../../src/domain/slides.ts'
import { canvasOf } from '../../src/slides/canvas.ts'
import { WALL_DEFAULTS } from '../../src/slides/wall-address.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'

const shipped = readShipped()
const evidence = evidenceOf(shipped.snapshots, shipped.catalog)
const LATEST: Viewpoint = { asOf: 'latest', region: '410800' }
const setting = {
  canvas: canvasOf({ widthPx: 1920, heightPx: 1080 }),
  dwellSeconds: null,
  lang: 'zh',
} as const

function rowOf(name: string) {
  return slideRow(name, viewSlide(name, evidence, LATEST), setting)
}

describe('the row of a slide', () => {
  it('names a theme and the indicators that stand on it', () => {
    expect(rowOf('air')).toMatchObject({ title: '蓝天保卫战', isLost: false, parts: [] })
    expect(rowOf('air').detail).toContain('PM2.5平均浓度')
  })

  it('is called by its indicators where they were named by hand', () => {
    const { title, detail, parts } = rowOf('pm25+pm10')
    expect(title).toBe('PM2.5平均浓度、PM10平均浓度')
    expect(detail).toBe('蓝天保卫战')
    expect(parts.map(({ id }) => id)).toEqual(['pm25', 'pm10'])
  })

  it('keeps the words of documents as they are', () => {
    expect(rowOf('news').isDetailQuoted).toBe(true)
    expect(rowOf('inspection').isDetailQuoted).toBe(true)
  })

  it('has the time that was asked for, or one by its content', () => {
    const air = viewSlide('air', evidence, LATEST)
    expect(slideRow('air', air, { ...setting, dwellSeconds: 90 }).seconds).toBe(90)
    expect(rowOf('air').seconds).toBeGreaterThan(8)
  })

  it('tells what is not known from what is not here yet', () => {
    expect(slideRow('x', null, setting)).toMatchObject({ isLost: true, seconds: null, title: 'x' })
    expect(slideRow('air', undefined, setting)).toMatchObject({ isLost: false, seconds: null })
  })
})

describe('the slides of the wall that is arranged', () => {
  function slidesWith(view: ViewBeside) {
    const { rows, usual, slideOf } = useSlideRows(() => ({
      evidence,
      view,
      settings: { ...WALL_DEFAULTS, slides: ['air', 'nonsense'] },
      screen: '16:9',
      lang: 'zh',
    }))
    return { rows: rows.value, usual: usual.value, air: slideOf('air') }
  }

  it('are viewed where everything is here', () => {
    const { rows, usual } = slidesWith((look) => look(evidence))
    expect(rows.map(({ isLost }) => isLost)).toEqual([false, true])
    expect(usual).toEqual(defaultSlideNames(evidence, LATEST))
  })

  it('are called unknown by nobody before what they need has been read', () => {
    const { rows, air } = slidesWith(() => null)
    expect(rows.map(({ isLost }) => isLost)).toEqual([false, false])
    expect(air).toBeUndefined()
  })
})

describe('the page where a wall is arranged', () => {
  it('has everything read that its default slides show', () => {
    const asked = (look: (known: Evidence) => void) => {
      const places = new Set<string>()
      look({
        ...evidence,
        statementsOf: (indicator, region) => {
          places.add(`${indicator} ${region}`)
          return evidence.statementsOf(indicator, region)
        },
      })
      return places
    }
    const read = asked((known) => viewPage({ name: 'slides', id: '' }, known, LATEST))
    const shown = asked((known) => {
      for (const name of defaultSlideNames(known, LATEST)) viewSlide(name, known, LATEST)
    })
    expect(shown.size).toBeGreaterThan(50)
    expect([...shown].filter((place) => !read.has(place))).toEqual([])
  })
})
