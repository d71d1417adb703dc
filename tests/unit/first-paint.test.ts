import { runInNewContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import { readText } from './support/source-files.ts'

const SCRIPT = readText('public/first-paint.js')

interface Browser {
  readonly hash?: string
  readonly search?: string
  /** Route's path for which the page was written. */
  readonly page?: string
  readonly stored?: string | null
  readonly storedLang?: string | null
  readonly isDark?: boolean
  readonly isStorageBlocked?: boolean
}

/** What the script leaves on the root element. */
function firstPaint(browser: Browser) {
  const {
    hash = '',
    search = '',
    page,
    stored = null,
    storedLang = null,
    isDark = false,
    isStorageBlocked,
  } = browser
  const kept: Record<string, string | null> = { theme: stored, lang: storedLang }
  const app = { app: './assets/index-1.js', parts: './assets/index-1.js ./assets/page-1.js' }
  const dataset: Record<string, string> = page === undefined ? {} : { page, ...app }
  const preloaded: { href?: string }[] = []
  const root = { lang: 'zh-CN', dataset }
  const world = {
    URLSearchParams,
    URL,
    document: {
      documentElement: root,
      baseURI: 'https://x.cn/',
      createElement: () => ({}),
      head: { append: (link: { href?: string }) => preloaded.push(link) },
    },
    location: { hash, search },
    addEventListener: () => undefined,
    setTimeout: () => 0,
    PerformanceObserver: class {
      observe(): undefined {
        return undefined
      }
    },
    matchMedia: () => ({ matches: isDark }),
    get localStorage() {
      if (isStorageBlocked) throw new DOMException('denied', 'SecurityError')
      return { getItem: (name: string) => kept[name.replace('qinglan-', '')] ?? null }
    },
  }
  runInNewContext(SCRIPT, world)
  return { chosen: { theme: dataset['theme'], lang: root.lang }, dataset, preloaded }
}

describe('before the first paint', () => {
  it('theme and language are those of the address', () => {
    const hash = '#/indicators/pm25?v=2021-01-01&theme=contrast&lang=en'
    expect(firstPaint({ hash, stored: 'dark', isDark: true }).chosen).toEqual({
      theme: 'contrast',
      lang: 'en',
    })
  })

  it('a theme chosen before stands where the address names none', () => {
    expect(firstPaint({ hash: '#/', stored: 'contrast', isDark: true }).chosen.theme).toBe(
      'contrast',
    )
  })

  it('a language chosen before stands where the address names none', () => {
    expect(firstPaint({ hash: '#/', storedLang: 'en' }).chosen.lang).toBe('en')
    expect(firstPaint({ hash: '#/?lang=zh', storedLang: 'en' }).chosen.lang).toBe('zh-CN')
    expect(firstPaint({ storedLang: 'fr' }).chosen.lang).toBe('zh-CN')
  })

  it("the system's choice stands where nothing was chosen", () => {
    expect(firstPaint({ isDark: true }).chosen).toEqual({ theme: 'dark', lang: 'zh-CN' })
    expect(firstPaint({}).chosen).toEqual({ theme: 'light', lang: 'zh-CN' })
  })

  it('names that are no theme or language are passed over', () => {
    const hash = '#/?theme=neon&lang=fr'
    expect(firstPaint({ hash, stored: '<b>' }).chosen).toEqual({ theme: 'light', lang: 'zh-CN' })
  })

  it('blocked storage changes nothing else', () => {
    expect(firstPaint({ isStorageBlocked: true, isDark: true }).chosen.theme).toBe('dark')
  })
})

describe('a page that was written before', () => {
  const isHidden = (browser: Browser) => 'fresh' in firstPaint(browser).dataset

  it.each([
    [{ page: '/' }],
    [{ page: '/', hash: '#/' }],
    [{ page: '/', hash: '#/?theme=dark' }],
    [{ page: '/', hash: '#main' }],
    [{ page: '/indicators/pm25', search: '?theme=contrast' }],
    [{ page: '/indicators/pm25', hash: '#/indicators/pm25' }],
    [{ page: '/', stored: 'dark' }],
  ])('is shown at once for the view that it was written for: %j', (browser) => {
    expect(isHidden(browser)).toBe(false)
  })

  it.each([
    [{ page: '/', hash: '#/indicators/pm25' }],
    [{ page: '/', hash: '#/?lang=en' }],
    [{ page: '/', storedLang: 'en' }],
    [{ page: '/', hash: '#/?v=2021-01-01' }],
    [{ page: '/indicators/pm25', search: '?v=2021-01-01' }],
    [{ page: '/indicators/pm25', search: '?region=410000' }],
  ])('is hidden for another view until the app shows that: %j', (browser) => {
    expect(isHidden(browser)).toBe(true)
  })

  it('is shown after all where the app does not come', async () => {
    // No module can be had in this world, which is what a lost network looks like.
    const { dataset, preloaded } = firstPaint({ page: '/', hash: '#/sources' })
    expect(preloaded.map(({ href }) => href)).toEqual(dataset['parts']?.split(' '))
    expect(dataset).toHaveProperty('fresh')
    await vi.waitFor(() => expect(dataset).not.toHaveProperty('fresh'))
  })

  it('asks for nothing before it is painted', () => {
    expect(firstPaint({ page: '/' }).preloaded).toEqual([])
  })

  it('was not written where the server of the developers stands', () => {
    expect(isHidden({ hash: '#/indicators/pm25' })).toBe(false)
  })
})
