import { describe, expect, it } from 'vitest'
import { viewIndicator } from '../../src/domain/indicator-view.ts'
import type { AsOf } from '../../src/domain/standing.ts'
import type { Lang } from '../../src/text/lang.ts'
import { plain } from '../../src/text/rich.ts'
import { formatTargetState, formatVerdict } from '../../src/text/verdict-text.ts'
import { formatWorking } from '../../src/text/working-text.ts'
import { evidenceOf, viewOf } from './builders/evidence.ts'
import { CUMULATIVE } from './builders/judged.ts'
import { readShipped } from './builders/shipped.ts'
import { catalog } from './builders/catalog.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const shipped = readShipped()
const evidence = evidenceOf(shipped.snapshots, shipped.catalog)

function shippedView(id: string, asOf: AsOf) {
  const view = viewIndicator(evidence, id, { asOf, region: '410800' })
  if (!view) throw new Error(id)
  return view
}

function states(id: string, lang: Lang = 'zh', asOf: AsOf = 'latest'): readonly string[] {
  const view = shippedView(id, asOf)
  return view.judgements.map(
    (judgement) =>
      `${formatVerdict(judgement.verdict, lang)} | ${plain(formatTargetState(judgement, view, lang))}`,
  )
}

describe('a target in one line', () => {
  it.each<readonly [string, AsOf, readonly string[]]>([
    [
      'clean-heating-households-yearly',
      'latest',
      [
        '达标 | 焦作市2017年任务5万户，2017年1月1日至11月23日已有6.0万户',
        '无法评估 | 焦作市2018年任务8.2万户，当期未见公布数',
      ],
    ],
    [
      'clean-heating-households-yearly',
      '2018-08-01',
      [
        '达标 | 焦作市2017年任务5万户，2017年1月1日至11月23日已有6.0万户',
        '无法评估 | 焦作市2018年任务8.2万户，尚无公布数',
      ],
    ],
    [
      'district-heating',
      'latest',
      [
        '达标 | 焦作市2018年12月31日目标85%，2020年12月31日为90.3%，期限当日未见公布数，以其后首个数为准',
      ],
    ],
    [
      'good-water-sections',
      'latest',
      ['未到期 | 河南省2025年目标≥75.6%，截至2024-06-03未到期；2023年为83.0%'],
    ],
    [
      'pm25',
      'latest',
      [
        '达标 | 河南省2018年目标≤63微克/立方米，2018年为61微克/立方米，跨2018-09-01断点，不与两边比较',
        '未到期 | 河南省2025年目标≤42.5微克/立方米，截至2024-06-03未到期；2023年为45.3微克/立方米',
      ],
    ],
    ['good-air-days', 'latest', ['无法评估 | 河南省2018年目标≥210天，当期未见公布数']],
  ])('of %s as of %s', (id, asOf, expected) => {
    expect(states(id, 'zh', asOf)).toEqual(expected)
  })

  it('says the same in English', () => {
    expect(states('pm25', 'en')).toEqual([
      'Reached | Henan Province, target for 2018: ≤63 µg/m³; 2018: 61 µg/m³; spans the break of 2018-09-01',
      'Not due | Henan Province, target for 2025: ≤42.5 µg/m³; not yet due on 2024-06-03; 2023: 45.3 µg/m³',
    ])
  })
})

describe('算给你看', () => {
  const working = (id: string, at: number, lang: Lang = 'zh') => {
    const view = shippedView(id, 'latest')
    const judgement = view.judgements[at]
    return judgement
      ? formatWorking(judgement, view, lang).map(({ label, text }) => `${label}：${text}`)
      : []
  }

  it('of a target that is not due shows what is left to do, and why nothing is projected', () => {
    expect(working('pm25', 1)).toEqual([
      '目标：河南省2025年目标≤42.5微克/立方米，见《河南省“十四五”生态环境保护和生态经济发展规划》新闻发布会（2022-03-03）',
      '依据：2023年45.3微克/立方米，见《2023年河南省生态环境状况新闻发布会》（2024-06-03）',
      '算式：45.3 > 42.5，目前不在目标之内',
      '界限：到期的数≤目标为达标，否则未达标；到期之前不评',
      '结论：未到期',
      '还需：自2023-12-31到2025-12-31共731天，平均每年需再降1.40微克/立方米',
      '趋势外推：可比的数只有3个，少于4个，不外推',
    ])
  })

  it('of a verdict on the edge says what would overturn it', () => {
    expect(working('pm10', 0)).toContain('临界：末位数字差半个单位（±0.5），结论即为未达标')
  })

  it('shows the sum of a schedule, every opinion and where they differ', () => {
    const view = viewOf(
      [
        snapshot('plan', '2021-01-01', [], {
          targets: [
            target('2025', 22, {
              type: 'reach',
              unit: '家',
              baseline: { period: '2020', value: 10 },
            }),
          ],
        }),
        snapshot(
          'now',
          '2024-02-01',
          [
            ['2020', '10'],
            ['2021', '16'],
            ['2022', '17'],
            ['2023', '18'],
          ].map(([period = '', printed = '']) => figure(period, printed, { unit: '家' })),
        ),
      ],
      { catalog: catalog([CUMULATIVE]) },
    )
    const [judgement] = view.judgements
    const lines = judgement ? formatWorking(judgement, view, 'zh') : []
    const text = (label: string) => lines.find((line) => line.label === label)?.text
    expect(text('算式')).toBe(
      '完成率 C = (18 − 10) ÷ (22 − 10) = 66.7%；2023-12-31应完成 E = 60.0%；C ÷ E = 111.2%',
    )
    expect(text('结论')).toBe('达序时')
    expect(text('还需')).toBe('自2023-12-31到2025-12-31共731天，平均每年需再升2.0家')
    expect(text('趋势外推')).toMatch(
      /^4个可比的数拟合直线，每年\+2\.5，2025-12-31为24\.0；照此约在2025年\d+月到达目标$/,
    )
    expect(text('国际可比')).toMatch(/^实际年均21\.7% ÷ 应有年均17\.1% = 126\.8%，进展显著/)
    expect(text('方法不一')).toBeUndefined()
  })
})
