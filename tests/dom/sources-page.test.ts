import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import SourcesPage from '../../src/desk/SourcesPage.vue'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { readShipped } from '../unit/builders/shipped.ts'
import { figure, snapshot, target } from '../unit/builders/snapshot.ts'
import { mountPage, readText, type ReaderOptions } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

const shipped = readShipped()
const evidence = evidenceOf(shipped.snapshots, shipped.catalog)
const figureCount = shipped.snapshots.reduce((sum, each) => sum + each.observations.length, 0)
const targetCount = shipped.snapshots.reduce((sum, each) => sum + each.targets.length, 0)

function open(options: ReaderOptions = {}) {
  return mountPage(SourcesPage, { evidence, asOf: options.asOf ?? 'latest' }, options)
}

function daysOf(page: ReturnType<typeof open>): readonly string[] {
  return page.findAll('.source-row time').map((time) => time.text())
}

describe('the sources of the shipped data', () => {
  it('are counted in the sentence at the top', () => {
    expect(readText(open().get('h1'))).toBe(
      `${shipped.snapshots.length}份出处给出${figureCount}个数、${targetCount}个目标`,
    )
  })

  it('stand latest first, by year', () => {
    const page = open()
    const days = daysOf(page)
    expect(days).toHaveLength(shipped.snapshots.length)
    expect(days).toEqual([...days].sort().reverse())
    const years = page.findAll('.sources-year').map((year) => ({
      year: year.get('h2').text().slice(0, 4),
      days: year.findAll('time').map((time) => time.text().slice(0, 4)),
    }))
    for (const { year, days: inYear } of years) expect(new Set(inYear)).toEqual(new Set([year]))
  })

  it('name title, publisher, grade, regions and what they gave, and open their page', () => {
    const row = open()
      .findAll('.source-row')
      .find((each) => each.text().includes('2023-05-29'))
    expect(row && readText(row)).toBe(
      '2023-05-29焦作市贯彻落实省委生态环境保护督察整改情况的报告焦作市生态环境局焦作市、沁阳市、孟州市官方55个数新增55存疑4',
    )
    expect(row?.get('a').attributes('href')).toBe('#/sources/jz-rectification-2023-05-29')
  })

  it('of later days are not listed but counted', () => {
    const page = open({ asOf: '2019-01-01' })
    const later = shipped.snapshots.filter(({ published }) => published > '2019-01-01').length
    expect(daysOf(page).every((day) => day <= '2019-01-01')).toBe(true)
    expect(daysOf(page)).toHaveLength(shipped.snapshots.length - later)
    expect(readText(page.get('.sources-deck'))).toContain(`另有${later}份在2019年1月1日之后公布`)
    expect(open().get('.sources-deck').text()).not.toContain('另有')
  })

  it('can be narrowed to one grade and widened again', async () => {
    const page = open()
    const official = shipped.snapshots.filter(({ grade }) => grade === 'official').length
    const choice = (name: string) =>
      page.findAll('.sources-choice').find((button) => button.text().startsWith(name))
    await choice('官方')?.trigger('click')
    expect(daysOf(page)).toHaveLength(official)
    expect(choice('官方')?.attributes('aria-pressed')).toBe('true')
    expect(choice('官方')?.text()).toBe(`官方${official}`)
    await choice('全部')?.trigger('click')
    expect(daysOf(page)).toHaveLength(shipped.snapshots.length)
  })

  it('show all again when the day knows none of the chosen grade', async () => {
    const page = open()
    await page
      .findAll('.sources-choice')
      .find((button) => button.text().startsWith('官方'))
      ?.trigger('click')
    await page.setProps({ asOf: '2017-12-31' })
    expect(daysOf(page)).toEqual(['2017-11-23', '2017-10-13', '2017-06-06', '2017-02-25'])
    expect(page.get('.sources-choice').attributes('aria-pressed')).toBe('true')
  })

  it('read in English', () => {
    const page = open({ lang: 'en' })
    expect(readText(page.get('h1'))).toBe(
      `${shipped.snapshots.length} publications give ${figureCount} figures and ${targetCount} targets`,
    )
  })
})

describe('sources', () => {
  it('show a title that looks like markup as the text that it is', () => {
    const title = '<img src=x onerror=alert>公报'
    const page = mountPage(SourcesPage, {
      evidence: evidenceOf([snapshot('a', '2020-01-01', [figure('2019', '9')], { title })]),
      asOf: 'latest',
    })
    expect(page.find('img').exists()).toBe(false)
    expect(page.get('.source-row a').text()).toBe(title)
  })

  it('count a publication once, with the figures of its highest revision', () => {
    const first = snapshot('a', '2020-01-01', [figure('2018', '8'), figure('2019', '9')])
    const second = snapshot('a', '2020-01-01', [figure('2019', '9')], {
      revision: 2,
      targets: [target('2025', 5, { region: '410000' })],
    })
    const page = mountPage(SourcesPage, { evidence: evidenceOf([first, second]), asOf: 'latest' })
    expect(readText(page.get('h1'))).toBe('1份出处给出1个数、1个目标')
    expect(page.get('.source-row-regions').text()).toBe('地区410000、地区410800')
  })

  it('that give nothing say so, and before the first of them the page says that', () => {
    const empty = evidenceOf([snapshot('a', '2020-01-01')])
    const page = mountPage(SourcesPage, { evidence: empty, asOf: 'latest' })
    expect(page.get('.source-row-given').text()).toBe('没有数')
    const early = mountPage(SourcesPage, { evidence: empty, asOf: '2019-01-01' })
    expect(early.get('h1').text()).toBe('当日尚无任何出处')
    expect(early.get('.sources-deck').text()).toContain('另有1份')
  })
})
