/** Whose figures a slide shows, as far as one line can say it. */
import { describe, expect, it } from 'vitest'
import { viewSlide } from '../../src/domain/slides.ts'
import { canvasOf } from '../../src/slides/canvas.ts'
import { slideSourceLine } from '../../src/slides/source-line.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'

const { catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)
const wide = canvasOf({ widthPx: 1920, heightPx: 1080 })

function lineOf(name: string, lang: 'zh' | 'en' = 'zh'): string {
  const slide = viewSlide(name, evidence, { asOf: 'latest', region: '410800' })
  if (!slide) throw new Error(name)
  return slideSourceLine(slide, wide, lang)
}

describe('the line of sources', () => {
  it('names the one document with its place where there is one', () => {
    expect(lineOf('inspection')).toBe(
      '来源：焦作市生态环境局，焦作市贯彻落实省委生态环境保护督察整改情况的报告，2023-05-29，导语',
    )
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
