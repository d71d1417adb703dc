import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import MonthTable from '../../src/desk/MonthTable.vue'
import FactRow from '../../src/panels/FactRow.vue'
import { catalog, cut, indicator } from '../unit/builders/catalog.ts'
import { mainOf, viewOf } from '../unit/builders/evidence.ts'
import { figure, missing, snapshot } from '../unit/builders/snapshot.ts'
import { mountPage, readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

const broken = catalog([indicator('pm25')], { breaks: [cut('pm25', '2018-09-01')] })

function mountMonths(...rows: ReturnType<typeof figure>[]) {
  const series = mainOf([snapshot('a', '2024-01-01', rows)], { catalog: broken })
  return mountPage(MonthTable, { series })
}

/** The cells of a year as they are read, hidden words included. */
function cellsOf(table: ReturnType<typeof mountMonths>, year: number): readonly string[] {
  const row = table.findAll('tbody tr').find((each) => each.get('th').text() === String(year))
  return row?.findAll('td').map(readText) ?? []
}

describe('the matrix of months', () => {
  it('parts what a break parts, and says why', () => {
    const table = mountMonths(figure('2018-08', '40'), figure('2018-10', '50'))
    expect(cellsOf(table, 2018)[8]).toContain('断点')
    expect(table.findAll('.is-cut')).toHaveLength(1)
    expect(readText(table.get('caption'))).toContain('2018-09-01 序列断点：监测状态改变')
  })

  it('has no break where all its months lie on one side', () => {
    const table = mountMonths(figure('2018-07', '40'), figure('2018-08', '50'))
    expect(table.findAll('.is-cut')).toHaveLength(0)
    expect(readText(table.get('caption'))).not.toContain('断点')
  })

  it('tells a month that is missing for a reason from one that is not on file, and keeps bounds', () => {
    const table = mountMonths(
      figure('2017-01', '40', { qualifier: '<=', status: 'P' }),
      missing('2017-02', '站点停运'),
    )
    const cells = cellsOf(table, 2017)
    expect(cells.slice(0, 3)).toEqual(['≤40初步', '缺失', '–'])
    expect(table.get('[title="缺失：站点停运"]').text()).toBe('缺失')
  })
})

describe('a row of the overview', () => {
  const rowOf = (...rows: ReturnType<typeof figure>[]) =>
    readText(
      mountPage(FactRow, { view: viewOf([snapshot('a', '2024-01-01', rows)]), isPart: false }),
    )

  it('says in words what the mark beside its figure means', () => {
    expect(rowOf(figure('2021', '45', { status: 'D', note: '原文为全市' }))).toContain(
      '口径不同：原文为全市',
    )
    expect(rowOf(figure('2021', '45', { status: 'P' }))).toContain('初步')
    expect(rowOf(figure('2021', '45'))).not.toContain('正式')
  })

  it('says that the latest figure is missing, and why, before it names an earlier one', () => {
    const text = rowOf(
      figure('2019', '60'),
      figure('2020', '55', { status: 'E' }),
      missing('2021', '站点停运'),
    )
    expect(text).toContain('2021 缺失：站点停运；此前2019为60微克/立方米；推算')
    expect(rowOf(missing('2021', '站点停运'))).toMatch(/缺失 ?2021 缺失：站点停运/)
  })
})
