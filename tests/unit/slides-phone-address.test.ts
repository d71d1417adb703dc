import { describe, expect, it } from 'vitest'
import type { Viewpoint } from '../../src/domain/evidence.ts'
import { viewSlide } from '../../src/domain/slides.ts'
import { phoneAddress } from '../../src/slides/phone-address.ts'
import { WALL_DEFAULTS } from '../../src/slides/wall-address.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'

const shipped = readShipped()
const evidence = evidenceOf(shipped.snapshots, shipped.catalog)
const viewpoint: Viewpoint = { asOf: 'latest', region: '410800' }
const WALL = 'http://10.20.30.40/qinglan/wall.html?slides=news#x'

function addressOf(name: string, settings = {}): string {
  const slide = viewSlide(name, evidence, viewpoint)
  if (!slide) throw new Error(`no slide ${name}`)
  return phoneAddress(slide, { ...WALL_DEFAULTS, ...settings }, WALL)
}

describe('the address of a slide for phones', () => {
  it('is the page of 督察整改, beside the wall', () => {
    expect(addressOf('inspection')).toBe('http://10.20.30.40/qinglan/index.html#/inspection')
  })

  it('is the publication that is new', () => {
    expect(addressOf('news')).toMatch(/index\.html#\/sources\/[a-z0-9-]+$/)
  })

  it('is the indicator, or the first of several', () => {
    expect(addressOf('pm25')).toMatch(/#\/indicators\/pm25$/)
    expect(addressOf('pm10+pm25')).toMatch(/#\/indicators\/pm10$/)
  })

  it('is what leads a theme', () => {
    const slide = viewSlide('air', evidence, viewpoint)
    const lead = slide?.kind === 'panels' ? slide.panels[0]?.view.indicator.id : undefined
    expect(addressOf('air')).toMatch(new RegExp(`#/indicators/${lead}$`))
  })

  it('keeps the day, the region and another language than the usual one', () => {
    const settings = { asOf: '2021-01-23', region: '410823', lang: 'en' }
    expect(addressOf('pm25', settings)).toMatch(
      /#\/indicators\/pm25\?v=2021-01-23&region=410823&lang=en$/,
    )
    expect(addressOf('pm25')).not.toContain('?')
  })
})
