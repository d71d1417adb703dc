import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
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
  const dataset: Record<string, string> = page === undefined ? {} : { page }
  const root = { lang: 'zh-CN', dataset }
  const listeners: (() => void)[] = []
  const world = {
    URLSearchParams,
    document: { documentElement: root },
    location: { hash, search },
    addEventListener: (_: string, hear: () => void) => listeners.push(hear),
    matchMedia: () => ({ matches: isDark }),
    get localStorage() {
      if (isStorageBlocked) throw new DOMException('denied', 'SecurityError')
      return { getItem: (name: string) => kept[name.replace('qinglan-', '')] ?? null }
    },
  }
  runInNewContext(SCRIPT, world)
  return { chosen: { theme: dataset['theme'], lang: root.lang }, dataset, listeners }
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

  it('is shown after all where the app does not come', () => {
    const { dataset, listeners } = firstPaint({ page: '/', hash: '#/sources' })
    expect(dataset).toHaveProperty('fresh')
    listeners.forEach((hear) => hear())
    expect(dataset).not.toHaveProperty('fresh')
  })

  it('was not written where the server of the developers stands', () => {
    expect(isHidden({ hash: '#/indicators/pm25' })).toBe(false)
  })
})
