import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { renderToString } from 'vue/server-renderer'
import { createSSRApp } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeApart } from '../../src/contract/statement.ts'
import type { Transliterate } from '../../src/desk/pinyin-match.ts'
import SearchBox from '../../src/desk/SearchBox.vue'
import { catalog, indicator } from '../unit/builders/catalog.ts'
import { readShipped } from '../unit/builders/shipped.ts'

enableAutoUnmount(afterEach)
beforeEach(() => {
  document.body.replaceChildren()
})

const { catalog: shipped, snapshots } = readShipped()
const publications = snapshots.map((each) => takeApart(each).publication)
const READINGS: Readonly<Record<string, readonly string[]>> = {
  优: ['you'],
  良: ['liang'],
  天: ['tian'],
  数: ['shu', 'shuo'],
}
const read: Transliterate = (character) => READINGS[character] ?? []

interface Options {
  readonly load?: () => Promise<Transliterate>
  readonly [prop: string]: unknown
}

function open({ load = async () => read, ...props }: Options = {}): VueWrapper {
  return mount(SearchBox, {
    props: { catalog: shipped, publications: [], lang: 'zh', load, ...props },
    attachTo: document.body,
  })
}

async function type(box: VueWrapper, text: string): Promise<void> {
  await box.get('input').trigger('focus')
  await box.get('input').setValue(text)
  await flushPromises()
}

function press(box: VueWrapper, key: string, init: KeyboardEventInit = {}): Promise<void> {
  return box.get('input').trigger('keydown', { key, ...init })
}

function names(box: VueWrapper): readonly string[] {
  return box.findAll('[role="option"] .search-name').map((name) => name.text())
}

function selected(box: VueWrapper): string {
  return box.get('[role="option"][aria-selected="true"] .search-name').text()
}

describe('results', () => {
  it('show name, theme and latest figure', async () => {
    const box = open({ figureOf: (id: string) => (id === 'good-air-days' ? '210天' : '') })
    await type(box, '优良天数')
    const option = box.get('[role="option"]')
    expect(option.get('.search-name').text()).toBe('优良天数')
    expect(option.get('.search-theme').text()).toBe('蓝天保卫战')
    expect(option.get('.search-figure').text()).toBe('210天')
    expect(box.findAll('.search-figure')).toHaveLength(1)
  })

  it('found by their readings show which letters were typed', async () => {
    const box = open()
    await type(box, 'yltsh')
    expect(names(box)[0]).toBe('优良天数')
    const readings = box.get('.search-readings')
    expect(readings.findAll('b').map((typed) => typed.text())).toEqual(['y', 'l', 't', 'sh'])
    expect(readings.text()).toBe('youliangtianshu')
  })

  it('set formulas with lowered figures', async () => {
    const box = open()
    await type(box, 'pm25')
    expect(box.get('.search-name sub').text()).toBe('2.5')
  })

  it('are at most eight, and the rest is counted', async () => {
    const box = open()
    await type(box, '率')
    const all = shipped.indicators.filter(({ name }) => name.zh.includes('率')).length
    expect(names(box)).toHaveLength(8)
    expect(box.get('.search-rest').text()).toBe(`另有${all - 8}项，再多写几个字`)
    expect(box.get('[role="status"]').text()).toBe(`${all}项结果`)
  })

  it('that are none say so in words, on the page and aloud', async () => {
    const box = open()
    await type(box, '没有这样的指标')
    expect(box.get('.search-nothing').text()).toMatch(/^没有找到/)
    expect(box.get('.search-nothing').text()).toMatch(/ ylts$/)
    expect(box.get('[role="status"]').text()).toMatch(/^没有找到/)
    expect(box.get('input').attributes('aria-expanded')).toBe('false')
  })

  it('show a name that looks like markup as the text that it is', async () => {
    const hostile = indicator('x', { name: { zh: '<img src=x onerror=alert>', en: 'x' } })
    const box = open({ catalog: catalog([hostile]) })
    await type(box, 'img')
    expect(names(box)).toEqual(['<img src=x onerror=alert>'])
    expect(box.find('img').exists()).toBe(false)
  })

  it('come in the reader’s language', async () => {
    const box = open({ lang: 'en' })
    await type(box, 'forest cov')
    expect(names(box)).toEqual(['Forest coverage'])
    expect(box.get('.search-theme').text()).toBe('Land use and greening')
  })
})

