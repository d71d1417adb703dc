import { describe, expect, it } from 'vitest'
import type { Task } from '../../src/contract/snapshot.ts'
import { viewRounds } from '../../src/domain/inspection.ts'
import { knownTaskLists, standingTaskLists } from '../../src/domain/task-list.ts'
import { totalsGaps } from '../../src/domain/task-totals.ts'
import { formatTotalsGap } from '../../src/text/task-totals-text.ts'
import { evidenceOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { snapshot } from './builders/snapshot.ts'

const { catalog, snapshots } = readShipped()
const ROUND = '2021-2022省委督察'

/** A made-up list: so many tasks, of which so many are finished. */
function listOf(count: number, finished: number, round = ROUND): readonly Task[] {
  return Array.from({ length: count }, (_, i) => ({
    round,
    number: String(i + 1),
    title: `编造任务${i + 1}`,
    leadUnit: '市生态环境局',
    state: i < finished ? 'closed' : 'rectifying',
  }))
}

function gapsOf(tasks: readonly Task[]) {
  const all = [...snapshots, snapshot('made-up', '2023-06-30', [], { tasks: [...tasks] })]
  const evidence = evidenceOf(all, catalog)
  const rounds = viewRounds(evidence, { asOf: 'latest', region: '410800' })
  return totalsGaps(standingTaskLists(knownTaskLists(evidence.publications, 'latest')), rounds)
}

describe('a list of tasks beside the published totals', () => {
  it('says nothing where both count the same', () => {
    expect(gapsOf(listOf(46, 34))).toEqual([])
  })

  it('says so where the list is shorter, or fewer are finished', () => {
    expect(gapsOf(listOf(5, 2)).map((gap) => formatTotalsGap(gap, 'zh'))).toEqual([
      '2021-2022省委督察：2023-06-30的清单列出5项、完成2项，2023-05-29公布的总数为46项、完成34项，两者不一致。',
    ])
    expect(gapsOf(listOf(46, 33))).toHaveLength(1)
  })

  it('compares no round with another', () => {
    expect(gapsOf(listOf(5, 2, '另一轮'))).toEqual([])
  })
})
