import { enableAutoUnmount, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import SlidesPage from '../../src/desk/SlidesPage.vue'
import { visitToolsKey, type VisitTools } from '../../src/desk/visit-tools.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Lang } from '../../src/text/lang.ts'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { readShipped } from '../unit/builders/shipped.ts'
import { mountPage, readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.unstubAllGlobals()
})

const shipped = readShipped()
const evidence = evidenceOf(shipped.snapshots, shipped.catalog)
const view = <T>(look: (known: Evidence) => T) => look(evidence)

type Items = Record<string, string>

function toolsFor(items: Items | null): VisitTools {
  return {
    dataset: 'made-up',
    getStorage: () => {
      if (!items) throw new Error('refused')
      return {
        getItem: (name) => items[name] ?? null,
        setItem: (name, value) => void (items[name] = value),
      }
    },
    document,
    startTimer: () => () => undefined,
  }
}

interface Opened {
  readonly items?: Items | null
  readonly lang?: Lang
  readonly asOf?: string
}

function openPage({ items = {}, lang = 'zh', asOf = 'latest' }: Opened = {}): VueWrapper {
  const viewpoint = { asOf, region: '410800' }
  const tools = shallowRef(toolsFor(items))
  return mountPage(
    SlidesPage,
    { evidence, viewpoint, view },
    { lang, provide: { [visitToolsKey]: tools } },
  )
}

function namesOf(page: VueWrapper): readonly string[] {
  return page.findAll('.plan-row').map((row) => row.attributes('data-name') ?? '')
}

function queryOf(page: VueWrapper): string {
  const field = page.get<HTMLTextAreaElement>('.wall-address-text').element
  return new URL(field.value).search
}

async function type(page: VueWrapper, selector: string, text: string): Promise<void> {
  await page.get(selector).setValue(text)
  await nextTick()
}