describe('publications', () => {
  it('stand after the indicators under a name of their own, at most three', async () => {
    const box = open({ publications })
    await type(box, '空气质量')
    const groups = box.findAll('[role="group"]')
    expect(groups.map((group) => group.attributes('aria-label'))).toEqual(['指标', '出处'])
    expect(groups[0]?.findAll('[role="option"]')).toHaveLength(8)
    expect(groups[1]?.findAll('[role="option"]')).toHaveLength(3)
    expect(groups[1]?.text()).toMatch(/^出处/)
  })

  it('have the list to themselves where no indicator is found', async () => {
    const box = open({ publications })
    await type(box, '焦作日报')
    expect(box.findAll('[role="group"]')).toHaveLength(1)
    expect(box.findAll('[role="option"]')).toHaveLength(4)
  })

  it('show title, publisher and day, marked as Chinese', async () => {
    const box = open({ publications, lang: 'en' })
    await type(box, '改善人居环境')
    const option = box.get('[role="option"]')
    expect(option.get('.search-name').text()).toBe('改善人居环境 助力乡村振兴')
    expect(option.get('.search-name').attributes('lang')).toBe('zh-CN')
    expect(option.get('.search-theme').text()).toBe('焦作市生态环境局')
    expect(option.get('.search-figure').text()).toBe('2023-04-14')
  })

  it('are reached with the arrows and chosen by their own id', async () => {
    const box = open({ publications })
    await type(box, '优良天数')
    expect(names(box)).toEqual(['优良天数', '优良天数比例', '2020年全省优良天数245天'])
    await press(box, 'ArrowUp')
    expect(selected(box)).toBe('2020年全省优良天数245天')
    await press(box, 'Enter')
    expect(box.emitted('choosePublication')).toEqual([['zzwb-2021-01-15']])
    expect(box.emitted('choose')).toBeUndefined()
  })

  it('are counted together with the indicators', async () => {
    const box = open({ publications })
    await type(box, '优良天数')
    expect(box.get('[role="status"]').text()).toBe('3项结果')
  })
})

describe('the inspection page', () => {
  it('is found by its name before the indicators of its theme, and opened by its address', async () => {
    const box = open()
    await type(box, '督察整改')
    expect(names(box).slice(0, 2)).toEqual(['督察整改', '督察整改任务数'])
    expect(box.findAll('[role="group"]')).toHaveLength(2)
    await press(box, 'Enter')
    expect(box.emitted('choosePage')).toEqual([['/inspection']])
    expect(box.emitted('choose')).toBeUndefined()
  })

  it('is found in English too, and not by what it is not called', async () => {
    const box = open({ lang: 'en' })
    await type(box, 'inspection')
    expect(names(box)[0]).toBe('Inspection rectification')
    await type(box, 'good air')
    expect(names(box)).not.toContain('Inspection rectification')
  })
})

