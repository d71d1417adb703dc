/** Words of slides that stand beside pictures and days. */
import { describe, expect, it } from 'vitest'
import type { Parts } from '../../src/domain/parts.ts'
import { partByScript } from '../../src/text/script-parts.ts'
import { formatNewsCounts, formatNewsDay, formatNewsLeft } from '../../src/text/slide-news-text.ts'
import { describeSquares, describeTaskSquares } from '../../src/text/squares-text.ts'
import { breakBetweenWords } from '../../src/text/title-words.ts'
import { indicator } from './builders/catalog.ts'
import { mainOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const family = indicator('pm25', { unit: '家' })

/** Made-up counts, for this test only. */
function partsOf(total: number, values: readonly number[]): Parts {
  const [point] = mainOf([snapshot('a', '2023-05-29', [figure('2022', String(total))])]).points
  if (!point) throw new Error('no point')
  const reading = (value: number) => ({ kind: 'value', value, decimals: 0 }) as const
  return {
    whole: { ...point, reading: reading(total) },
    total,
    parts: values.map((value, i) => ({
      indicator: indicator(`part-${i}`, { unit: '家' }),
      point: { ...point, reading: reading(value) },
      value,
    })),
  }
}

describe('the key to squares', () => {
  it('says what a square is, and what filled and outlined ones mean', () => {
    expect(describeSquares(partsOf(9, [2, 7]), family, false, 'zh').replaceAll('\u200b', '')).toBe(
      '9家，一格一家：实心为part-02家，空心为part-17家',
    )
  })

  it('names what is in between, and what the parts leave of the whole', () => {
    const words = describeSquares(partsOf(10, [2, 3, 4]), family, false, 'zh')
    expect(words.replaceAll('\u200b', '')).toContain(
      '实心为part-02家，浅色为part-13家，空心为part-24家和其余1家',
    )
  })

  it('counts no squares where there is a bar', () => {
    expect(describeSquares(partsOf(90, [20, 70]), family, true, 'zh')).not.toContain('一格')
    expect(describeTaskSquares(true, 'zh')).toBe('实心已完成，空心推进中')
    expect(describeTaskSquares(false, 'en')).toContain('A square a task')
  })
})

describe('a day of publication', () => {
  const publication = snapshot('a', '2023-05-09')
  it('is month and day in large figures, with the year beside', () => {
    const day = formatNewsDay({ ...publication, observationCount: 0, spoken: [] }, 'zh')
    expect(day.parts.map(({ number, unit }) => number + unit).join('')).toBe('5月9日')
    expect(day.beside).toBe('2023年公布')
  })

  it('has as many figures as it has, and says how many changed', () => {
    expect(formatNewsCounts(55, 3, 'zh').replaceAll('\u200b', '')).toBe(
      '共55个数据，3项指标与此前不同',
    )
    expect(formatNewsCounts(1, 0, 'en')).toBe('1 figure')
    expect(formatNewsLeft(0, 'zh')).toBe('')
    expect(formatNewsLeft(1, 'en')).toBe('1 more indicator in it')
  })
})

describe('Chinese words in an English text', () => {
  const parts = (text: string) => partByScript(text).filter(({ isChinese }) => isChinese)
  it('are found with their punctuation and their figures', () => {
    const text = 'Source: 焦作市生态环境局，《2023年报告（初稿）》 2023-05-29; 某厅 2024-01-01'
    expect(parts(text).map(({ text: own }) => own)).toEqual([
      '焦作市生态环境局，《2023年报告（初稿）》',
      '某厅',
    ])
    expect(
      partByScript(text)
        .map(({ text: own }) => own)
        .join(''),
    ).toBe(text)
  })

  it('are none in a text without them', () => {
    expect(partByScript('PM2.5, 45 µg/m³')).toEqual([{ text: 'PM2.5, 45 µg/m³', isChinese: false }])
  })
})

describe('the title of a document', () => {
  const said = (title: string) => breakBetweenWords(title).split('\u200b')

  it('may break between words, and never within one', () => {
    const parts = said('《焦作市贯彻落实省委生态环境保护督察整改情况的报告》')
    expect(parts.join('')).toBe('《焦作市贯彻落实省委生态环境保护督察整改情况的报告》')
    expect(parts.length).toBeGreaterThan(5)
    expect(parts).toEqual(expect.arrayContaining(['生态', '环境']))
  })

  it('keeps figures with their units, and punctuation with what it closes', () => {
    for (const part of said('关于印发2023年工作要点（试行）的通知，以及其他')) {
      expect(part).not.toMatch(/^[，）》、年]|[（《]$/)
    }
  })
})
