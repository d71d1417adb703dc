/** The wall's footer: the place in the round, and what to do for whoever has touched the wall. */
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { failedWords } from '../../src/text/wall-failed-text.ts'
import type { Lang } from '../../src/text/lang.ts'
import WallFooter from '../../src/wall/WallFooter.vue'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import { mountPage, readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

function footer(more: Record<string, unknown> = {}, lang: Lang = 'zh') {
  const timers = new ManualTimers(5)
  const { startTimer } = timers
  const props = { count: 5, index: 1, pause: null, notices: [], address: '', startTimer, ...more }
  return { timers, shown: mountPage(WallFooter, props, { lang }) }
}

describe('the place in the round', () => {
  it('is shown as one tick a slide, and read out as a number', () => {
    const ticks = footer().shown.get('.wall-ticks')
    expect(ticks.findAll('i')).toHaveLength(5)
    expect(ticks.findAll('i').map((tick) => tick.classes('is-here'))).toEqual(
      [0, 1, 2, 3, 4].map((i) => i === 1),
    )
    expect(ticks.attributes()).toMatchObject({ role: 'img', 'aria-label': '2 / 5' })
  })

  it('is a number where there are too many ticks to be counted', () => {
    expect(footer({ count: 16 }).shown.findAll('i')).toHaveLength(16)
    const { shown } = footer({ count: 17 })
    expect(shown.findAll('i')).toHaveLength(0)
    expect(readText(shown.get('.wall-ticks'))).toBe('2 / 17')
  })

  it('is not shown where there is but one slide, or none', () => {
    for (const count of [0, 1]) {
      expect(footer({ count, index: 0 }).shown.find('.wall-ticks').exists()).toBe(false)
    }
  })

  it('gives way to how long the wall stands still', () => {
    const { shown } = footer({ pause: 73_000 })
    expect(readText(shown.get('.wall-ticks'))).toBe('已停住，73秒后继续')
    expect(shown.get('.wall-ticks').attributes('role')).toBeUndefined()
  })
})

describe('what to do', () => {
  it('is told for twelve seconds after a touch, and again after the next', async () => {
    const { shown, timers } = footer()
    await shown.setProps({ pause: 90_000 })
    expect(readText(shown.get('.wall-pause'))).toContain('已停住，90秒后继续 2 / 5')
    await timers.advance(11_999)
    await shown.setProps({ pause: 79_000 })
    expect(shown.find('.wall-pause').exists()).toBe(true)
    await timers.advance(1)
    expect(shown.find('.wall-pause').exists()).toBe(false)
    await shown.setProps({ pause: 90_000 })
    expect(shown.find('.wall-pause').exists()).toBe(true)
    shown.unmount()
    expect(timers.pending).toBe(0)
  })

  it('is told again where another slide comes while the wall stands still', async () => {
    const { shown, timers } = footer()
    await shown.setProps({ pause: 'held' })
    await timers.advance(12_000)
    expect(shown.find('.wall-pause').exists()).toBe(false)
    await shown.setProps({ index: 2 })
    expect(readText(shown.get('.wall-paused'))).toBe('已停住，按空格继续 3 / 5')
  })

  it('has a code whose address is read out, and no word of one where there is none', async () => {
    const address = 'https://wall.test/index.html#/indicators/pm25'
    const { shown } = footer({ address })
    await shown.setProps({ pause: 90_000 })
    expect(shown.get('.wall-code').attributes()).toMatchObject({
      role: 'img',
      'aria-label': address,
    })
    expect(shown.text()).toContain('扫码在手机上看这一页')
    await shown.setProps({ address: '' })
    expect(shown.find('.wall-code').exists()).toBe(false)
    expect(shown.text()).not.toContain('扫码')
  })

  it('has every fault at length, each name with its own reason in the language of that', async () => {
    const words = failedWords([
      ['pm10', 'no memory'],
      ['air', 'x is not a function'],
      ['so2', 'no memory'],
    ])
    const notices = [{ key: 'failed', ...words, isGrave: true }]
    const { shown } = footer({ notices })
    await shown.setProps({ pause: 90_000 })
    expect(readText(shown)).toContain('3处未能显示 pm10、so2：no memory；air：x is not a function')
    expect(shown.findAll('.wall-pause [lang=en]').map((each) => each.text())).toEqual([
      'no memory',
      'x is not a function',
    ])
    const english = footer({ notices }, 'en').shown
    await english.setProps({ pause: 90_000 })
    expect(readText(english)).toContain(
      '3 not shown pm10, so2: no memory; air: x is not a function',
    )
  })
})
