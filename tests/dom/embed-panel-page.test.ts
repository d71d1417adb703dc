/** What wakes the panels of a page, and what lets them sleep again. */
import { afterEach, describe, expect, it } from 'vitest'
import { readChoice } from '../../src/embed/embed-choice.ts'
import type { EmbedFacts } from '../../src/embed/embed-facts.ts'
import type { Live, LiveOrder } from '../../src/embed/live.ts'
import { asideLines, PanelPage } from '../../src/embed/panel-page.ts'
import { FakePage } from '../fixtures/feed/fake-page.ts'
import { ManualTimers, settle } from '../fixtures/feed/manual-timers.ts'

const MINUTE = 60_000
const FACTS: EmbedFacts = {
  indicator: 'pm25',
  lang: 'zh',
  seq: 3,
  knownUntil: '2024-06-03',
  home: '410800',
  dueDay: '',
  generation: { url: 'https://app.example/assets/generation-1.json', integrity: 'sha256-x' },
}

/** A server, a live part and a clock that do as the test says, and note what is asked of them. */
class FakeTools {
  readonly timers = new ManualTimers(20)
  readonly page = new FakePage()
  readonly log: string[] = []
  readonly errors: unknown[] = []
  /** Whether a reader was there, of each panel that was opened. */
  readonly touchedAtOpening: boolean[] = []
  serverSeq: number | null = 3
  day = '2024-07-01'
  canLoad = true
  canOpen = true
  isTaken = true

  readonly live: Live = {
    open: ({ facts }: LiveOrder, isTouched: boolean) => {
      this.touchedAtOpening.push(isTouched)
      this.log.push(`open ${facts.indicator}`)
      const panel = {
        touch: () => void this.log.push(`touch ${facts.indicator}`),
        close: () => void this.log.push(`close ${facts.indicator}`),
      }
      return Promise.resolve(this.canOpen ? panel : null)
    },
    check: () => {
      this.log.push('check')
      return Promise.resolve(this.isTaken)
    },
  }

  readonly panels = new PanelPage({
    readServerSeq: () => {
      this.log.push('look')
      return Promise.resolve(this.serverSeq)
    },
    loadLive: () => {
      this.log.push('load')
      return this.canLoad ? Promise.resolve(this.live) : Promise.reject(new Error('no line'))
    },
    today: () => this.day,
    polling: this.page.polling(this.timers),
    report: (error) => this.errors.push(error),
  })

  /** Puts a panel into the page and lets everything that this starts run. */
  async add(
    facts: Partial<EmbedFacts> = {},
    fields: Readonly<Record<string, string>> = {},
  ): Promise<{ root: HTMLElement; leave: () => void; aside: HTMLElement }> {
    const root = document.createElement('div')
    const aside = document.createElement('p')
    aside.className = 'embed-aside'
    aside.hidden = true
    root.append(aside)
    document.body.append(root)
    const choice = readChoice((name) => fields[name] ?? null)
    const leave = this.panels.add({ root, facts: { ...FACTS, ...facts }, choice })
    await settle(20)
    return { root, leave, aside }
  }

  /** What happened since the last time. */
  taken(): string[] {
    return this.log.splice(0)
  }
}

async function touch(root: HTMLElement, kind = 'pointerover'): Promise<void> {
  root.dispatchEvent(new Event(kind, { bubbles: true }))
  await settle(20)
}

afterEach(() => document.body.replaceChildren())

describe('a panel that nobody touches', () => {
  it('costs its page one look at the manifest, and one every five minutes', async () => {
    const tools = new FakeTools()
    await tools.add()
    expect(tools.taken()).toEqual(['look'])
    await tools.timers.advance(15 * MINUTE)
    expect(tools.taken()).toEqual(['look', 'look', 'look'])
  })

  it('costs no more beside nine others', async () => {
    const tools = new FakeTools()
    for (let n = 0; n < 10; n += 1) await tools.add({ indicator: `i${n}` })
    await tools.timers.advance(5 * MINUTE)
    expect(tools.taken()).toEqual(['look', 'look'])
  })

  it('is shown in the theme that was chosen', async () => {
    const tools = new FakeTools()
    const { root } = await tools.add({}, { theme: 'contrast' })
    expect([root.dataset['theme'], tools.taken()]).toEqual(['contrast', ['look']])
  })
})

