/** Slides of the wall from the shipped data and from made-up ones. */
import { describe, expect, it } from 'vitest'
import { defaultSlideNames, viewSlide, type PanelsSlide } from '../../src/domain/slides.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'

const { catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)
const latest = { asOf: 'latest', region: '410800' } as const

function panelsSlide(name: string, viewpoint: Parameters<typeof viewSlide>[2] = latest) {
  const slide = viewSlide(name, evidence, viewpoint)
  if (slide?.kind !== 'panels') throw new Error(`${name} is no slide of panels`)
  return slide
}

function idsOf({ panels }: PanelsSlide): readonly string[] {
  return panels.map(({ view }) => view.indicator.id)
}

describe('the slides that the data give', () => {
  it('begin with the inspection and what is new, then one for each theme in its order', () => {
    expect(defaultSlideNames(evidence, latest)).toEqual([
      'inspection',
      'news',
      ...catalog.themes.map(({ id }) => id).filter((id) => id !== 'inspection'),
    ])
  })

  it('are all there, each with something to show', () => {
    for (const name of defaultSlideNames(evidence, latest)) {
      const slide = viewSlide(name, evidence, latest)
      expect(slide, name).not.toBeNull()
      if (slide?.kind === 'panels') expect(slide.panels.length, name).toBeGreaterThan(0)
    }
  })

  it('are none before anything was published', () => {
    expect(defaultSlideNames(evidence, { ...latest, asOf: '2013-01-01' })).toEqual([])
  })

  it('leave out a theme of which nothing is known on the day', () => {
    const names = defaultSlideNames(evidence, { ...latest, asOf: '2017-03-01' })
    expect(names).toContain('air')
    expect(names).not.toContain('soil')
  })
})

describe('the slide of a theme', () => {
  it('has its best pictures, means before columns before ranks', () => {
    const air = panelsSlide('air')
    expect(idsOf(air)).toEqual(['pm25', 'good-air-days', 'air-rank'])
    expect(air.panels.every(({ hasPicture }) => hasPicture)).toBe(true)
  })

  it('says two figures in words: its lead is not drawn, and stands with the rank that it has', () => {
    const energy = panelsSlide('energy')
    expect(idsOf(energy)).toEqual(['clean-heating-households'])
    const [lead] = energy.panels
    expect(lead?.hasPicture).toBe(false)
    expect(lead?.rank?.indicator.id).toBe('clean-heating-rank')
  })

  it('has every other figure of the theme once, parts after what they are parts of', () => {
    const industry = panelsSlide('industry')
    const rows = industry.rows.map(({ indicator }) => indicator.id)
    expect(new Set(rows).size).toBe(rows.length)
    expect(rows).not.toContain('green-factories')
    expect(rows.indexOf('green-products')).toBeLessThan(rows.indexOf('green-factories-national'))
  })

  it('never leads with another region where the city has a figure', () => {
    const water = panelsSlide('water')
    expect(water.panels[0]?.view.region.code).toBe('410800')
  })
})

describe('a slide that is named', () => {
  it('has the indicators in the order of the name, and no rows', () => {
    const slide = panelsSlide('pm10+pm25')
    expect(idsOf(slide)).toEqual(['pm10', 'pm25'])
    expect(slide.rows).toEqual([])
    expect(slide.isFixed).toBe(true)
  })

  it.each(['nothing', 'pm25+nothing', 'pm25+pm25', 'pm25+pm10+so2+no2', ''])(
    'is none where the name is %j',
    (name) => {
      expect(viewSlide(name, evidence, latest)).toBeNull()
    },
  )
})

describe('what is new', () => {
  it('is the latest document about the city, not the later one about the province', () => {
    const slide = viewSlide('news', evidence, latest)
    if (slide?.kind !== 'news') throw new Error('no news')
    expect(slide.news.publication.id).toBe('jz-rectification-2023-05-29')
    expect(slide.news.others[0]?.id).toBe('henan-air-2024-06-03')
  })

  it('lists figures that this document gave, those that changed first', () => {
    const slide = viewSlide('news', evidence, latest)
    if (slide?.kind !== 'news') throw new Error('no news')
    const sources = slide.news.rows.map(({ headline }) => headline?.source.id)
    expect(new Set(sources)).toEqual(new Set(['jz-rectification-2023-05-29']))
    const ids = slide.news.rows.map(({ indicator }) => indicator.id)
    expect(ids.indexOf('villages-sewage-treated')).toBeLessThan(ids.indexOf('boilers-removed'))
  })

  it('is of the day that is asked for', () => {
    const slide = viewSlide('news', evidence, { ...latest, asOf: '2022-09-30' })
    expect(slide?.kind === 'news' && slide.news.publication.id).toBe('jz-press-2022-09-09')
  })
})
