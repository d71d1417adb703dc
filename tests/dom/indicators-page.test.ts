import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import IndicatorsPage from '../../src/desk/IndicatorsPage.vue'
import { viewIndicator } from '../../src/domain/indicator-view.ts'
import type { AsOf } from '../../src/domain/standing.ts'
import { catalog, indicator } from '../unit/builders/catalog.ts'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { readShipped } from '../unit/builders/shipped.ts'
import { figure, snapshot } from '../unit/builders/snapshot.ts'
import { mountPage, readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

const shipped = readShipped()

function open(
  { catalog: known, snapshots }: { catalog: typeof shipped.catalog; snapshots: Snapshot[] },
  { lang = 'zh', asOf = 'latest' }: { lang?: 'zh' | 'en'; asOf?: AsOf } = {},
) {
  const evidence = evidenceOf(snapshots, known)
  const viewpoint = { asOf, region: '410800' }
  const views = known.indicators.flatMap(({ id }) => viewIndicator(evidence, id, viewpoint) ?? [])
  return mountPage(IndicatorsPage, { views, catalog: known }, { lang, asOf })
}

describe('the index of the shipped indicators', () => {
  it('lists each of them once, under its theme, in the order of the catalog', () => {
    const page = open(shipped)
    const rows = page.findAll('tr[data-panel]').map((row) => row.attributes('data-panel'))
    expect(rows).toEqual(shipped.catalog.indicators.map(({ id }) => id))
    expect(page.findAll('.index-theme').map((head) => head.text().slice(1))).toEqual(
      shipped.catalog.themes.map((theme) => theme.name.zh),
    )
    expect(readText(page.get('h1'))).toBe('75项指标，分10个主题，项项有数')
  })

  it('gives name, figure, period, form and the number of known periods', () => {
    const row = open(shipped).get('[data-panel="district-heating"]')
    expect(row.get('a').attributes('href')).toBe('#/indicators/district-heating')
    expect(readText(row.get('[data-figure]')).replace(/\s/g, '')).toBe('91%')
    expect(row.get('.index-period').text()).toBe('2023-05-29')
    expect(row.get('.index-form').attributes('title')).toBe('折线')
    expect(row.get('.index-count').text()).toBe('3期')
    expect(row.findAll('.coverage rect')).toHaveLength(3)
  })

  it('names the region where it is not the one asked for', () => {
    const page = open(shipped)
    expect(page.get('[data-panel="good-water-sections"] .index-region').text()).toBe('河南省')
    expect(page.find('[data-panel="pm25"] .index-region').exists()).toBe(false)
  })

  it('draws estimated figures hollow, and says so of the latest', () => {
    const row = open(shipped).get('[data-panel="so2"]')
    expect(row.findAll('.coverage-hollow').length).toBeGreaterThan(0)
    expect(row.find('.coverage-mark').exists()).toBe(false)
    expect(row.get('[data-figure] .visually-hidden').text()).toBe('推算')
  })

  it('as of a day says how many had figures then, and names the others', () => {
    const page = open(shipped, { asOf: '2018-01-01' })
    const known = page.findAll('[data-state="ready"]').length
    const empty = page.findAll('[data-state="empty"]')
    expect(known + empty.length).toBe(75)
    expect(known).toBeLessThan(75)
    expect(readText(page.get('h1'))).toBe(`75项指标，分10个主题，截至2018年1月1日${known}项有数`)
    expect(empty.map((row) => row.get('.index-none').text())).toEqual(empty.map(() => '未入库'))
  })

  it('jumps to a theme without touching the address, and moves the focus there', async () => {
    const page = open(shipped)
    const address = location.href
    await page.findAll('.index-themes button')[6]?.trigger('click')
    expect(document.activeElement?.textContent).toContain('蓝天保卫战')
    expect(location.href).toBe(address)
  })

  it('reads in English', () => {
    const page = open(shipped, { lang: 'en' })
    expect(readText(page.get('h1'))).toBe('75 indicators in 10 themes, figures for all')
    expect(page.get('[data-panel="pm25"] .index-form').attributes('title')).toBe('means over time')
  })
})

describe('an index', () => {
  it('of a catalog about which nothing is known draws no axis and invents no figure', () => {
    const page = open({ catalog: catalog(), snapshots: [] })
    expect(readText(page.get('h1'))).toBe('1项指标，分1个主题，0项有数')
    expect(page.find('[data-figure]').exists()).toBe(false)
    expect(page.find('.coverage-years text').exists()).toBe(false)
  })

  it('shows a name that looks like markup as the text that it is', () => {
    const name = '<img src=x onerror=alert>'
    const hostile = indicator('pm25', { name: { zh: name, en: name } })
    const page = open({
      catalog: catalog([hostile]),
      snapshots: [snapshot('a', '2020-01-01', [figure('2019', '9')])],
    })
    expect(page.get('.index-name').text()).toBe(name)
    expect(page.find('img').exists()).toBe(false)
  })
})
