import { expect, it } from 'vitest'
import { formatNotice } from '../../src/text/notice-text.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const KIN = catalog([
  indicator('tasks', { accumulation: 'stock', unit: '项' }),
  indicator('tasks-done', { accumulation: 'cumulative', unit: '项' }),
])

const WHOLE = figure('2023-05-29', '46', { indicator: 'tasks', unit: '项' })
const PART = figure('2023-05-29', '50', { indicator: 'tasks-done', unit: '项' })

function wordsOf(snapshots: Parameters<typeof viewOf>[0], lang: 'zh' | 'en') {
  const view = viewOf(snapshots, { catalog: KIN, indicator: 'tasks' })
  const [grave] = view.notices
  return grave && formatNotice(grave, view, lang)
}

it('says what the parts of one document come to', () => {
  const one = [snapshot('a', '2023-05-29', [WHOLE, PART])]
  expect(wordsOf(one, 'zh')).toEqual({
    label: '存疑',
    text: '2023-05-29公布：各部分合计50项，超过总数；不连线、不比较。',
    isGrave: true,
  })
  expect(wordsOf(one, 'en')?.text).toBe(
    'Published 2023-05-29: the parts come to 50 tasks, more than their whole; not joined, not compared.',
  )
})

it('names the other document where there are two', () => {
  const two = [snapshot('a', '2023-05-29', [WHOLE]), snapshot('b', '2023-06-30', [PART])]
  expect(wordsOf(two, 'zh')?.text).toBe(
    '2023-06-30公布与《文件 a》（2023-05-29）对照：各部分合计50项，超过总数；不连线、不比较。',
  )
})
