/** Before the first paint the wall is as dim as the wall itself: two readers of one address, one rule. */
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { isWithin } from '../../src/slides/duty-hours.ts'
import { parseWallQuery } from '../../src/slides/wall-address.ts'
import { readText } from './support/source-files.ts'

const SCRIPT = readText('public/wall-first-paint.js')

/** Whether public/wall-first-paint.js, run as it ships, dims a screen at this minute of a day. */
function isDimAtFirst(query: string, minute: number): boolean {
  const dataset: Record<string, string> = {}
  class Clock {
    getHours(): number {
      return Math.floor(minute / 60)
    }
    getMinutes(): number {
      return minute % 60
    }
  }
  runInNewContext(SCRIPT, {
    URLSearchParams,
    Date: Clock,
    document: { documentElement: { lang: '', dataset } },
    location: { search: query },
  })
  return 'night' in dataset
}

const HOURS = [
  '07:30-18:30',
  '7:30-18:30',
  '7:30–9:00',
  '22:00-06:00',
  '18:00-00:00',
  '18:00-24:00',
  '0:00-24:00',
  '00:00-00:00',
  '24:00-08:00',
  '07:30-07:30',
  '07:60-08:00',
  '08:00-24:01',
  '25:00-08:00',
  '07:30-18:30-20:00',
  '007:30-18:30',
  ' 07:30-18:30',
  '07:30 - 18:30',
  '07:30',
  '0730-1830',
  'always',
  'Always',
  'never',
  '',
]
const MINUTES = [
  0, 359, 360, 449, 450, 479, 480, 539, 540, 1079, 1080, 1109, 1110, 1319, 1320, 1439,
]

describe('the hours of a wall before its first paint', () => {
  it.each(HOURS)('are those that the wall reads: hours=%s', (hours) => {
    const query = `?${new URLSearchParams({ hours })}`
    const duty = parseWallQuery(query).hours
    const expected = MINUTES.map((minute) => !isWithin(duty, minute))
    expect(MINUTES.map((minute) => isDimAtFirst(query, minute))).toEqual(expected)
  })

  it('are office hours where the address has none', () => {
    expect(isDimAtFirst('', 449)).toBe(true)
    expect(isDimAtFirst('', 450)).toBe(false)
  })
})
