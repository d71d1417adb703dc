/** What the header says of the age of the data, and whether the clock that says it can be right. */
import { describe, expect, it } from 'vitest'
import type { Region } from '../../src/contract/catalog.ts'
import { judgeDataAge, shortestUpdatePeriod, type DataAgeFacts } from '../../src/domain/data-age.ts'
import { judgedOn } from '../../src/domain/freshness.ts'
import { formatDataAge } from '../../src/text/wall-header-text.ts'
import { judgeClock, watchClock, type ClockWatch } from '../../src/wall/clock-check.ts'

const jiaozuo: Region = {
  code: '410800',
  name: { zh: '焦作市', en: 'Jiaozuo' },
  level: 'prefecture',
}
const henan: Region = { code: '410000', name: { zh: '河南省', en: 'Henan' }, level: 'province' }

const facts: DataAgeFacts = {
  publishedDay: '2023-05-29',
  today: '2026-11-23',
  expires: null,
  updatePeriod: null,
  isClockPlausible: true,
}

function wordsOf(more: Partial<DataAgeFacts>, lang: 'zh' | 'en' = 'zh') {
  return formatDataAge(judgeDataAge({ ...facts, ...more }), jiaozuo, true, lang)
}

describe('the age of the data', () => {
  it('is said calmly where nobody has registered how often they come', () => {
    expect(judgeDataAge(facts).kind).toBe('calm')
    expect(wordsOf({})).toEqual({ text: '本市数据2023年5月29日，距今3年5个月', remark: '' })
    expect(wordsOf({}, 'en')).toEqual({
      text: 'City data of 29 May 2023, 3 years 5 months ago',
      remark: '',
    })
  })

  it.each([
    ['year', '2024-11-28', '2024-11-29'],
    ['month', '2023-07-14', '2023-07-15'],
    ['day', '2023-05-30', '2023-05-31'],
  ] as const)('is amber after one and a half times the longest %s', (period, calm, amber) => {
    expect(judgeDataAge({ ...facts, updatePeriod: period, today: calm }).kind).toBe('calm')
    expect(judgeDataAge({ ...facts, updatePeriod: period, today: amber }).kind).toBe('amber')
  })

  it('is red after the day that the manifest names, whatever the rhythm', () => {
    const until = { expires: '2026-01-31', updatePeriod: 'month' } as const
    expect(judgeDataAge({ ...facts, ...until, today: '2026-01-31' }).kind).toBe('amber')
    expect(judgeDataAge({ ...facts, ...until, today: '2026-02-01' }).kind).toBe('red')
    expect(wordsOf(until).remark).toBe('已过有效期（至2026-01-31）')
    expect(wordsOf(until, 'en').remark).toBe('no longer valid (until 2026-01-31)')
  })

  it('has words for each colour', () => {
    expect(wordsOf({ updatePeriod: 'month' }).remark).toBe('已过更新期')
    expect(wordsOf({ updatePeriod: 'month' }, 'en').remark).toBe('an update is overdue')
  })

  it('on a wall of an earlier day is judged by that day, and says so', () => {
    const monthly = { updatePeriod: 'month', publishedDay: '2021-01-23' } as const
    const words = (asOf: string, lang: 'zh' | 'en' = 'zh') =>
      formatDataAge(
        judgeDataAge({ ...facts, ...monthly, today: judgedOn(asOf, facts.today) }),
        jiaozuo,
        true,
        lang,
        asOf,
      )
    expect(words('2021-02-01')).toEqual({ text: '本市数据2021年1月23日', remark: '' })
    expect(words('2021-12-31').remark).toBe('当时已过更新期')
    expect(words('2021-12-31', 'en')).toEqual({
      text: 'City data of 23 January 2021',
      remark: 'an update was overdue then',
    })
  })

  it('is not told by a clock that cannot be right', () => {
    const doubt = { text: '本市数据2023年5月29日', remark: '本机时钟可能有误' }
    expect(wordsOf({ isClockPlausible: false, expires: '2024-01-01' })).toEqual(doubt)
    expect(wordsOf({ today: '2023-05-28' })).toEqual(doubt)
    expect(wordsOf({ today: '' })).toEqual({ text: doubt.text, remark: '' })
  })

  it('is today on the day itself', () => {
    expect(wordsOf({ today: '2023-05-29' }).text).toBe('本市数据2023年5月29日，今日公布')
  })

  it('names a region that is not the home city', () => {
    const age = judgeDataAge(facts)
    expect(formatDataAge(age, henan, false, 'zh').text).toContain('河南省数据2023年5月29日')
    expect(formatDataAge(age, henan, true, 'zh').text).toContain('河南省数据')
    expect(formatDataAge(age, jiaozuo, false, 'en').text).toContain('Jiaozuo data of 29 May 2023')
    expect(formatDataAge(age, null, false, 'zh').text).toMatch(/^数据2023年5月29日/)
    expect(formatDataAge(age, null, false, 'en').text).toMatch(/^Data of 29 May 2023/)
  })

  it('is judged by the shortest rhythm of what is shown', () => {
    expect(shortestUpdatePeriod([{}, { updatePeriod: 'year' }, { updatePeriod: 'month' }])).toBe(
      'month',
    )
    expect(shortestUpdatePeriod([{}, {}])).toBeNull()
  })
})