describe('the page where a wall is arranged', () => {
  it('begins with the slides that the data give, and the plain address of the wall', () => {
    const page = openPage()
    expect(namesOf(page).slice(0, 3)).toEqual(['inspection', 'news', 'industry'])
    expect(page.get('.plan-list').text()).toContain('随数据而定')
    expect(page.get<HTMLTextAreaElement>('.wall-address-text').element.value).toMatch(/wall\.html$/)
    expect(readText(page.get('h1'))).toMatch(/^\d+页轮播，一轮\d+分/)
  })

  it('moves a slide by its keys, and the focus with it', async () => {
    const page = openPage()
    await page.get('[data-name="news"] [data-act="moveUp"]').trigger('click')
    await nextTick()
    expect(namesOf(page).slice(0, 2)).toEqual(['news', 'inspection'])
    // Out of use at the top: the slide itself has the focus.
    expect(document.activeElement?.closest('.plan-row')?.getAttribute('data-name')).toBe('news')
    expect(page.get('[role="status"].visually-hidden').text()).toBe('最近公布现在是第1页')
    await page
      .get('[data-name="news"] .plan-name')
      .trigger('keydown', { key: 'ArrowDown', altKey: true })
    expect(namesOf(page).slice(0, 2)).toEqual(['inspection', 'news'])
    expect(queryOf(page)).toBe('')
  })

  it('takes slides out and goes back to those of the data', async () => {
    const page = openPage()
    await page.get('[data-name="inspection"] [data-act="remove"]').trigger('click')
    expect(namesOf(page)).not.toContain('inspection')
    expect(queryOf(page)).toMatch(/^\?slides=news,/)
    await page.get('[data-act="reset"]').trigger('click')
    expect(namesOf(page)[0]).toBe('inspection')
    expect(queryOf(page)).toBe('')
  })

  it('begins from nothing with one click, says so, and goes back to the default with another', async () => {
    const page = openPage()
    await page.get('[data-act="clear"]').trigger('click')
    await nextTick()
    expect(namesOf(page)).toEqual([])
    expect(readText(page.get('h1'))).toBe('还没有选页')
    expect(page.get('.plan-list').text()).toContain('空着时，大屏按数据自己轮播')
    expect(page.get('.plan-empty').text()).toBe('还没有选页')
    // A wall cannot be without slides: the address asks for none in particular.
    expect(queryOf(page)).toBe('')
    expect(document.activeElement?.classList).toContain('plan-input')
    await type(page, '.plan-input', 'PM2.5')
    await page.get('[data-choice="pm25"] [aria-label]').trigger('click')
    expect(queryOf(page)).toBe('?slides=pm25')
    await page.get('[data-act="reset"]').trigger('click')
    expect(namesOf(page)[0]).toBe('inspection')
    expect(queryOf(page)).toBe('')
  })

  it('says above the address which settings it leaves out', async () => {
    const page = openPage()
    expect(page.get('.wall-left-out').text()).toBe('')
    await type(page, '[data-setting="dwell"] input', '3')
    await type(page, '[data-setting="hours"] input', '25点')
    expect(page.get('.wall-left-out').text()).toBe('设置有误，大屏会按默认：每页停留、值守时段')
    await type(page, '[data-setting="dwell"] input', '30')
    await type(page, '[data-setting="hours"] input', '')
    expect(page.get('.wall-left-out').text()).toBe('')
  })

  it('adds an indicator that is searched for, and a second one beside it', async () => {
    const page = openPage({
      items: { 'qinglan-made-up-wall': '{"query":"?slides=news","screen":"4K"}' },
    })
    await type(page, '.plan-input', 'PM2.5')
    await page.get('[data-choice="pm25"] [aria-label]').trigger('click')
    expect(queryOf(page)).toBe('?slides=news,pm25')
    await type(page, '.plan-input', 'PM10')
    await page.get('[data-choice="pm10"] .plan-quiet').trigger('click')
    expect(queryOf(page)).toBe('?slides=news,pm25+pm10')
    await page.get('.plan-parts button').trigger('click')
    expect(queryOf(page)).toBe('?slides=news,pm10')
  })

  it('says beside a field what is wrong with it, and leaves the address whole', async () => {
    const page = openPage()
    await type(page, '[data-setting="dwell"] input', '3')
    const field = page.get('[data-setting="dwell"]')
    expect(field.get('.wall-fault').text()).toBe('请写5到600的整数')
    expect(field.get('input').attributes('aria-invalid')).toBe('true')
    expect(queryOf(page)).toBe('')
    await type(page, '[data-setting="dwell"] input', '30')
    expect(field.get('.wall-fault').text()).toBe('')
    expect(queryOf(page)).toBe('?dwell=30')
  })

  it('has a box for what is no time, and a list for what is to be chosen', async () => {
    const page = openPage()
    await page.get('[data-setting="hours"] [type="checkbox"]').setValue(true)
    await page.get('[data-setting="reload"] [type="checkbox"]').setValue(true)
    await page.get('[data-setting="theme"] select').setValue('light')
    await page.get('[data-setting="lang"] select').setValue('en')
    expect(queryOf(page)).toBe('?theme=light&lang=en&hours=always&reload=off')
    expect(page.get('[data-setting="hours"] input').attributes('disabled')).toBeDefined()
  })

  it('follows the desk to a past day', () => {
    const page = openPage({ asOf: '2021-01-23' })
    expect(queryOf(page)).toBe('?v=2021-01-23')
  })

  it('loads a pasted address, names what it could not read, and refuses another page’s', async () => {
    const page = openPage()
    const field = '.wall-paste input'
    await type(page, field, 'http://10.0.0.1/wall.html?slides=air,nonsense&dwell=20&hours=x')
    await page.get('.wall-paste button').trigger('click')
    expect(namesOf(page)).toEqual(['air', 'nonsense'])
    expect(page.get('[data-name="nonsense"]').text()).toContain('没有这一页')
    expect(page.get('.wall-said').text()).toBe('已载入；这些读不懂，按默认：hours=x')
    await type(page, field, 'http://10.0.0.1/index.html')
    await page.get('.wall-paste button').trigger('click')
    expect(page.get('.wall-said').text()).toContain('不是大屏的网址')
    expect(namesOf(page)).toEqual(['air', 'nonsense'])
  })

  it('selects the address where the browser has no clipboard, and says so', async () => {
    vi.stubGlobal('navigator', {})
    const page = openPage()
    await page.get('[data-act="copy"]').trigger('click')
    await flushPromises()
    const field = page.get<HTMLTextAreaElement>('.wall-address-text').element
    expect(page.get('[data-act="copy"]').text()).toContain('已选中')
    expect(document.activeElement).toBe(field)
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length])
  })

  it('is kept on the device and found again', async () => {
    const items: Items = {}
    const page = openPage({ items })
    expect(page.get('.slides-kept').text()).toBe('已记在这台设备上')
    await page.get('[data-screen="6656"]').trigger('click')
    await type(page, '[data-setting="distance"] input', '12')
    page.unmount()
    const again = openPage({ items })
    expect(queryOf(again)).toBe('?distance=12')
    expect(again.get('[data-screen="6656"]').attributes('aria-pressed')).toBe('true')
  })

  it('says that nothing is kept where storage is refused', () => {
    expect(openPage({ items: null }).get('.slides-kept').text()).toContain('不让保存')
  })

  it('speaks English', () => {
    const page = openPage({ lang: 'en' })
    expect(readText(page.get('h1'))).toMatch(/^\d+ slides, \d+ min/)
    expect(page.text().replace(/[\s\S]*?Settings/, '')).not.toMatch(/[\u4e00-\u9fff]{5,}/)
  })

  it('shows the slide that is looked at with the wall’s own components', async () => {
    // Comes late, with ECharts: here it is there before it is asked for.
    await import('../../src/desk/SlidePreview.vue')
    const page = openPage()
    await vi.waitFor(() => expect(page.find('.preview-box').exists()).toBe(true))
    expect(page.get('.preview-box').attributes('data-theme')).toBe('dark')
  })
})
