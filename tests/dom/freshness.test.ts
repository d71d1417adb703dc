import { enableAutoUnmount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { computed, createSSRApp, ref, type Component } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { UpdatePeriod } from '../../src/domain/update-rhythm.ts'
import IndicatorPage from '../../src/desk/IndicatorPage.vue'
import FactRow from '../../src/panels/FactRow.vue'
import { momentKey, type Moment } from '../../src/panels/moment.ts'
import { readerKey, type Reader } from '../../src/panels/reader.ts'
import TrendPanel from '../../src/panels/TrendPanel.vue'
import { catalog, indicator } from '../unit/builders/catalog.ts'
import { evidenceOf, viewOf } from '../unit/builders/evidence.ts'
import { figure, snapshot } from '../unit/builders/snapshot.ts'
import { mountPage, readText, type ReaderOptions } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

/** Made up: the shipped catalog has no update period. */
const REPORTS = [
  snapshot('report', '2022-09-09', [figure('2021', '45')]),
  snapshot('again', '2023-05-29', [figure('2021', '45')]),
]

function momentOf(more: Partial<Moment> = {}) {
  const moment: Moment = { today: '2023-07-09', seq: 1, takenIn: null, ...more }
  return { [momentKey]: computed(() => moment) }
}

function known(updatePeriod?: UpdatePeriod) {
  return catalog([indicator('pm25', updatePeriod ? { updatePeriod } : {})])
}

function openPage(
  updatePeriod: UpdatePeriod | undefined,
  more: Partial<Moment> = {},
  options: ReaderOptions = {},
): VueWrapper {
  const evidence = evidenceOf(REPORTS, known(updatePeriod))
  const viewpoint = { asOf: options.asOf ?? 'latest', region: '410800' }
  const provide = momentOf(more)
  return mountPage(IndicatorPage, { evidence, viewpoint, id: 'pm25' }, { ...options, provide })
}

function clock(page: VueWrapper, name: string): string {
  return readText(page.get(`[data-clock="${name}"]`))
}

describe('the clocks of an indicator', () => {
  it('stand in one list: period, first publication, fetched, next due', () => {
    const page = openPage('year', { takenIn: { day: '2023-06-02', isKept: true } })
    expect(page.findAll('.clocks dt').map((term) => term.text())).toEqual([
      '期次',
      '公布',
      '本机取得',
      '下期',
    ])
    expect(clock(page, 'period')).toBe('2021，至2021-12-31')
    expect(clock(page, 'published')).toBe('2022-09-09（2023-05-29重述，未改）')
    expect(clock(page, 'taken-in')).toBe('2023-06-02，存于本机')
    expect(clock(page, 'next-due')).toBe('2023-06-29前应出（含宽限180天） 已逾期10天')
  })

  it('read in English', () => {
    const page = openPage('year', { takenIn: { day: '2023-06-02', isKept: true } }, { lang: 'en' })
    expect(clock(page, 'published')).toBe('2022-09-09 (the same again on 2023-05-29)')
    expect(clock(page, 'taken-in')).toBe('2023-06-02, kept here')
    expect(clock(page, 'next-due')).toBe('by 2023-06-29 (with 180 days of grace) 10 days overdue')
  })

  it('say what this device holds and what it does not', () => {
    expect(clock(openPage('year'), 'taken-in')).toBe('随网页而来，未存本机')
    const memory = openPage('year', { takenIn: { day: '2023-06-02', isKept: false } })
    expect(clock(memory, 'taken-in')).toBe('2023-06-02，关闭即失')
  })

  it('work out no due day where no update period is registered', () => {
    const page = openPage(undefined, { today: '2099-01-01' })
    expect(clock(page, 'next-due')).toBe('周期未登记，不推算')
    expect(page.get('article').attributes('data-state')).toBe('ready')
  })

  it('say that the clock is wrong where it stands before the publication, and judge nothing', () => {
    const page = openPage('year', { today: '2020-01-01' })
    expect(clock(page, 'next-due')).toContain('本机日期早于公布日，不作判断')
    expect(page.get('article').attributes('data-state')).toBe('ready')
  })
})

describe('a late indicator', () => {
  it('keeps its figure and says so on its own page', () => {
    const page = openPage('year')
    expect(page.get('article').attributes('data-state')).toBe('overdue')
    expect(readText(page.get('.indicator-head [data-figure]'))).toContain('45')
    expect(page.get('.indicator-head .overdue').text()).toBe('已逾期10天')
    expect(page.get('.indicator-head .overdue').find('svg').exists()).toBe(true)
  })

  it('is in time on its last day', () => {
    const page = openPage('year', { today: '2023-06-29' })
    expect(page.get('article').attributes('data-state')).toBe('ready')
    expect(page.find('.overdue').exists()).toBe(false)
  })

  it('is judged on a chosen day, whatever today is', () => {
    const page = openPage('year', { today: '2026-11-24' }, { asOf: '2023-06-29' })
    expect(page.get('article').attributes('data-state')).toBe('ready')
    expect(page.find('.overdue').exists()).toBe(false)
  })

  it('says so in its row and in its panel', () => {
    const view = viewOf(REPORTS, { catalog: known('year') })
    const provide = momentOf()
    const row = mountPage(FactRow, { view, isPart: false }, { provide }).get('li')
    expect(row.attributes('data-state')).toBe('overdue')
    expect(row.text()).toContain('已逾期10天')
    expect(row.get('[data-figure]').text()).toContain('45')
    const props = { view, layout: 'stacked', heightPx: 200 }
    const panel = mountPage(TrendPanel, props, { provide, lang: 'en' }).get('article')
    expect(panel.attributes('data-state')).toBe('overdue')
    expect(panel.text()).toContain('10 days overdue')
  })

  it('is not late where there is no clock: rows look as they always did', () => {
    const view = viewOf(REPORTS, { catalog: known('year') })
    const row = mountPage(FactRow, { view, isPart: false }).get('li')
    expect(row.attributes('data-state')).toBe('ready')
    expect(row.find('.overdue').exists()).toBe(false)
  })
})

describe('markup that was written before', () => {
  const reader: Reader = {
    lang: 'zh',
    theme: 'light',
    asOf: 'latest',
    indicatorHref: (id) => id,
    publicationHref: (id) => id,
    regionHref: (code) => code,
    inspectionHref: '',
    indicatorsHref: '',
    sourcesHref: '',
  }

  it('is taken over as it stands, and only then says what is late', async () => {
    const props = { view: viewOf(REPORTS, { catalog: known('year') }), isPart: false }
    const today = ref('')
    const moment = computed(() => ({ today: today.value, seq: 1, takenIn: null }))
    const appOf = (component: Component) =>
      createSSRApp(component, props)
        .provide(
          readerKey,
          computed(() => reader),
        )
        .provide(momentKey, moment)
    const written = await renderToString(appOf(FactRow))
    const host = document.createElement('ul')
    host.innerHTML = written
    // The day is there before this row is reached, as it is in a long page.
    today.value = '2023-07-09'
    const faults: string[] = []
    const app = appOf(FactRow)
    app.config.warnHandler = (message) => faults.push(message)
    app.mount(host)
    expect(faults).toEqual([])
    await Promise.resolve()
    await new Promise((done) => setTimeout(done))
    expect(host.querySelector('li')?.dataset['state']).toBe('overdue')
    expect(host.textContent).toContain('已逾期10天')
    app.unmount()
  })
})
