/** What the wall says of days, places and silence, where the plain case would mislead. */
import { describe, expect, it } from 'vitest'
import { dayOfData } from '../../src/domain/known-until.ts'
import { nothingWords } from '../../src/text/wall-text.ts'
import { formatTimeSeen } from '../../src/wall/use-clock.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

/** Made-up figures, for this test only. */
const { publications } = evidenceOf(
  [
    snapshot('a', '2024-01-09', [figure('2023', '1.1', { indicator: 'pm25' })]),
    snapshot('b', '2025-01-09', [figure('2024', '1.1', { indicator: 'pm25', region: '410000' })]),
  ],
  catalog([indicator('pm25')]),
)

describe('the day that stands for the data of a region', () => {
  it('is that of the latest publication with a figure of it', () => {
    expect(dayOfData(publications, '410800', 'latest')).toEqual({ day: '2024-01-09', isOwn: true })
  })

  it('is not called its own where there is none of it', () => {
    expect(dayOfData(publications, '410811', 'latest')).toEqual({ day: '2025-01-09', isOwn: false })
  })

  it('is never later than the day of knowledge', () => {
    expect(dayOfData(publications, '410000', '2024-06-01')).toEqual({
      day: '2024-01-09',
      isOwn: false,
    })
    expect(dayOfData(publications, '410800', '2023-12-31')).toBeNull()
  })
})

describe('where there is no slide', () => {
  it('the server is blamed only where nothing has come', () => {
    expect(nothingWords(false, 'latest', 'zh')[0]).toContain('服务器也没有给出')
    expect(nothingWords(true, 'latest', 'zh')[0]).not.toContain('服务器')
  })

  it('a day before the first publication is named', () => {
    expect(nothingWords(true, '2010-01-01', 'zh')[0]).toBe('截至2010年1月1日，还没有公布过任何数')
    expect(nothingWords(true, '2010-01-01', 'en')[0]).toBe(
      'Nothing had been published by 1 January 2010',
    )
  })
})

describe('the time of the last good answer', () => {
  it('has its day where that is not today', () => {
    const at = new Date(2026, 10, 22, 14, 2)
    expect(formatTimeSeen(at, '2026-11-22')).toBe('14:02')
    expect(formatTimeSeen(at, '2026-11-25')).toBe('2026-11-22 14:02')
  })
})
