import { describe, expect, it } from 'vitest'
import { runExport } from '../../src/author/run-export.ts'
import { MemoryFileSystem } from '../fixtures/author/memory-file-system.ts'
import {
  dataOf,
  importTables,
  linesOf,
  publishSmallTables,
  readData,
} from '../fixtures/author/small-tables.ts'

const HEADER = 'publication,number,title,leadUnit,deadline,state,milestones,evidence'
const PUBLICATIONS = 'id,title,publisher,published,grade\nplan,整改方案,市局,2024-03-01,official\n'

function importTasks(...rows: string[]) {
  const fs = publishSmallTables()
  const tasks = [HEADER, ...rows].join('\n')
  return { fs, outcome: importTables(fs, { publications: PUBLICATIONS, tasks }) }
}

describe('rectification tasks', () => {
  it('are part of the snapshot that lists them', () => {
    const { fs, outcome } = importTasks(
      'plan,一,=黑臭水体,住建局,2024-12-31,rectifying,2024-06-30:方案；分三段;2024-12-31:完成,',
      'plan,二,露天矿山,资源局,,closed,,销号文件',
    )
    expect(linesOf(outcome, 'zh')).toEqual([])
    expect(readData(fs).snapshots[2]?.tasks).toEqual([
      {
        number: '一',
        title: '=黑臭水体',
        leadUnit: '住建局',
        deadline: '2024-12-31',
        state: 'rectifying',
        milestones: [
          { date: '2024-06-30', text: '方案；分三段' },
          { date: '2024-12-31', text: '完成' },
        ],
      },
      {
        number: '二',
        title: '露天矿山',
        leadUnit: '资源局',
        state: 'closed',
        evidence: '销号文件',
      },
    ])
  })

  it('come through an export and import unchanged', () => {
    const { fs } = importTasks('plan,一,水体,住建局,2024-12-31,assigned,2024-06-30:方案,附件')
    runExport(fs, 'data', 'package')
    const tables = [...fs.files]
      .filter(([path]) => path.startsWith('package/'))
      .map(([path, bytes]) => [path.replace('package/', ''), bytes] as const)
    const again = new MemoryFileSystem()
    expect(linesOf(importTables(again, Object.fromEntries(tables)), 'en')).toEqual([])
    const names = (of: MemoryFileSystem) => [...dataOf(of).keys()].sort()
    expect(names(again)).toEqual(names(fs).filter((name) => names(again).includes(name)))
    expect(readData(again).snapshots).toEqual(readData(fs).snapshots)
  })

  it('are refused by row and column', () => {
    const { outcome } = importTasks(
      'plan,一,水体,住建局,2024-12-32,done,六月底前,',
      'plan,二,矿山,资源局,,closed,,',
      'plan,二,矿山,林业局,,closed,,',
      'other,三,矿山,资源局,,closed,,',
    )
    expect(linesOf(outcome, 'zh')).toEqual([
      'input/tasks.csv:2:deadline: “2024-12-32”，应为存在的日期，如 2023-05-29',
      'input/tasks.csv:2:state: “done”，应为 assigned、rectifying、accepted、closed、revisited 之一',
      'input/tasks.csv:2:milestones: “六月底前”，应为日期:文字，用分号隔开，如 2023-06-30:方案印发;2023-12-31:完成',
      'input/tasks.csv:4:number: 与 input/tasks.csv:3:number 重复，内容不同，应为一份来源中只出现一次',
      'input/tasks.csv:5:publication: “other”，应为 publications 表中或已发布的来源；如是新的来源，请在 publications.csv 中为它加一行',
    ])
  })
})
