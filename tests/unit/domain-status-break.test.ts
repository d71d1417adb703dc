import { describe, expect, it } from 'vitest'
import { planFigureRows } from '../../src/panels/figure-rows.ts'
import { formatBreakSide } from '../../src/text/break-text.ts'
import { formatNotice } from '../../src/text/notice-text.ts'
import { catalog, cut, indicator } from './builders/catalog.ts'
import { mainOf, runsOf, viewOf } from './builders/evidence.ts'
import { linesOf, pictureOf, textsOf } from './builders/picture.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const NOTE = '站点由4个改为6个'
const ROWS = [
  figure('2019', '60'),
  figure('2020', '50', { status: 'B', note: NOTE }),
  figure('2021', '48'),
]
const view = viewOf([snapshot('a', '2022-01-01', ROWS)])

describe('a figure with status B', () => {
  it('is a break from the first day of its period, with its note as the reason', () => {
    expect(view.main?.breaks).toEqual([
      { indicator: 'pm25', region: '410800', from: '2020-01-01', reason: NOTE },
    ])
  })

  it('cuts every kind of period, also of a kind that has no B itself', () => {
    const months = [figure('2019-12', '70'), figure('2020-01', '71')]
    const main = mainOf([snapshot('a', '2022-01-01', [...ROWS, ...months])])
    expect(runsOf(main)).toContainEqual(['month', [70]])
    expect(runsOf(main)).toContainEqual(['month', [71]])
  })

  it('is no second break where the catalog has one on a day of its period', () => {
    const main = mainOf([snapshot('a', '2022-01-01', ROWS)], {
      catalog: catalog([indicator('pm25')], { breaks: [cut('pm25', '2020-03-01')] }),
    })
    expect(main.breaks.map(({ from }) => from)).toEqual(['2020-03-01'])
  })

  it('is ruled in the picture with its note, parted in the table and told as a notice', () => {
    const picture = pictureOf(view)
    expect(linesOf(picture, 'break')).toHaveLength(1)
    expect(textsOf(picture, 'break-note').join()).toBe(`2020年1月1日起${NOTE},与此前不可比`)
    const rows = planFigureRows(view, 'zh').flatMap((group) => group.rows)
    expect(rows.map(({ kind }) => kind)).toEqual(['point', 'break', 'point', 'point'])
    expect(rows[1]).toMatchObject({ text: expect.stringContaining(NOTE) })
    const notice = view.notices.find(({ kind }) => kind === 'break')
    expect(notice && formatNotice(notice, view, 'zh').text).toContain(`2020年1月1日起${NOTE}`)
  })

  it('without a note says in both languages that the definition changed', () => {
    const bare = viewOf([
      snapshot('a', '2022-01-01', [figure('2019', '60'), figure('2020', '50', { status: 'B' })]),
    ])
    const [, last] = bare.main?.points ?? []
    const [notice] = bare.notices
    expect(notice && formatNotice(notice, bare, 'zh').text).toContain('2020年1月1日起口径改变')
    expect(notice && formatNotice(notice, bare, 'en').text).toContain('definition changed')
    expect(last && formatBreakSide(last.period, bare.main?.breaks ?? [], 'zh')).toBe(
      '2020-01-01起：口径改变',
    )
  })
})