describe('the keyboard', () => {
  it('moves through the results as through a ring, and the field points at the one chosen', async () => {
    const box = open()
    await type(box, '优良天数')
    expect(names(box)).toHaveLength(2)
    const input = box.get('input')
    const pointed = () => document.getElementById(input.attributes('aria-activedescendant') ?? '')
    expect(box.find('[aria-selected="true"]').exists()).toBe(false)
    expect(input.attributes('aria-activedescendant')).toBeUndefined()
    await press(box, 'ArrowDown')
    expect(selected(box)).toBe('优良天数')
    expect(pointed()?.textContent).toContain('优良天数')
    await press(box, 'ArrowDown')
    expect(selected(box)).toBe('优良天数比例')
    expect(pointed()?.textContent).toContain('优良天数比例')
    await press(box, 'ArrowDown')
    expect(selected(box)).toBe('优良天数')
    await press(box, 'ArrowUp')
    expect(selected(box)).toBe('优良天数比例')
  })

  it('chooses with Enter, and the box is empty again', async () => {
    const box = open()
    await type(box, '优良天数')
    await press(box, 'ArrowDown')
    await press(box, 'ArrowDown')
    await press(box, 'Enter')
    expect(box.emitted('choose')).toEqual([['good-air-ratio']])
    expect(box.get('input').element.value).toBe('')
    expect(box.get('.search-panel').attributes()).toHaveProperty('hidden')
  })

  it.each([
    ['Enter alone', []],
    ['an arrow down and Enter', ['ArrowDown']],
  ])('opens the first result with %s', async (_name, keys) => {
    const box = open()
    await type(box, '优良天数')
    for (const key of keys) await press(box, key)
    await press(box, 'Enter')
    expect(box.emitted('choose')).toEqual([['good-air-days']])
  })

  it('begins anew with every letter', async () => {
    const box = open()
    await type(box, '优良')
    await press(box, 'ArrowDown')
    await press(box, 'ArrowDown')
    await type(box, '优良天数')
    await press(box, 'Enter')
    expect(box.emitted('choose')).toEqual([['good-air-days']])
  })

  it('chooses nothing with Enter while nothing is found', async () => {
    const box = open()
    await press(box, 'Enter')
    await type(box, '没有这样的指标')
    await press(box, 'Enter')
    expect(box.emitted('choose')).toBeUndefined()
  })

  it('leaves the keys of an input method to it', async () => {
    const box = open()
    await type(box, '优良天数')
    await press(box, 'ArrowDown', { isComposing: true })
    await press(box, 'Enter', { isComposing: true })
    expect(box.find('[aria-selected="true"]').exists()).toBe(false)
    expect(box.emitted('choose')).toBeUndefined()
  })

  it('closes with Escape, and empties the field with a second one', async () => {
    const box = open()
    await type(box, '优良')
    const input = box.get('input')
    await press(box, 'Escape')
    expect(input.attributes('aria-expanded')).toBe('false')
    expect(input.element.value).toBe('优良')
    await press(box, 'Escape')
    expect(input.element.value).toBe('')
  })

  it('comes to the field with a slash from anywhere, but not out of another field', async () => {
    const box = open()
    const other = document.createElement('textarea')
    document.body.append(other)
    const slash = () => {
      const event = new KeyboardEvent('keydown', { key: '/', cancelable: true, bubbles: true })
      ;(document.activeElement ?? document.body).dispatchEvent(event)
      return event.defaultPrevented
    }
    other.focus()
    expect(slash()).toBe(false)
    expect(document.activeElement).toBe(other)
    other.blur()
    expect(slash()).toBe(true)
    expect(document.activeElement).toBe(box.get('input').element)
    expect(slash()).toBe(false)
  })

  it('is no longer listened to once the box is gone', () => {
    const box = open()
    const field = box.get('input').element
    box.unmount()
    const event = new KeyboardEvent('keydown', { key: '/', cancelable: true })
    document.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
    expect(document.activeElement).not.toBe(field)
  })
})

describe('the mouse', () => {
  it('chooses what it clicks, and points at what it moves over', async () => {
    const box = open()
    await type(box, '优良天数')
    const [, second] = box.findAll('[role="option"]')
    await second?.trigger('mousemove')
    expect(selected(box)).toBe('优良天数比例')
    await second?.trigger('click')
    expect(box.emitted('choose')).toEqual([['good-air-ratio']])
  })

  it('closes the results when the focus goes elsewhere', async () => {
    const box = open()
    await type(box, '优良')
    await box.get('input').trigger('focusout', { relatedTarget: document.body })
    expect(box.get('.search-panel').attributes()).toHaveProperty('hidden')
  })
})

describe('the readings', () => {
  it('are fetched with the first focus, once', async () => {
    let fetched = 0
    const box = open({ load: async () => (fetched++, read) })
    expect(fetched).toBe(0)
    await type(box, 'ylts')
    await type(box, 'ylt')
    expect(fetched).toBe(1)
    expect(names(box)[0]).toBe('优良天数')
  })

  it('that cannot be fetched leave Chinese and English, and are asked for again', async () => {
    let tries = 0
    const load = () => {
      tries++
      return tries === 1 ? Promise.reject(new TypeError('offline')) : Promise.resolve(read)
    }
    const box = open({ load })
    await box.get('input').trigger('focus')
    await flushPromises()
    const input = box.get('input')
    input.element.value = '优良'
    expect(tries).toBe(1)
    await type(box, '优良')
    expect(names(box)).toContain('优良天数')
    await type(box, 'ylts')
    expect(names(box)).toContain('优良天数')
    expect(tries).toBe(2)
  })
})

describe('on the server', () => {
  it('renders closed, without inline style', async () => {
    const html = await renderToString(
      createSSRApp(SearchBox, { catalog: shipped, publications: [], lang: 'zh' as const }),
    )
    expect(html).toContain('role="combobox"')
    expect(html).toContain('aria-expanded="false"')
    expect(html).not.toContain('style=')
    expect(html).not.toContain('role="option"')
  })
})
