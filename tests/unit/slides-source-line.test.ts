/** Whose figures a slide shows, as far as one line can say it. */
import { describe, expect, it } from 'vitest'
import { comparableBefore } from '../../src/domain/series.ts'
import { viewSlide } from '../../src/domain/slides.ts'
import { arrangeNews } from '../../src/slides/arrange-news.ts'
import { canvasOf } from '../../src/slides/canvas.ts'
import { slideSourceLine } from '../../src/slides/source-line.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const { catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)
const wide = canvasOf({ widthPx: 1920, heightPx: 1080 })

function lineOf(name: string, lang: 'zh' | 'en' = 'zh'): string {
  const slide = viewSlide(name, evidence, { asOf: 'latest', region: '410800' })
  if (!slide) throw new Error(name)
  return slideSourceLine(slide, wide, lang)
}

describe('the line of sources', () => {
  it('names the documents of both rounds of inspection', () => {
    expect(lineOf('inspection')).toBe('来源：焦作市生态环境局2023-05-29；焦作市人民政府2019-11-15')
  })

  it('names the one document with its title where all figures are of it', () => {
    expect(lineOf('transport')).toBe(
      '来源：焦作市生态环境局，焦作市贯彻落实省委生态环境保护督察整改情况的报告，2023-05-29',
    )
  })

  it('names the documents of the earlier values that stand in rows', () => {
    const slide = viewSlide('news', evidence, { asOf: 'latest', region: '410800' })
    const rows = slide?.kind === 'news' ? arrangeNews(slide, wide, 'zh').rows : []
    const before = rows.flatMap(({ main, headline }) => {
      const earlier = main && headline && comparableBefore(main, headline)
      return earlier ? [earlier.source.published] : []
    })
    expect(before.length).toBeGreaterThan(1)
    const line = lineOf('news')
    for (const day of ['2023-05-29', ...before]) expect(line).toContain(day)
  })

  it('does not pass the figures of other documents in a picture off as those of the large ones', () => {
    const line = lineOf('air')
    expect(line).toMatch(
      /^来源：焦作市生态环境局2022-09-09、2021-01-23；图中另有\d+份出处。空心为推算/,
    )
    expect(lineOf('air', 'en')).toMatch(/; \d+ further documents in the picture/)
  })

  it('names no document twice', () => {
    const line = lineOf('energy')
    expect(line.match(/2023-05-29/g)).toHaveLength(1)
  })
})

/** Made-up figures, for this test only. */
describe('the line of sources of made-up slides', () => {
  it('names the document of a target that is drawn, and that of an earlier year', () => {
    const made = evidenceOf([
      snapshot('old', '2020-02-01', [figure('2018', '60'), figure('2019', '55')]),
      snapshot('new', '2022-02-01', [figure('2020', '50'), figure('2021', '45')]),
      snapshot('plan', '2021-06-01', [], { targets: [target('2025', 40)], publisher: '某市' }),
    ])
    const slide = viewSlide('pm25', made, { asOf: 'latest', region: '410800' })
    if (!slide) throw new Error('no slide')
    expect(slideSourceLine(slide, wide, 'zh')).toBe(
      '来源：焦作市生态环境局2022-02-01、2020-02-01；某市2021-06-01',
    )
  })

  it('counts what does not fit, and says whether it stands in the picture or beside', () => {
    const years = Array.from({ length: 12 }, (_, i) => String(2010 + i))
    const made = evidenceOf(
      years.map((year, i) =>
        snapshot(`a${year}`, `${Number(year) + 1}-02-01`, [figure(year, String(60 - i))], {
          publisher: `某市生态环境局第${i}处`,
        }),
      ),
    )
    const slide = viewSlide('pm25', made, { asOf: 'latest', region: '410800' })
    if (!slide) throw new Error('no slide')
    const line = slideSourceLine(slide, wide, 'zh')
    expect(line).toMatch(/^来源：某市生态环境局第11处2022-02-01；/)
    expect(line).toMatch(/图中另有10份出处$/)
  })
})
