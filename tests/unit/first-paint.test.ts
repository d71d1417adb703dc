import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { readText } from './support/source-files.ts'

const SCRIPT = readText('public/first-paint.js')

interface Browser {
  readonly hash?: string
  readonly stored?: string | null
  readonly storedLang?: string | null
  readonly isDark?: boolean
  readonly isStorageBlocked?: boolean
}

/** What the script leaves on the root element. */
function firstPaint(browser: Browser) {
  const { hash = '', stored = null, storedLang = null, isDark = false, isStorageBlocked } = browser
  const kept: Record<string, string | null> = { theme: stored, lang: storedLang }
  const root = { lang: 'zh-CN', dataset: { theme: '' } }
  const world = {
    URLSearchParams,
    document: { documentElement: root },
    location: { hash },
    matchMedia: () => ({ matches: isDark }),
    get localStorage() {
      if (isStorageBlocked) throw new DOMException('denied', 'SecurityError')
      return { getItem: (name: string) => kept[name.replace('qinglan-', '')] ?? null }
    },
  }
  runInNewContext(SCRIPT, world)
  return { theme: root.dataset.theme, lang: root.lang }
}

describe('before the first paint', () => {
  it('theme and language are those of the address', () => {
    const hash = '#/indicators/pm25?v=2021-01-01&theme=contrast&lang=en'
    expect(firstPaint({ hash, stored: 'dark', isDark: true })).toEqual({
      theme: 'contrast',
      lang: 'en',
    })
  })

  it('a theme chosen before stands where the address names none', () => {
    expect(firstPaint({ hash: '#/', stored: 'contrast', isDark: true }).theme).toBe('contrast')
  })

  it('a language chosen before stands where the address names none', () => {
    expect(firstPaint({ hash: '#/', storedLang: 'en' }).lang).toBe('en')
    expect(firstPaint({ hash: '#/?lang=zh', storedLang: 'en' }).lang).toBe('zh-CN')
    expect(firstPaint({ storedLang: 'fr' }).lang).toBe('zh-CN')
  })

  it("the system's choice stands where nothing was chosen", () => {
    expect(firstPaint({ isDark: true })).toEqual({ theme: 'dark', lang: 'zh-CN' })
    expect(firstPaint({})).toEqual({ theme: 'light', lang: 'zh-CN' })
  })

  it('names that are no theme or language are passed over', () => {
    const hash = '#/?theme=neon&lang=fr'
    expect(firstPaint({ hash, stored: '<b>' })).toEqual({ theme: 'light', lang: 'zh-CN' })
  })

  it('blocked storage changes nothing else', () => {
    expect(firstPaint({ isStorageBlocked: true, isDark: true }).theme).toBe('dark')
  })
})
