/** The element in somebody else's page: what stands in it stays until the panel is whole. */
import { Window } from 'happy-dom'
import { describe, expect, it } from 'vitest'
import { definePanel } from '../../src/embed/panel-element.ts'
import { PanelPage } from '../../src/embed/panel-page.ts'
import { FakePage } from '../fixtures/feed/fake-page.ts'
import { ManualTimers, settle } from '../fixtures/feed/manual-timers.ts'

type PageWindow = globalThis.Window & typeof globalThis

const BASE = 'https://app.example/q/'

/** A made-up file of a panel, as render-embeds.ts writes them. */
function fileOf(id: string, lang: string): string {
  const tag = lang === 'en' ? 'en' : 'zh-CN'
  return (
    `<!doctype html><html><body><div class="embed-root" lang="${tag}" data-theme="light" ` +
    `data-embed="${id}" data-language="${lang}" data-seq="1" data-until="2024-06-03" data-home="410800" ` +
    'data-due="" data-generation="../assets/generation-1.json" data-integrity="sha256-x">' +
    `<div class="embed-live"><a href="../indicators/${id}.html">${id} ${lang}</a></div>` +
    '<p class="embed-aside" hidden></p></div></body></html>'
  )
}

/** A page of its own with the element defined in it, and a server that does as the test says. */
class HostPage {
  readonly window = new Window({ url: 'https://host.example/' }) as unknown as PageWindow
  readonly timers = new ManualTimers(20)
  readonly page = new FakePage()
  readonly asked: string[] = []
  readonly observers = new Set<unknown>()
  /** Answers wait while true. */
  isHeld = false
  isDown = false
  canHaveSheet = true
  opened = 0
  readonly #waiting: (() => void)[] = []

