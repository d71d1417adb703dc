import { describe, expect, it } from 'vitest'
import { planFigureRows } from '../../src/panels/figure-rows.ts'
import { formatSentence } from '../../src/text/sentence.ts'
import { catalog, cut, indicator } from './builders/catalog.ts'
import { noticeKinds, runsOf, viewOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const CATALOG = catalog([indicator('pm25')], { breaks: [cut('pm25', '2018-09-01')] })

/** 2019 is reckoned in 2018: on that day it is a figure beyond a break that nobody knew of. */
const SNAPSHOTS = [
  snapshot('a', '2018-03-01', [
    figure('2016', '80'),
    figure('2017', '70'),
    figure('2018', '65', { status: 'E' }),
    figure('2019', '60', { status: 'E' }),
  ]),
  snapshot('b', '2020-02-01', [figure('2020-01', '90')]),
]

function viewAsOf(asOf: string) {
  return viewOf(SNAPSHOTS, { catalog: CATALOG, asOf })
}

function rowKinds(asOf: string): readonly string[] {
  return planFigureRows(viewAsOf(asOf), 'zh').flatMap(({ rows }) => rows.map(({ kind }) => kind))
}

describe('a break', () => {
  it('that lies after the day of knowledge is neither drawn nor listed, and cuts nothing', () => {
    const view = viewAsOf('2018-08-31')
    expect(view.main?.breaks).toEqual([])
    expect(view.main && runsOf(view.main)).toEqual([['year', [80, 70, 65, 60]]])
    expect(noticeKinds(view)).not.toContain('break')
    expect(rowKinds('2018-08-31')).toEqual(['point', 'point', 'point', 'point'])
    expect(formatSentence(view, { lang: 'zh' })).not.toContain('断')
  })

  it.each(['2018-09-01', '2019-01-01', 'latest'])('is known as of %s', (asOf) => {
    const view = viewAsOf(asOf)
    expect(view.main?.breaks).toHaveLength(1)
    expect(view.main && runsOf(view.main).slice(0, 2)).toEqual([
      ['year', [80, 70]],
      ['year', [60]],
    ])
    expect(noticeKinds(view)).toContain('break')
    expect(rowKinds(asOf)).toContain('break')
  })

  it('of the measuring conditions in 2018 is unknown in March 2018, in city and province', () => {
    const shipped = readShipped()
    const view = viewOf(shipped.snapshots, {
      catalog: shipped.catalog,
      indicator: 'pm25',
      asOf: '2018-03-01',
    })
    const all = [...view.series, ...view.peers]
    expect(all.flatMap(({ breaks }) => breaks.map(({ from }) => from))).not.toContain('2018-09-01')
  })
})
