/** What is decided before the one file paints anything. */
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { readText } from './support/source-files.ts'

const SCRIPT = readText('public/one-file-first-paint.js')

interface Style {
  readonly dataset: Readonly<Record<string, string>>
  media: string
}

function firstPaint(hash: string, { page = '/', isDark = false } = {}) {
  const styles: Style[] = [
    { door: 'desk' },
    { door: 'desk', sheet: 'app' },
    { door: 'desk', sheet: 'overview' },
    { door: 'desk', sheet: 'sources' },
    { door: 'desk', medium: 'print' },
    { door: 'wall' },
  ].map((dataset) => ({ dataset: dataset as unknown as Record<string, string>, media: '' }))
  const dataset: Record<string, string> = page === '' ? {} : { page }
  const root = { lang: 'zh-CN', dataset }
  runInNewContext(SCRIPT, {
    URLSearchParams,
    location: { hash },
    matchMedia: () => ({ matches: isDark }),
    document: { documentElement: root, querySelectorAll: () => styles },
    get localStorage() {
      throw new Error('storage of a file is everybody’s')
    },
  })
  return { dataset, lang: root.lang, media: styles.map(({ media }) => media) }
}

describe('before the first paint', () => {
  it('the overview that was written stands, with the sheets of its page', () => {
    const { dataset, media } = firstPaint('')
    expect(dataset['fresh']).toBeUndefined()
    expect(dataset['theme']).toBe('light')
    expect(media).toEqual(['all', 'all', 'all', 'not all', 'print', 'not all'])
  })

  it.each(['#/indicators/pm25', '#/?v=2021-01-01', '#/?region=410000', '#/?lang=en', '#/wall'])(
    'another view than the one that was written hides it: %s',
    (hash) => {
      expect(firstPaint(hash).dataset['fresh']).toBe('')
    },
  )

  it('a file without a written page shows nothing that is not there', () => {
    const { dataset, media } = firstPaint('', { page: '' })
    expect(dataset['fresh']).toBe('')
    expect(media.slice(0, 3)).toEqual(['all', 'all', 'not all'])
  })

  it('the wall has its own sheet alone, and is dark', () => {
    const { dataset, media } = firstPaint('#/wall?dwell=20')
    expect(dataset['theme']).toBe('dark')
    expect(media).toEqual([...Array<string>(5).fill('not all'), 'all'])
  })

  it('theme and language are those of the address, else of the system', () => {
    expect(firstPaint('#/?theme=contrast').dataset['theme']).toBe('contrast')
    expect(firstPaint('#/?theme=pink', { isDark: true }).dataset['theme']).toBe('dark')
    expect(firstPaint('#/?lang=en').lang).toBe('en')
  })
})