  constructor() {
    const { window, asked, observers } = this
    const answer = (run: () => void) => {
      if (this.isHeld) this.#waiting.push(run)
      else setImmediate(run)
    }
    const isThere = (url: string) => !this.isDown && /\/embed\/(pm25|days)(\.en)?\.html$/.test(url)
    class Request {
      responseType = ''
      status = 0
      responseXML: Document | null = null
      onload = (): void => undefined
      onerror = (): void => undefined
      onabort = (): void => undefined
      #url = ''
      #isOver = false
      open(_: string, url: string): void {
        this.#url = url
        asked.push(url.replace(BASE, ''))
      }
      send(): void {
        answer(() => {
          if (this.#isOver) return
          const [, id = '', english] = /([a-z0-9]+)(\.en)?\.html$/.exec(this.#url) ?? []
          this.status = isThere(this.#url) ? 200 : 404
          const text = this.status === 200 ? fileOf(id, english ? 'en' : 'zh') : '<p>404</p>'
          this.responseXML = new window.DOMParser().parseFromString(text, 'text/html')
          this.onload()
        })
      }
      abort(): void {
        this.#isOver = true
        this.onabort()
      }
    }
    class Observer {
      observe(): void {
        observers.add(this)
      }
      disconnect(): void {
        observers.delete(this)
      }
    }
    Object.assign(window, { XMLHttpRequest: Request, ResizeObserver: Observer })
    definePanel({
      window,
      baseUrl: BASE,
      page: new PanelPage({
        readServerSeq: () => Promise.resolve(1),
        loadLive: () => {
          this.opened += 1
          return Promise.reject(new Error('not in this test'))
        },
        today: () => '2024-07-01',
        polling: this.page.polling(this.timers),
        report: () => undefined,
      }),
      sheet: () =>
        this.canHaveSheet
          ? Promise.resolve(new window.CSSStyleSheet())
          : Promise.reject(new Error('no sheets in this engine')),
    })
  }

  async letIn(): Promise<void> {
    this.isHeld = false
    for (const run of this.#waiting.splice(0)) run()
    await settle(20)
  }

  async put(attributes: Readonly<Record<string, string>>, lang = 'zh-CN'): Promise<HTMLElement> {
    const { document } = this.window
    document.documentElement.lang = lang
    const element = document.createElement('qinglan-panel')
    element.textContent = '代替的表'
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    document.body.append(element)
    await settle(20)
    return element
  }
}

/** What a reader sees: the panel, or what stands inside the element. */
function seen(element: HTMLElement): string {
  const { shadowRoot } = element
  if (!shadowRoot || shadowRoot.querySelector('slot')) return element.textContent
  return shadowRoot.querySelector('.embed-live')?.textContent ?? ''
}

describe('the element', () => {
  it('shows the panel that was written, with its links in full', async () => {
    const host = new HostPage()
    const element = await host.put({ indicator: 'pm25' })
    expect(seen(element)).toBe('pm25 zh')
    expect(element.shadowRoot?.querySelector('a')?.getAttribute('href')).toBe(
      `${BASE}indicators/pm25.html`,
    )
    expect(host.asked).toEqual(['embed/pm25.html'])
    expect(host.opened).toBe(0)
  })

  it('speaks the language of the page around, or the one that is written', async () => {
    const host = new HostPage()
    expect(seen(await host.put({ indicator: 'pm25' }, 'en-GB'))).toBe('pm25 en')
    expect(seen(await host.put({ indicator: 'pm25', lang: 'zh' }, 'en-GB'))).toBe('pm25 zh')
  })

  it('takes theme and day into the panel, and says what it does not understand', async () => {
    const host = new HostPage()
    const element = await host.put({ indicator: 'pm25', theme: 'dark', region: '焦作' })
    const root = element.shadowRoot?.querySelector<HTMLElement>('.embed-root')
    expect(root?.dataset['theme']).toBe('dark')
    expect(root?.querySelector('.embed-aside')?.textContent).toBe('region=焦作 不能识别，未采用')
  })
})

describe('what stands inside the element', () => {
  it.each([
    ['there is no such panel', { indicator: 'none' }, 1],
    ['no indicator is named', {}, 0],
    ['the name is no name', { indicator: '../../evil' }, 0],
    ['the name leads elsewhere', { indicator: '//evil.example/x' }, 0],
  ])('stays where %s', async (_, attributes, requests) => {
    const host = new HostPage()
    const element = await host.put(attributes)
    expect([seen(element), host.asked.length]).toEqual(['代替的表', requests])
    expect(element.shadowRoot).toBeNull()
  })

  it('stays in an engine that has no sheets for shadow roots', async () => {
    const host = new HostPage()
    host.canHaveSheet = false
    const element = await host.put({ indicator: 'pm25' })
    expect([seen(element), element.shadowRoot]).toEqual(['代替的表', null])
  })

  it('stays until the panel is whole', async () => {
    const host = new HostPage()
    host.isHeld = true
    const element = await host.put({ indicator: 'pm25' })
    expect(seen(element)).toBe('代替的表')
    await host.letIn()
    expect(seen(element)).toBe('pm25 zh')
  })

  it('is seen again where the element comes back and its panel cannot be had any more', async () => {
    const host = new HostPage()
    const element = await host.put({ indicator: 'pm25' })
    element.remove()
    expect(seen(element)).toBe('代替的表')
    host.isDown = true
    host.window.document.body.append(element)
    await settle(20)
    expect(seen(element)).toBe('代替的表')
  })

  it('is seen again where another indicator is asked for that cannot be had', async () => {
    const host = new HostPage()
    const element = await host.put({ indicator: 'pm25' })
    element.setAttribute('indicator', 'none')
    await settle(20)
    expect(seen(element)).toBe('代替的表')
  })
})

describe('attributes that change', () => {
  it('change the panel', async () => {
    const host = new HostPage()
    const element = await host.put({ indicator: 'pm25' })
    element.setAttribute('indicator', 'days')
    await settle(20)
    expect(seen(element)).toBe('days zh')
    element.setAttribute('lang', 'en')
    await settle(20)
    expect(seen(element)).toBe('days en')
    expect(host.observers.size).toBe(1)
  })

  it('change nothing where they are set to what they are', async () => {
    const host = new HostPage()
    const element = await host.put({ indicator: 'pm25' })
    element.setAttribute('indicator', 'pm25')
    await settle(20)
    expect(host.asked).toHaveLength(1)
  })

  it('one after the other end with the last, whatever comes back first', async () => {
    const host = new HostPage()
    host.isHeld = true
    const element = await host.put({ indicator: 'pm25' })
    for (const id of ['days', 'none', 'pm25', 'days']) element.setAttribute('indicator', id)
    await host.letIn()
    expect(seen(element)).toBe('days zh')
    expect(host.observers.size).toBe(1)
  })

  it('leave the panel that stands where the line is down', async () => {
    const host = new HostPage()
    const element = await host.put({ indicator: 'pm25' })
    host.isDown = true
    element.setAttribute('theme', 'dark')
    await settle(20)
    expect(seen(element)).toBe('pm25 zh')
  })
})

describe('an element that is removed', () => {
  it('while it loads leaves nothing behind', async () => {
    const host = new HostPage()
    host.isHeld = true
    const element = await host.put({ indicator: 'pm25' })
    element.remove()
    await host.letIn()
    expect(element.shadowRoot).toBeNull()
    expect([host.observers.size, host.timers.pending]).toEqual([0, 0])
  })

  it('and put back, time and again, is one panel in the end and none when it is gone', async () => {
    const host = new HostPage()
    const element = await host.put({ indicator: 'pm25' })
    for (let n = 0; n < 20; n += 1) {
      element.remove()
      host.window.document.body.append(element)
    }
    await settle(40)
    expect([seen(element), host.observers.size, host.timers.pending]).toEqual(['pm25 zh', 1, 1])
    element.remove()
    await settle(20)
    expect([host.observers.size, host.timers.pending]).toEqual([0, 0])
    expect([host.page.document.listeners, host.page.window.listeners]).toEqual([0, 0])
  })

  it('and moved elsewhere goes on there', async () => {
    const host = new HostPage()
    const element = await host.put({ indicator: 'pm25' })
    const place = host.window.document.createElement('section')
    host.window.document.body.append(place)
    place.append(element)
    await settle(20)
    expect([seen(element), host.observers.size]).toEqual(['pm25 zh', 1])
  })
})

describe('the script', () => {
  it('may stand in a page twice', () => {
    const host = new HostPage()
    const define = () =>
      definePanel({
        window: host.window,
        baseUrl: BASE,
        page: {} as PanelPage,
        sheet: () => Promise.reject(new Error()),
      })
    expect(define).not.toThrow()
  })
})
