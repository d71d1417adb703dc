import { describe, expect, it } from 'vitest'
import { runExport } from '../../src/author/run-export.ts'
import { MemoryFileSystem } from '../fixtures/author/memory-file-system.ts'
import {
  dataOf,
  importTables,
  linesOf,
  OBSERVATION_HEADER,
  publishSmallTables,
  readData,
  SMALL_TABLES,
} from '../fixtures/author/small-tables.ts'

// All publications, units and tasks here are made up.
const HEADER = 'publication,round,number,title,leadUnit,deadline,state,milestones,evidence'
const PUBLICATIONS = 'id,title,publisher,published,grade\nplan,整改方案,市局,2024-03-01,official\n'

function importTasks(...rows: string[]) {
  const fs = publishSmallTables()
  const tasks = [HEADER, ...rows].join('\n')
  return { fs, outcome: importTables(fs, { publications: PUBLICATIONS, tasks }) }
}

describe('rectification tasks', () => {
  it('are part of the snapshot that lists them', () => {
    const { fs, outcome } = importTasks(
      'plan,第一轮,一,=黑臭水体,住建局,2024-12-31,rectifying,2024-06-30:方案；分三段[已完成];2024-09-30:清淤【未完成】；2024-12-31:完成,',
      'plan,,二,露天矿山,资源局,,closed,,销号文件',
    )
    expect(linesOf(outcome, 'zh')).toEqual([])
    expect(readData(fs).snapshots[2]?.tasks).toEqual([
      {
        round: '第一轮',
        number: '一',
        title: '=黑臭水体',
        leadUnit: '住建局',
        deadline: '2024-12-31',
        state: 'rectifying',
        milestones: [
          { date: '2024-06-30', text: '方案；分三段', done: true },
          { date: '2024-09-30', text: '清淤', done: false },
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

  it('are taken with the column names and the words of the page', () => {
    const fs = publishSmallTables()
    const tasks = [
      '出处,督察轮次,序号,整改任务,牵头单位,完成时限,进展,节点,佐证',
      'plan,第一轮,1,甲,住建局,2024-12-31,交办,,',
      'plan,第一轮,2,乙,住建局,2024-12-31,整改中,,',
      'plan,第一轮,3,丙,住建局,2024-12-31,验收,,',
      'plan,第一轮,4,丁,住建局,2024-12-31,销号,,',
      'plan,第一轮,5,戊,住建局,2024-12-31,回头看,,',
    ].join('\n')
    expect(linesOf(importTables(fs, { publications: PUBLICATIONS, tasks }), 'zh')).toEqual([])
    const states = readData(fs).snapshots[2]?.tasks?.map(({ state }) => state)
    expect(states).toEqual(['assigned', 'rectifying', 'accepted', 'closed', 'revisited'])
  })

  it('come through an export and import unchanged', () => {
    const { fs } = importTasks(
      'plan,甲轮,一,水体,住建局,2024-12-31,assigned,2024-06-30:方案（已完成）;2024-08-31:（一）开工,附件',
      'plan,乙轮,一,矿山,资源局,,rectifying,2024-06-30:方案[not done],',
    )
    runExport(fs, 'data', 'package')
    const tables = [...fs.files]
      .filter(([path]) => path.startsWith('package/'))
      .map(([path, bytes]) => [path.replace('package/', ''), bytes] as const)
    const again = new MemoryFileSystem()
    expect(linesOf(importTables(again, Object.fromEntries(tables)), 'en')).toEqual([])
    expect(readData(again).manifest.snapshots).toEqual(readData(fs).manifest.snapshots)
    const bytesOf = (of: MemoryFileSystem) =>
      [...dataOf(of)].filter(([path]) => path.includes('snapshots/')).sort()
    expect(bytesOf(again)).toEqual(bytesOf(fs))
  })

  it('are told apart by round and number: each round numbers from 1', () => {
    const { outcome } = importTasks(
      'plan,甲轮,1,水体,住建局,,closed,,',
      'plan,乙轮,1,矿山,资源局,,closed,,',
      'plan,乙轮,1,矿山,林业局,,closed,,',
    )
    expect(linesOf(outcome, 'zh')).toEqual([
      'input/tasks.csv:4:number: 与 input/tasks.csv:3:number 重复，内容不同，应为一份来源中只出现一次',
    ])
  })

  it('are refused by row and column', () => {
    const { outcome } = importTasks(
      'plan,,一,水体,住建局,2024-12-32,done,六月底前,',
      'plan,,二,矿山,资源局,2024年12月底,closed,2024-06-30:[已完成],',
      'plan,,三,矿山,资源局,2024年12月31日,closed,,',
      'plan,,四,,,长期坚持,closed,,',
      'other,,五,矿山,资源局,,closed,,',
    )
    const states =
      'assigned（交办）、rectifying（整改中）、accepted（验收）、closed（销号）、revisited（回头看）之一'
    const milestones =
      '日期:文字，用分号隔开，后面可写 [已完成] 或 [未完成]，如 2023-06-30:方案印发[已完成];2023-12-31:完成'
    const deadline = '存在的日期，如 2023-12-31；到某月底写那天，没有时限的留空'
    expect(linesOf(outcome, 'zh')).toEqual([
      `input/tasks.csv:2:deadline: “2024-12-32”，应为${deadline}`,
      `input/tasks.csv:2:state: “done”，应为 ${states}`,
      `input/tasks.csv:2:milestones: “六月底前”，应为${milestones}`,
      `input/tasks.csv:3:deadline: “2024年12月底”，应为${deadline}`,
      `input/tasks.csv:3:milestones: “2024-06-30:[已完成]”，应为${milestones}`,
      'input/tasks.csv:4:deadline: “2024年12月31日”，日期应写作 2024-12-31',
      'input/tasks.csv:5:title: 空，应为标题（title），如 2024年上半年新闻发布会',
      'input/tasks.csv:5:leadUnit: 空，应为牵头单位（leadUnit），如 市住建局',
      `input/tasks.csv:5:deadline: “长期坚持”，应为${deadline}`,
      'input/tasks.csv:6:publication: “other”，应为 publications 表中或已发布的来源；如是新的来源，请在 publications.csv 中为它加一行',
    ])
  })

  it('say what is expected in English too', () => {
    const { outcome } = importTasks('plan,,1,水体,住建局,2024-12,closed,x,')
    expect(linesOf(outcome, 'en')).toEqual([
      'input/tasks.csv:2:deadline: "2024-12", expected a date that exists, such as 2023-12-31; for the end of a month that day, without a deadline nothing',
      'input/tasks.csv:2:milestones: "x", expected date:text separated by semicolons, with [done] or [not done] behind where it is known, such as 2023-06-30:方案印发[已完成];2023-12-31:完成',
    ])
  })
})

describe('the round of a task', () => {
  const INSPECTION = {
    ...SMALL_TABLES,
    indicators: `${SMALL_TABLES.indicators}inspection-tasks,air,任务数,Tasks,项,stock,none,全市\n`,
    observations: `${OBSERVATION_HEADER}\nreport-2023,inspection-tasks,410800,甲轮,2024-01-19,3,项,A,,,,,,\n`,
  }

  function importRounds(isConfirmed: boolean) {
    const fs = new MemoryFileSystem()
    importTables(fs, INSPECTION)
    const tasks = [
      HEADER,
      'plan,甲轮,1,水体,住建局,,closed,,',
      'plan,甲伦,2,矿山,资源局,,closed,,',
      'plan,甲伦,3,矿山,资源局,,closed,,',
      'plan,,4,矿山,资源局,,closed,,',
    ].join('\n')
    return importTables(fs, { publications: PUBLICATIONS, tasks }, { isConfirmed })
  }

  it('is asked about, once each, where no figures speak of it', () => {
    const outcome = importRounds(false)
    expect(outcome.isDone).toBe(false)
    expect(linesOf(outcome, 'zh')).toEqual([
      'input/tasks.csv:3:round: “甲伦”，应为已有的轮次“甲轮”之一；确应如此请加 --confirm',
      'input/tasks.csv:5:round: 空，应为已有的轮次“甲轮”之一；确应如此请加 --confirm',
    ])
  })

  it('is not asked about where its figures come in the same import, or nothing is published', () => {
    const fs = new MemoryFileSystem()
    const tasks = `${HEADER}\nreport-2023,乙轮,1,水体,住建局,,closed,,\n`
    expect(linesOf(importTables(fs, { ...INSPECTION, tasks }), 'zh')).toEqual([])
    const observations = `${OBSERVATION_HEADER}\nplan,inspection-tasks,410800,丙轮,2024-03-01,5,项,A,,,,,,\n`
    const later = `${HEADER}\nplan,丙轮,1,水体,住建局,,closed,,\n`
    const outcome = importTables(fs, { publications: PUBLICATIONS, observations, tasks: later })
    expect(linesOf(outcome, 'zh')).toEqual([])
  })

  it('is taken as it is once confirmed', () => {
    expect(importRounds(true).isDone).toBe(true)
  })
})