describe('a panel wakes', () => {
  it.each(['pointerover', 'pointerdown', 'focusin'])('on touch, once: %s', async (kind) => {
    const tools = new FakeTools()
    const { root } = await tools.add()
    tools.taken()
    await touch(root, kind)
    await touch(root, kind)
    await touch(root, 'pointerdown')
    expect(tools.taken()).toEqual(['load', 'open pm25', 'touch pm25'])
  })

  it('by itself; the others of its page go on sleeping, and share its code later', async () => {
    const tools = new FakeTools()
    const { root } = await tools.add()
    const other = await tools.add({ indicator: 'days' })
    tools.taken()
    await touch(root)
    expect(tools.taken()).toEqual(['load', 'open pm25', 'touch pm25'])
    await touch(other.root)
    expect(tools.taken()).toEqual(['open days', 'touch days'])
  })

  it('knowing whether a reader is there, so that no picture is taken from before his eyes', async () => {
    const tools = new FakeTools()
    const { root } = await tools.add()
    await touch(root)
    await tools.add({}, { region: '410000' })
    expect(tools.touchedAtOpening).toEqual([true, false])
  })

  it.each([
    ['another region', {}, { region: '410000' }],
    ['an earlier day', {}, { v: '2021-01-01' }],
    ['a figure that is late', { dueDay: '2024-06-30' }, {}],
  ])('without touch where it is asked for %s', async (_, facts, fields) => {
    const tools = new FakeTools()
    await tools.add(facts, fields)
    expect(tools.taken()).toEqual(expect.arrayContaining(['load', 'open pm25']))
    expect(tools.log).not.toContain('touch pm25')
  })

  it.each([
    ['its own region', {}, { region: '410800' }],
    ['a day on which all was known', {}, { v: '2024-06-03' }],
    ['a figure that is due today', { dueDay: '2024-07-01' }, {}],
    ['a figure that is late, on a pinned day', { dueDay: '2024-06-30' }, { v: '2024-06-20' }],
  ])('only on touch where it is asked for %s', async (_, facts, fields) => {
    const tools = new FakeTools()
    await tools.add(facts, fields)
    expect(tools.taken()).toEqual(['look'])
  })

  it('with the day from which its figure is late, in a page that stays open', async () => {
    const tools = new FakeTools()
    await tools.add({ dueDay: '2024-07-01' })
    tools.taken()
    tools.day = '2024-07-02'
    await tools.timers.advance(5 * MINUTE)
    expect(tools.taken()).toEqual(['look', 'load', 'open pm25'])
  })
})

describe('newer data', () => {
  it('wake what was written from older ones, and are taken in once', async () => {
    const tools = new FakeTools()
    await tools.add()
    await tools.add({ indicator: 'fresh', seq: 4 })
    tools.taken()
    tools.serverSeq = 4
    await tools.timers.advance(10 * MINUTE)
    expect(tools.taken()).toEqual(['look', 'load', 'open pm25', 'check', 'look'])
  })

  it('are taken in again and again, as they come', async () => {
    const tools = new FakeTools()
    await tools.add()
    for (const seq of [4, 5, 6]) {
      tools.serverSeq = seq
      await tools.timers.advance(5 * MINUTE)
    }
    expect(tools.taken().filter((step) => step === 'check')).toHaveLength(3)
  })

  it('reach a panel that comes into the page later', async () => {
    const tools = new FakeTools()
    await tools.add({ indicator: 'fresh', seq: 4 })
    tools.serverSeq = 4
    await tools.timers.advance(5 * MINUTE)
    tools.taken()
    await tools.add({ seq: 3 })
    expect(tools.taken()).toEqual(['load', 'open pm25', 'check'])
  })

  it('are asked for again soon where they were refused, and what stands meanwhile stays', async () => {
    const tools = new FakeTools()
    await tools.add()
    tools.serverSeq = 4
    tools.isTaken = false
    await tools.timers.advance(5 * MINUTE)
    await tools.timers.advance(5000)
    tools.isTaken = true
    await tools.timers.advance(10_000)
    await tools.timers.advance(20 * MINUTE)
    expect(tools.taken().filter((step) => step === 'check')).toHaveLength(3)
    expect(tools.log).not.toContain('close pm25')
  })

  it('are not missed after a manifest that promised too much for a moment', async () => {
    const tools = new FakeTools()
    await tools.add()
    tools.serverSeq = 9_999_999
    tools.isTaken = false
    await tools.timers.advance(5 * MINUTE)
    tools.serverSeq = 3
    await tools.timers.advance(5 * MINUTE)
    tools.taken()
    tools.serverSeq = 4
    tools.isTaken = true
    await tools.timers.advance(5 * MINUTE)
    expect(tools.taken()).toContain('check')
  })
})

