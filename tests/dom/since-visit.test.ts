import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { computed, nextTick } from 'vue'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import SinceVisit from '../../src/desk/SinceVisit.vue'
import { SEEN_AFTER_MS, type VisitTools } from '../../src/desk/visit-tools.ts'
import { momentKey } from '../../src/panels/moment.ts'
import { FakePage } from '../fixtures/feed/fake-page.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import { catalog, indicator } from '../unit/builders/catalog.ts'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { figure, snapshot } from '../unit/builders/snapshot.ts'
import { mountPage, readText, type ReaderOptions } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

const REPORT = snapshot('report', '2022-09-09', [figure('2021', '54')])
const MENDED = {
  ...REPORT,
  revision: 2,
  revisionReason: '笔误',
  observations: [figure('2021', '45')],
}
const NEXT = snapshot('next', '2023-05-29', [figure('2022', '44')])
const OTHER = snapshot('other', '2023-06-05', [figure('2022', '43')])
const KNOWN = catalog([indicator('pm25'), indicator('pm10')])

/** One device: what it keeps, and the pages that are opened on it. */
function device() {
  const items = new Map<string, string>()
  const [page, timers] = [new FakePage(), new ManualTimers()]
  const storage = {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => void items.set(name, text),
  }
  const tools: VisitTools = {
    dataset: 'trial',
    getStorage: () => storage,
    document: page.document,
    startTimer: timers.startTimer,
  }
  const open = (
    snapshots: readonly Snapshot[],
    today: string,
    { seq = 1, ...options }: ReaderOptions & { seq?: number } = {},
  ) => {
    const moment = computed(() => ({ today, seq, takenIn: null }))
    const props = { evidence: evidenceOf(snapshots, KNOWN), region: '410800', tools }
    return mountPage(SinceVisit, props, { ...options, provide: { [momentKey]: moment } })
  }
  const see = () => timers.advance(SEEN_AFTER_MS)
  return { items, open, see, tools }
}

describe('the line of news', () => {
  it('is not there on a first visit, nor where nothing is new', async () => {
    const { open, see } = device()
    const first = open([REPORT], '2023-01-01')
    await see()
    expect(first.find('details').exists()).toBe(false)
    first.unmount()
    expect(open([REPORT], '2023-02-01').find('details').exists()).toBe(false)
  })

  it('counts what is new, and lists it with where it stands', async () => {
    const { open, see } = device()
    open([REPORT], '2023-01-01')
    await see()
    const page = open([REPORT, MENDED, NEXT], '2023-06-01', { seq: 2 })
    expect(page.get('summary').text()).toBe('上次来访后：1个新数、1处更正')
    expect(page.get('details').attributes()).not.toHaveProperty('open')
    const text = readText(page.get('dl'))
    expect(text).toContain('2023年1月1日，当时所知截至2022年9月9日')
    expect(text).toContain('文件 next 2023-05-29')
    expect(text).toContain('地区4108002021：54微克/立方米 → 45微克/立方米')
    expect(page.findAll('dt').map((term) => term.text())).toEqual([
      '上次来访',
      '新出处',
      '新数',
      '转录更正',
    ])
    const links = page.findAll('dd a').map((link) => link.attributes('href'))
    expect(new Set(links)).toEqual(new Set(['#/sources/next', '#/indicators/pm25']))
  })

  it('reads in English', async () => {
    const { open, see } = device()
    open([NEXT], '2023-01-01')
    await see()
    const page = open([NEXT, OTHER], '2023-06-10', { seq: 2, lang: 'en' })
    expect(page.get('summary').text()).toBe('1 new since last visit')
    expect(readText(page.get('dl'))).toContain('Region 410800 2022: 44 µg/m³ → 43 µg/m³')
  })

  it('stays for the day, however often the page is opened, and is gone on the next', async () => {
    const { open, see } = device()
    open([REPORT], '2023-01-01').unmount()
    open([REPORT], '2023-01-01')
    await see()
    for (let times = 0; times < 2; times += 1) {
      const page = open([REPORT, NEXT], '2023-06-01', { seq: 2 })
      expect(page.find('details').exists()).toBe(true)
      await see()
      page.unmount()
    }
    expect(open([REPORT, NEXT], '2023-06-02', { seq: 2 }).find('details').exists()).toBe(false)
  })

  it('is not lost by a glance: what was not seen is told again', async () => {
    const { open, see } = device()
    open([REPORT], '2023-01-01')
    await see()
    open([REPORT, NEXT], '2023-06-01', { seq: 2 }).unmount()
    expect(open([REPORT, NEXT], '2023-06-02', { seq: 2 }).find('details').exists()).toBe(true)
  })

  it('grows by what comes while the page is open, from the first visit on', async () => {
    const { open, see } = device()
    const page = open([REPORT], '2023-01-01')
    await see()
    await page.setProps({ evidence: evidenceOf([REPORT, NEXT], KNOWN) })
    expect(page.get('summary').text()).toBe('上次来访后：1个新数')
  })

  it('is never there where storage is refused', async () => {
    const { tools, see } = device()
    const refused = {
      ...tools,
      getStorage: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }
    const moment = computed(() => ({ today: '2023-01-01', seq: 1, takenIn: null }))
    const props = { evidence: evidenceOf([REPORT], KNOWN), region: '410800', tools: refused }
    const page = mountPage(SinceVisit, props, { provide: { [momentKey]: moment } })
    await see()
    await page.setProps({ evidence: evidenceOf([REPORT, NEXT], KNOWN) })
    await nextTick()
    expect(page.find('details').exists()).toBe(false)
  })
})
