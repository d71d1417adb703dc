/** The wall as it is read: what it admits, what stands in front, and what a screen reader is told. */
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { issue } from '../../src/contract/issue.ts'
import { mountWall, type WallOptions } from './support/mount-wall.ts'
import { readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.unstubAllGlobals()
})

const QUERY = '?slides=pm25,so2,co&hours=always'

/** As in a browser, but for these panels. */
function observerFailingIn(panels: ReadonlySet<string>) {
  return class {
    observe(target: Element): void {
      const panel = target.closest('[data-panel]')?.getAttribute('data-panel')
      if (panel && panels.has(panel)) throw new Error('made to fail')
    }
    disconnect(): void {
      // Nothing is observed.
    }
  }
}

const STATES: readonly (readonly [string, WallOptions, string])[] = [
  ['nothing, where all is well', {}, ''],
  ['that the server does not answer', { data: { connectivity: 'offline' } }, '离线'],
  [
    'that the server gives nothing',
    { data: { refusals: [issue('manifest.json', 'status', '500', '500')] } },
    '服务器出错',
  ],
  [
    'that new data were refused',
    { data: { refusals: [issue('manifest.json', 'seq', '倒退', 'runs back')] } },
    '新数据有误',
  ],
  [
    'that nothing is kept here',
    { data: { storage: { kind: 'memory', why: 'missing', loss: null } } },
    '未存本机',
  ],
  [
    'that the screen may go dark',
    { tools: { isSecure: false, wakeLock: undefined } },
    '屏幕可能熄灭',
  ],
  ['what is wrong in the address', { query: `${QUERY}&dwell=abc` }, '网址有误'],
  ['a region that is not known', { query: `${QUERY}&region=999999` }, '网址有误'],
  ['the day of knowledge', { query: `${QUERY}&v=2024-02-01` }, '截至2024-02-01'],
  [
    'the day of knowledge and a fault beside it',
    { query: `${QUERY}&v=2024-02-01`, data: { connectivity: 'offline' } },
    '截至2024-02-01离线',
  ],
]

describe('the wall', () => {
  it.each(STATES)('says %s', async (_, options, words) => {
    const { wall } = await mountWall({ query: QUERY, ...options })
    const notice = wall.get('.wall-notice')
    expect(readText(notice).replace(/\s/g, '')).toBe(words)
    expect(notice.attributes('role')).toBe('status')
  })

  it('reads out the slide in front alone, while the next one waits behind it', async () => {
    const { wall, timers } = await mountWall({ query: `${QUERY}&dwell=5` })
    await timers.advance(2500)
    const layers = wall.findAll('.layer')
    expect(layers.map((layer) => layer.attributes('aria-hidden'))).toEqual(['false', 'true'])
    expect(layers.map((layer) => layer.get('.slide').attributes('data-slide'))).toEqual([
      'pm25',
      'so2',
    ])
    expect(wall.get('.wall-title').text()).toBe('蓝天')
  })

  it('goes on to the next slide with a key, and says how long it stands still', async () => {
    const { wall, press } = await mountWall({ query: QUERY })
    await press('ArrowRight')
    expect(wall.get('.layer.is-front .slide').attributes('data-slide')).toBe('so2')
    expect(wall.get('.wall-paused').text()).toMatch(/已停住，\d+秒后继续\s+2 \/ 3/)
  })

  it('says where there are no data that there are none, and what comes of it', async () => {
    const { wall } = await mountWall({ query: QUERY, data: null })
    expect(wall.get('[data-state=empty] h2').text()).toBe('本机还没有数据，服务器也没有给出')
    expect(wall.find('.layer').exists()).toBe(false)
  })

  it('says where nothing was known on the day', async () => {
    const { wall } = await mountWall({ query: '?hours=always&v=2010-01-01' })
    expect(wall.get('[data-state=empty] h2').text()).toContain('截至2010年1月1日')
  })

  it('of an earlier day is not called late by today, and one of today is', async () => {
    const then = await mountWall({ query: `${QUERY}&v=2024-02-01` })
    expect(then.wall.get('.wall-age').attributes('data-age')).toBe('calm')
    expect(readText(then.wall.get('.wall-age'))).toBe('本市数据2024年1月9日')
    then.wall.unmount()
    const { wall } = await mountWall({ query: QUERY })
    expect(wall.get('.wall-age').attributes('data-age')).toBe('amber')
    expect(readText(wall.get('.wall-age'))).toContain('已过更新期')
  })

  it('in English is marked as English, but for what is Chinese in it', async () => {
    const { wall } = await mountWall({ query: `${QUERY}&lang=en` })
    expect(wall.get('.wall').attributes('lang')).toBe('en')
    expect(wall.get('.wall-header').text()).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('names a panel that fails, with its reason, until it has been drawn again', async () => {
    const broken = new Set(['so2'])
    vi.stubGlobal('ResizeObserver', observerFailingIn(broken))
    const { wall, press } = await mountWall({ query: '?slides=so2%2Bco,pm25&hours=always' })
    expect(wall.get('[data-panel=so2]').attributes('data-state')).toBe('refused')
    expect(wall.get('[data-panel=co]').attributes('data-state')).not.toBe('refused')
    await press('ArrowRight')
    expect(readText(wall.get('.wall-notice'))).toBe('1处未能显示')
    const said = wall.findAll('.wall-pause p').find((line) => line.text().includes('未能显示'))
    expect(said && readText(said)).toBe('1处未能显示 so2：made to fail')
    expect(said?.get('span').attributes('lang')).toBe('en')
    broken.clear()
    await press('ArrowRight')
    expect(wall.get('[data-panel=so2]').attributes('data-state')).not.toBe('refused')
    expect(readText(wall.get('.wall-notice'))).toBe('')
  })
})