describe('what fails', () => {
  it('is tried again at the next touch, and nobody around hears of it', async () => {
    const tools = new FakeTools()
    const { root } = await tools.add()
    tools.taken()
    tools.canLoad = false
    await touch(root)
    await touch(root)
    expect(tools.taken()).toEqual(['load', 'load'])
    expect(tools.errors).toHaveLength(2)
    tools.canLoad = true
    await touch(root)
    expect(tools.taken()).toEqual(['load', 'open pm25', 'touch pm25'])
  })

  it('is tried again where the data could not be had', async () => {
    const tools = new FakeTools()
    const { root } = await tools.add()
    tools.canOpen = false
    await touch(root)
    tools.canOpen = true
    tools.taken()
    await touch(root)
    expect(tools.taken()).toEqual(['open pm25', 'touch pm25'])
  })

  it('is tried again by itself where another view is asked for', async () => {
    const tools = new FakeTools()
    tools.canLoad = false
    await tools.add({}, { v: '2021-01-01' })
    tools.canLoad = true
    tools.taken()
    await tools.timers.advance(5000)
    expect(tools.taken()).toEqual(['look', 'load', 'open pm25'])
  })

  it('is the line: the look is taken again soon, then less often', async () => {
    const tools = new FakeTools()
    tools.serverSeq = null
    await tools.add()
    await tools.timers.advance(MINUTE)
    expect(tools.taken()).toEqual(['look', 'look', 'look', 'look'])
    expect(tools.errors).toEqual([])
  })
})

describe('a panel that leaves', () => {
  it('takes its life along, and the last one the looks, timers and listeners', async () => {
    const tools = new FakeTools()
    const first = await tools.add()
    const second = await tools.add({ indicator: 'days' })
    await touch(first.root)
    first.leave()
    await settle(20)
    expect(tools.taken().slice(-1)).toEqual(['close pm25'])
    await tools.timers.advance(5 * MINUTE)
    expect(tools.taken()).toEqual(['look'])
    second.leave()
    await tools.timers.advance(60 * MINUTE)
    expect(tools.taken()).toEqual([])
    const { document, window } = tools.page
    expect([tools.timers.pending, document.listeners, window.listeners]).toEqual([0, 0, 0])
  })

  it('hears of no touch any more', async () => {
    const tools = new FakeTools()
    const { root, leave } = await tools.add()
    leave()
    tools.taken()
    await touch(root)
    expect(tools.taken()).toEqual([])
  })

  it('while its code is on its way is not opened', async () => {
    const tools = new FakeTools()
    const { root, leave } = await tools.add()
    tools.taken()
    root.dispatchEvent(new Event('pointerover'))
    leave()
    await settle(20)
    expect(tools.taken().filter((step) => step.startsWith('touch'))).toEqual([])
    expect(tools.timers.pending).toBe(0)
  })

  it('while a look is on its way starts no timer again', async () => {
    const tools = new FakeTools()
    const { leave } = await tools.add()
    tools.page.window.dispatchEvent(new Event('online'))
    leave()
    await settle(20)
    expect(tools.timers.pending).toBe(0)
  })

  it('may be followed by another one, which is looked after like the first', async () => {
    const tools = new FakeTools()
    const first = await tools.add()
    first.leave()
    tools.taken()
    const { root } = await tools.add()
    await touch(root)
    expect(tools.taken()).toEqual(['look', 'load', 'open pm25', 'touch pm25'])
  })
})

describe('beneath a panel', () => {
  it('stands the day to which it is pinned, and what was not understood', async () => {
    const fields = { v: '2021-01-01', theme: 'night' }
    const zh = await new FakeTools().add({}, fields)
    expect([zh.aside.hidden, zh.aside.textContent]).toEqual([
      false,
      '按2021-01-01所知；theme=night 不能识别，未采用',
    ])
    const choice = readChoice((name) => ({ ...fields, lang: 'en' })[name] ?? null)
    expect(asideLines(choice)).toEqual([
      'As known on 2021-01-01',
      'theme=night is not understood and was not used',
    ])
  })

  it('stands nothing where there is nothing to say', async () => {
    const { aside } = await new FakeTools().add()
    expect([aside.hidden, aside.textContent]).toEqual([true, ''])
  })
})
