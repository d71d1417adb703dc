/** What is new has room for as much as its own texts leave: nothing is cut, however long they are. */
import { describe, expect, it } from 'vitest'
import { viewSlide, type NewsSlide } from '../../src/domain/slides.ts'
import { arrangeNews } from '../../src/slides/arrange-news.ts'
import { canvasOf } from '../../src/slides/canvas.ts'
import { dwellMs } from '../../src/slides/dwell.ts'
import { slideSourceLine } from '../../src/slides/source-line.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const SCREENS = [
  [1920, 1080],
  [3840, 1080],
  [6656, 1792],
  [1080, 1920],
  [375, 812],
] as const
const COUNT = 14

function canvas([widthPx, heightPx]: readonly [number, number]) {
  return canvasOf({ widthPx, heightPx })
}

/** Made-up documents with `length` characters in every title and every name, for this test only. */
function newsOf(length: number): NewsSlide {
  const long = (start: string) => start + '某项工作'.repeat(length).slice(0, length - start.length)
  const ids = Array.from({ length: COUNT }, (_, i) => `pm25-${i}`)
  const names = ids.map((id, i) =>
    indicator(id, { name: { zh: long(`第${i}项`), en: `Made-up work no. ${i} `.repeat(3) } }),
  )
  const documents = ['a', 'b', 'c', 'd'].map((id, i) =>
    snapshot(
      id,
      `202${i}-12-31`,
      ids.map((each, k) => figure(`202${i}`, String(50 + k + i), { indicator: each })),
      { title: long(`关于${id}的通知`), publisher: '某省某市某局' },
    ),
  )
  const evidence = evidenceOf(documents, catalog(names))
  const slide = viewSlide('news', evidence, { asOf: 'latest', region: '410800' })
  if (slide?.kind !== 'news') throw new Error('no news')
  return slide
}

const brief = newsOf(8)
const lengthy = newsOf(70)

describe('the slide of what is new', () => {
  it.each(SCREENS)(
    'shows fewer rows on %i×%i where names are long, and tells of the rest',
    (...size) => {
      const [short, long] = [brief, lengthy].map((slide) => arrangeNews(slide, canvas(size), 'zh'))
      if (!short || !long) throw new Error('nothing arranged')
      expect(long.rows.length).toBeGreaterThan(0)
      expect(long.rows.length).toBeLessThan(short.rows.length)
      expect(long.left).toBe(COUNT - long.rows.length)
      expect(short.left).toBe(COUNT - short.rows.length)
    },
  )

  it('sets a long title smaller, and gives up other documents before it becomes too small', () => {
    const wide = canvas([1920, 1080])
    expect(arrangeNews(brief, wide, 'zh')).toMatchObject({ titleSize: 56, daySize: 208 })
    expect(arrangeNews(brief, wide, 'zh').others).toHaveLength(3)
    const long = arrangeNews(lengthy, wide, 'zh')
    expect(long.titleSize).toBeGreaterThanOrEqual(46)
    expect(long.others.length).toBeLessThan(3)
  })

  it('stands as long as the rows that are really shown want', () => {
    const wide = canvas([1920, 1080])
    const [short, long] = [brief, lengthy].map((slide) => ({
      rows: arrangeNews(slide, wide, 'zh').rows.length,
      ms: dwellMs(slide, wide, null),
    }))
    if (!short || !long) throw new Error('nothing arranged')
    expect(short.ms - long.ms).toBe(1500 * (short.rows - long.rows))
  })

  it('names its own document where no figure of it has a row', () => {
    const none: NewsSlide = { ...brief, news: { ...brief.news, rows: [], changed: 0 } }
    const wide = canvas([1920, 1080])
    expect(arrangeNews(none, wide, 'zh').rows).toEqual([])
    expect(slideSourceLine(none, wide, 'zh')).toContain('2023-12-31')
  })

  it('counts the indicators that differ from the figure before', () => {
    expect(brief.news.changed).toBe(COUNT)
  })
})
