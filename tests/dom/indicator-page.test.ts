import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import IndicatorPage from '../../src/desk/IndicatorPage.vue'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { figure, snapshot } from '../unit/builders/snapshot.ts'
import { mountPage, readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

describe('the page of an indicator that does not exist', () => {
  it('names what was asked for and leads to all that there are', () => {
    const viewpoint = { asOf: 'latest', region: '410800' }
    const page = mountPage(IndicatorPage, { evidence: evidenceOf([]), viewpoint, id: 'nothing' })
    expect(page.get('h1').text()).toBe('没有这项指标')
    expect(page.text()).toContain('nothing')
    const link = page.get('[data-state="empty"] a')
    expect(link.attributes('href')).toBe('#/indicators')
    expect(link.text()).toBe('全部指标')
  })
})

describe('revisions of an indicator', () => {
  const stated = snapshot('a', '2020-05-01', [figure('2018', '60'), figure('2019', '45')])
  const open = (observations: typeof stated.observations, lang: 'zh' | 'en' = 'zh') => {
    const mended = { ...stated, observations, revision: 2, revisionReason: '看错一位' }
    const viewpoint = { asOf: 'latest', region: '410800' }
    const evidence = evidenceOf([stated, mended])
    return mountPage(IndicatorPage, { evidence, viewpoint, id: 'pm25' }, { lang }).get('.revisions')
  }

  it('list the figure that we had transcribed wrongly, the right one, and why', () => {
    const section = open([figure('2018', '60'), figure('2019', '46')])
    expect(section.findAll('.corrections li').map((line) => readText(line))).toEqual([
      '2019 45微克/立方米 → 46微克/立方米 2020-05-01 转录更正（第2版）：看错一位',
    ])
    expect(section.get('.corrections s').text()).toBe('45微克/立方米')
    expect(section.get('.corrections a').attributes('href')).toBe('#/sources/a')
    expect(section.text()).not.toContain('没有两个不同的数')
  })

  it('say what was no figure of the document, and what had been left out', () => {
    const section = open([figure('2018', '60'), figure('2017', '70')], 'en')
    expect(section.findAll('.corrections li').map((line) => readText(line))).toEqual([
      '2017 left out → 70 µg/m³ 2020-05-01 Transcription mended (revision 2): 看错一位',
      '2019 45 µg/m³ → not in the document 2020-05-01 Transcription mended (revision 2): 看错一位',
    ])
  })

  /** Made up: what the lines over the ledger say, and what is struck in them. */
  const revisedIn = (snapshots: readonly Snapshot[]) => {
    const viewpoint = { asOf: 'latest', region: '410800' }
    const props = { evidence: evidenceOf(snapshots), viewpoint, id: 'pm25' }
    const section = mountPage(IndicatorPage, props).get('.revisions')
    const lines = section.findAll('ul.aside-note li').map((line) => readText(line))
    return { lines, struck: section.findAll('ul.aside-note s').map((old) => old.text()) }
  }

  it('leave out what never stood: a rival of the same day', () => {
    const all = [
      snapshot('a', '2020-05-01', [figure('2019', '45')]),
      snapshot('b', '2020-05-01', [figure('2019', '46')], { grade: 'press' }),
      snapshot('c', '2021-05-01', [figure('2019', '45')]),
    ]
    expect(revisedIn(all).lines).toEqual([])
    const { lines, struck } = revisedIn([
      ...all,
      snapshot('d', '2022-05-01', [figure('2019', '47')]),
    ])
    expect(lines).toEqual([
      '2019 45微克/立方米 2020-05-01 → 47微克/立方米 2022-05-01 出处未说明原因',
    ])
    expect(struck).toEqual(['45微克/立方米'])
  })

  it('tell another status of the same figure as such, and strike nothing', () => {
    const { lines, struck } = revisedIn([
      snapshot('a', '2020-05-01', [figure('2019', '45', { status: 'P' })]),
      snapshot('b', '2021-05-01', [figure('2019', '45')]),
    ])
    expect(lines).toEqual([
      '2019 45微克/立方米 2020-05-01 → 45微克/立方米 2021-05-01 状态由“初步”改为“正式”；出处未说明原因',
    ])
    expect(struck).toEqual([])
  })

  it('say that there are none', () => {
    const section = open(stated.observations)
    expect(section.find('.corrections').exists()).toBe(false)
    expect(section.text()).toContain('同一期次没有两个不同的数。')
  })
})

describe('the table of figures', () => {
  it('marks both figures that do not go together, and names the other document', () => {
    const evidence = evidenceOf([
      snapshot('a', '2022-01-01', [figure('2020', '17')]),
      snapshot('b', '2023-01-01', [figure('2021', '9', { contradicts: 'a' }), figure('2022', '9')]),
    ])
    const viewpoint = { asOf: 'latest', region: '410800' }
    const page = mountPage(IndicatorPage, { evidence, viewpoint, id: 'pm25' })
    const rows = page
      .get('.figures-table')
      .findAll('tbody tr:not(.group)')
      .map((row) => row.findAll('td').map((cell) => readText(cell)))
    expect(rows.map(([when, , status, , note]) => [when, status, note])).toEqual([
      ['2020', '正式 存疑', '与《文件 b》（2023-01-01）的9微克/立方米不一致'],
      ['2021', '正式 存疑', '与《文件 a》（2022-01-01）的17微克/立方米不一致'],
      ['2022', '正式', ''],
    ])
  })
})
