/** The address of a wall: what is read, what is refused, and the shortest way to write it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin, MINUTES_PER_DAY, parseDutyHours } from '../../src/slides/duty-hours.ts'
import {
  formatWallQuery,
  parseWallQuery,
  WALL_DEFAULTS,
  type WallSettings,
} from '../../src/slides/wall-address.ts'

/** The smallest and the largest of each range included; metres have up to two decimals. */
function metres(leastCm: number, mostCm: number) {
  return fc.option(fc.integer({ min: leastCm, max: mostCm }).map((cm) => cm / 100))
}

const part = fc.stringMatching(/^[a-z0-9:&=#%.·督察-]{1,12}$/)
const slideName = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('+'))
const minute = fc.integer({ min: 0, max: MINUTES_PER_DAY - 1 })
const hours = fc
  .tuple(minute, fc.integer({ min: 1, max: MINUTES_PER_DAY }))
  .filter(([from, to]) => from !== to && !(from === 0 && to === MINUTES_PER_DAY))
  .map(([from, to]) => ({ from, to }))

const anySettings: fc.Arbitrary<WallSettings> = fc.record({
  slides: fc.option(fc.array(slideName, { minLength: 1, maxLength: 6 })),
  dwellSeconds: fc.option(fc.integer({ min: 5, max: 600 })),
  theme: fc.constantFrom('light', 'dark', 'contrast'),
  asOf: fc.constantFrom('latest', '2021-01-01', '2024-02-29'),
  region: fc.option(fc.constantFrom('410800', '410821')),
  lang: fc.constantFrom('zh', 'en'),
  hours: fc.oneof(fc.constant('always' as const), hours),
  screenMetres: metres(30, 4000),
  distanceMetres: metres(50, 6000),
  reloadAt: fc.oneof(fc.constant('off' as const), minute),
})

describe('the address of a wall', () => {
  it('is read as the issue writes it, plus signs and all', () => {
    const choice = parseWallQuery('?slides=inspection,pm25+pm10,energy&dwell=20&v=2023-06-01')
    expect(choice).toEqual({
      ...WALL_DEFAULTS,
      slides: ['inspection', 'pm25+pm10', 'energy'],
      dwellSeconds: 20,
      asOf: '2023-06-01',
      rejected: [],
    })
  })

  it('gives a dark wall in Chinese, on duty in office hours, where it says nothing', () => {
    expect(parseWallQuery('')).toEqual({ ...WALL_DEFAULTS, rejected: [] })
    expect(WALL_DEFAULTS).toMatchObject({
      theme: 'dark',
      lang: 'zh',
      hours: { from: 450, to: 1110 },
      reloadAt: 210,
    })
  })

  it.each([
    'slides=,',
    'dwell=abc',
    'dwell=4',
    'dwell=601',
    'dwell=7.5',
    'dwell=',
    'dwell=1e2',
    'theme=pink',
    'v=2023-02-29',
    'region=4108',
    'lang=fr',
    'hours=07:30',
    'hours=07:30-07:30',
    'hours=24:00-25:00',
    'hours=07:60-08:00',
    'screen=0.2',
    'screen=41',
    'distance=0.4',
    'distance=6m',
    'reload=late',
  ])('falls back and names what it cannot read: %s', (pair) => {
    expect(parseWallQuery(`?${pair}`)).toEqual({ ...WALL_DEFAULTS, rejected: [pair] })
  })

  it('is forgiving where what is meant is plain', () => {
    const choice = parseWallQuery('slides= pm25 pm10 ，energy,&hours=7:30–18:00&reload=24:00')
    expect(choice).toMatchObject({
      slides: ['pm25+pm10', 'energy'],
      hours: { from: 450, to: 1080 },
      reloadAt: 0,
      rejected: [],
    })
  })

  it('is written without what goes without saying, and so that people can read it', () => {
    expect(formatWallQuery(WALL_DEFAULTS)).toBe('')
    const settings = { ...WALL_DEFAULTS, slides: ['inspection', 'pm25+pm10'], dwellSeconds: 20 }
    expect(formatWallQuery({ ...settings, hours: { from: 1320, to: 360 } })).toBe(
      '?slides=inspection,pm25+pm10&dwell=20&hours=22:00-06:00',
    )
  })

  it('gives back what was written, whatever was chosen', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const choice = parseWallQuery(formatWallQuery(settings))
        expect(choice).toEqual({ ...settings, rejected: [] })
      }),
    )
  })

  it('is as short the second time as the first', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const once = formatWallQuery(parseWallQuery(query))
        expect(formatWallQuery(parseWallQuery(once))).toBe(once)
      }),
    )
  })
})

describe('duty hours', () => {
  it('begin with their first minute and end before their last', () => {
    const day = { from: 450, to: 1110 }
    expect([449, 450, 1109, 1110].map((at) => isWithin(day, at))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('may span midnight', () => {
    const night = { from: 1320, to: 360 }
    expect([359, 360, 1319, 1320, 0].map((at) => isWithin(night, at))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ])
  })

  it('that fill the day are always, and until midnight is until the end of the day', () => {
    expect(parseDutyHours('00:00-24:00')).toBe('always')
    expect(parseDutyHours('18:00-00:00')).toEqual({ from: 1080, to: 1440 })
    expect(isWithin('always', 0)).toBe(true)
  })
})