describe('the clock of the wall', () => {
  const known = {
    today: '2026-11-25',
    writtenDay: '2026-11-20',
    publishedDay: '2023-05-29',
    buildDay: '2026-11-01',
  }

  it.each([
    ['2026-11-18', 'before-written'],
    ['2036-11-21', 'far-ahead'],
  ] as const)('cannot be right on %s: %s', (today, reason) => {
    expect(judgeClock({ ...known, today }, null)).toEqual({ kind: 'implausible', reason })
  })

  it('may be a day behind who wrote the data, and ten years ahead', () => {
    for (const today of ['2026-11-19', '2026-11-20', '2036-11-20']) {
      expect(judgeClock({ ...known, today }, null)).toEqual({ kind: 'plausible' })
    }
  })

  it('is measured against publication and build where nothing else is known', () => {
    const bare = { ...known, writtenDay: null }
    expect(judgeClock({ ...bare, today: '2023-05-28' }, null)).toMatchObject({
      reason: 'before-publication',
    })
    expect(judgeClock({ ...bare, today: '2026-10-30' }, null)).toMatchObject({
      reason: 'before-build',
    })
    const nothing = { today: '1970-01-01', writtenDay: null, publishedDay: null, buildDay: null }
    expect(judgeClock(nothing, null)).toEqual({ kind: 'plausible' })
  })

  function watch(...samples: readonly (readonly [wallMs: number, steadyMs: number])[]) {
    return samples.reduce<ClockWatch | null>(
      (before, [wallMs, steadyMs]) => watchClock(before, { wallMs, steadyMs }),
      null,
    )
  }

  it('that was set wrong at boot is believed as soon as a time server has put it right', () => {
    const atBoot = watch([0, 0])
    expect(judgeClock({ ...known, today: '1970-01-01' }, atBoot).kind).toBe('implausible')
    const corrected = watch([0, 0], [1_795_000_000_000, 60_000])
    expect(judgeClock(known, corrected)).toEqual({ kind: 'plausible' })
  })

  it('that runs back is doubted for ten minutes, and then believed if it looks right', () => {
    const ranBack = watch([7_200_000, 0], [3_600_000, 60_000])
    expect(judgeClock(known, ranBack)).toEqual({ kind: 'implausible', reason: 'ran-back' })
    const later = watch([7_200_000, 0], [3_600_000, 60_000], [4_199_000, 659_000])
    expect(judgeClock(known, later).kind).toBe('implausible')
    const over = watch([7_200_000, 0], [3_600_000, 60_000], [4_200_000, 660_000])
    expect(judgeClock(known, over)).toEqual({ kind: 'plausible' })
  })

  it('may be put back by some seconds, and leap ahead after a night of sleep', () => {
    expect(judgeClock(known, watch([100_000, 0], [130_000, 60_000]))).toEqual({ kind: 'plausible' })
    expect(judgeClock(known, watch([0, 0], [40_000_000, 60_000]))).toEqual({ kind: 'plausible' })
  })
})
