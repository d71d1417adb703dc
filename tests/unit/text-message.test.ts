import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../src/contract/catalog.ts'
import type { Observation } from '../../src/contract/snapshot.ts'
import type { AsOf } from '../../src/domain/standing.ts'
import { viewMessage } from '../../src/domain/message.ts'
import { rankBeside, rankViewOf, viewOverview } from '../../src/domain/overview.ts'
import type { Lang } from '../../src/text/lang.ts'
import { formatPicture } from '../../src/text/picture-words.ts'
import { plain } from '../../src/text/rich.ts'
import { formatMessage } from '../../src/text/sentence.ts'
import { catalog, cut, indicator } from './builders/catalog.ts'
import { evidenceOf, viewOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

interface Setup extends Partial<Indicator> {
  readonly breaks?: ReturnType<typeof cut>[]
}

/** Both sentences of the figures of one document. */
function sentences(rows: Observation[], { breaks = [], ...overrides }: Setup = {}) {
  const named = indicator('pm25', { name: { zh: '浓度', en: 'Level' }, ...overrides })
  const unit = overrides.unit ?? named.unit
  const view = viewOf(
    [
      snapshot(
        'a',
        '2024-01-01',
        rows.map((each) => ({ ...each, unit })),
      ),
    ],
    {
      catalog: catalog([named], { breaks }),
    },
  )
  const message = viewMessage(view)
  return (['zh', 'en'] as const).map((lang) => plain(formatMessage(message, lang)))
}

describe('a sentence says', () => {
  it('that a figure is derived, provisional, of another definition, or shared', () => {
    const of = (overrides: Partial<Observation>) => sentences([figure('2021', '45', overrides)])
    expect(of({ status: 'E' })).toEqual([
      '2021年浓度45微克/立方米（推算）',
      'Level, 2021: 45 µg/m³ (estimated)',
    ])
    expect(of({ status: 'P' })[0]).toBe('2021年浓度45微克/立方米（初步数）')
    expect(of({ status: 'P' })[1]).toContain('(provisional)')
    expect(of({ status: 'D' })[0]).toBe('2021年浓度45微克/立方米（口径不同）')
    expect(of({ status: 'D' })[1]).toContain('(definition differs)')
  })

  it('of a forecast that it is one', () => {
    expect(sentences([figure('2030', '30', { status: 'F' })])).toEqual([
      '2030年浓度预测为30微克/立方米',
      'Level, 2030: 30 µg/m³ (forecast)',
    ])
  })

  it('of an earlier figure that it was derived, where the later one was not', () => {
    const rows = [figure('2020', '48', { status: 'E' }), figure('2021', '45')]
    expect(sentences(rows)).toEqual([
      '2021年浓度45微克/立方米，比2020年（推算）低3微克/立方米',
      'Level, 2021: 45 µg/m³; down 3 µg/m³ from 2020 (estimated)',
    ])
  })

  it.each([
    ['>=', '不低于95%', 'at least 95%'],
    ['>', '超过95%', 'more than 95%'],
    ['<=', '不超过95%', 'at most 95%'],
    ['<', '低于95%', 'less than 95%'],
    ['~', '约95%', 'about 95%'],
  ] as const)('the bound %s in words', (qualifier, zh, en) => {
    const rows = [figure('2021', '95', { qualifier })]
    expect(sentences(rows, { accumulation: 'ratio', unit: '%' })).toEqual([
      `2021年浓度${zh}`,
      `Level, 2021: ${en}`,
    ])
  })

  it('of a total that it is one, so that it is never taken for the work of a year', () => {
    const setup = { accumulation: 'cumulative', unit: '台' } as const
    const rows = [figure('2023-05-29', '1769')]
    expect(
      sentences(rows, { ...setup, name: { zh: '拆改燃煤锅炉', en: 'Boilers removed' } }),
    ).toEqual(['拆改燃煤锅炉累计1769台', 'Boilers removed: 1769 boilers in total'])
    expect(sentences(rows, { ...setup, name: { zh: '累计拆改锅炉', en: 'Boilers' } })[0]).toBe(
      '累计拆改锅炉1769台',
    )
  })

  it('of part of a year that it is a part', () => {
    const rows = [figure('2017-01-01/2017-11-23', '6.0')]
    expect(sentences(rows, { accumulation: 'flow', unit: '万户' })).toEqual([
      '浓度6.0万户（2017年1月1日至11月23日）',
      'Level: 6.0 ×10⁴ households (1 January to 23 November 2017)',
    ])
  })

  it('one thing in the singular', () => {
    const rows = [figure('2023-05-29', '1')]
    expect(sentences(rows, { accumulation: 'stock', unit: '家' })[1]).toBe('Level: 1 enterprise')
  })

  it('why the latest figure is missing, and which was known last', () => {
    const rows = [figure('2020', '48', { status: 'P' }), missing('2021', '站点停运')]
    expect(sentences(rows)).toEqual([
      '2021年浓度缺失：站点停运；最近一期为2020年48微克/立方米（初步数）',
      'Level, 2021: missing, 站点停运; last known: 2020, 48 µg/m³ (provisional)',
    ])
    expect(sentences([missing('2021', '站点停运')])[0]).toBe('2021年浓度缺失：站点停运')
  })

  it('nothing of a missing month beside the year that is the message', () => {
    const rows = [figure('2020', '48'), missing('2021-01', '站点停运')]
    expect(sentences(rows)[0]).toBe('2020年浓度48微克/立方米')
  })

  it('that a break lies before a figure, or within its period', () => {
    const breaks = [cut('pm25', '2018-09-01')]
    const rows = [figure('2016', '84'), figure('2018', '70')]
    expect(sentences([...rows, figure('2021', '45')], { breaks })).toEqual([
      '2021年浓度45微克/立方米；2018年9月口径改变，不与此前比较',
      'Level, 2021: 45 µg/m³; definition changed in September 2018, not compared with earlier figures',
    ])
    expect(sentences(rows, { breaks })[0]).toBe(
      '2018年浓度70微克/立方米；其间口径于2018年9月改变，不与前后比较',
    )
  })

  it('nothing of a break that lies before figures with which it compares', () => {
    // 35 and 35.4 may be one quantity, so that no change is claimed either.
    const breaks = [cut('pm25', '2015-01-01')]
    const rows = [figure('2014', '20'), figure('2021', '35'), figure('2022', '35.4')]
    expect(sentences(rows, { breaks })[0]).toBe('2022年浓度35.4微克/立方米')
    expect(sentences(rows.slice(0, 2), { breaks })[0]).toContain('2015年1月口径改变')
  })

  it('a change from part of a year in English that reads', () => {
    const rows = [figure('2019-01-01/2020-05-29', '5'), figure('2021-01-01/2022-05-29', '9')]
    expect(sentences(rows, { accumulation: 'flow', unit: '家' })).toEqual([
      '浓度9家（2021年1月1日至2022年5月29日），比2019年1月1日至2020年5月29日多4家',
      'Level: 9 enterprises (1 January 2021 to 29 May 2022); 4 enterprises more than in the period 1 January 2019 to 29 May 2020',
    ])
    const halves = [figure('2020-01/2020-06', '48'), figure('2021-01/2021-06', '45')]
    expect(sentences(halves)[1]).toMatch(/; down 3 µg\/m³ from the first half of 2020$/)
  })

  it('what else was published of the same period on the same day', () => {
    const view = viewOf([
      snapshot('a', '2022-01-01', [figure('2021', '45')]),
      snapshot('b', '2022-01-01', [figure('2021', '46')]),
    ])
    const said = (['zh', 'en'] as const).map((lang) =>
      plain(formatMessage(viewMessage(view), lang)),
    )
    expect(said[0]).toMatch(/4([56])微克\/立方米；与同日公布的4(?!\1)[56]微克\/立方米不一致$/)
    expect(said[1]).toMatch(/; disagrees with 4[56] µg\/m³ published on the same day$/)
  })

  it('what the province had in the same period, of the same group only', () => {
    const province = { region: '410000' } as const
    const rows = [figure('2022', '40'), figure('2022', '55', { ...province, breakdown: '城区' })]
    expect(sentences(rows)[0]).toBe('2022年浓度40微克/立方米')
    expect(sentences([...rows, figure('2022', '44', province)])[0]).toBe(
      '2022年浓度40微克/立方米，同期全省44微克/立方米',
    )
  })

  it.each([
    ['mean', '微克/立方米', '高1微克/立方米', 'up 1 µg/m³ from'],
    ['percentile', '微克/立方米', '高1微克/立方米', 'up 1 µg/m³ from'],
    ['ratio', '%', '高1个百分点', 'up 1 percentage point from'],
    ['stock', '座', '多1座', 'up 1 plant from'],
    ['cumulative', '家', '多1家', '1 enterprise more than in'],
    ['flow', '天', '多1天', '1 day more than in'],
  ] as const)('of a %s in %s that it is %s', (accumulation, unit, zh, en) => {
    const rows = [figure('2020', '49'), figure('2021', '50')]
    const said = sentences(rows, { accumulation, unit })
    expect(said[0]).toContain(`比2020年${zh}`)
    expect(said[1]).toContain(`${en} 2020`)
  })

  it('a change against what is wanted without a word of judgement', () => {
    const rows = [figure('2020', '40'), figure('2021', '45')]
    expect(sentences(rows, { desired: 'down' })).toEqual(sentences(rows, { desired: 'up' }))
  })

  it('持平 where both are equal as printed, and 约 where one is printed more coarsely', () => {
    expect(sentences([figure('2020', '45'), figure('2021', '45')])[0]).toMatch(/，与2020年持平$/)
    expect(sentences([figure('2020', '45'), figure('2021', '47.7')])).toEqual([
      '2021年浓度47.7微克/立方米，比2020年高约3微克/立方米',
      'Level, 2021: 47.7 µg/m³; up about 3 µg/m³ from 2020',
    ])
  })

  it('which of several series it speaks of, and no more than that they disagree', () => {
    const rows = [
      figure('2019-11-15', '36', { breakdown: '第一轮' }),
      figure('2023-05-29', '46', { breakdown: '第二轮' }),
    ]
    expect(sentences(rows, { accumulation: 'stock', unit: '项' })[0]).toBe('浓度（第二轮）46项')
    const total = [figure('2022-09-09', '17'), figure('2023-05-29', '9')]
    expect(sentences(total, { accumulation: 'cumulative', unit: '家' })).toEqual([
      '浓度累计9家；与同日公布的17家不一致',
      'Level: 9 enterprises in total; disagrees with 17 enterprises published on the same day',
    ])
  })
})

describe('a place', () => {
  const rank = {
    accumulation: 'rank',
    unit: '位',
    name: { zh: '空气质量全省位次', en: 'Air, rank in province' },
  } as const
  const place = (overrides: Partial<Observation> = {}, setup: Setup = rank) =>
    sentences([figure('2022', '5', overrides)], setup)

  it('in the province is said as such', () => {
    expect(place()).toEqual(['2022年空气质量居全省第5位', 'Air, 2022: No. 5 in the province'])
  })

  it('is not claimed where it is shared, bounded, of another definition or forecast', () => {
    for (const overrides of [
      { note: '与许昌市并列' },
      { qualifier: '<=' },
      { status: 'D' },
      { status: 'F' },
    ] as const) {
      expect(place(overrides)[0]).not.toContain('居全省')
      expect(place(overrides)[1]).not.toMatch(/No\. 5 in the province/)
    }
    expect(place({ note: '与许昌市并列' })[0]).toBe('2022年空气质量全省位次第5位（并列）')
  })

  it('is not claimed in a province where the catalog does not say who is ranked', () => {
    const unknown = { ...rank, name: { zh: '空气质量位次', en: 'Air rank' }, scope: '168个城市' }
    expect(place({}, unknown)[0]).toBe('2022年空气质量位次第5位')
  })

  it('is told with the best and the worst of those that compare, from three on', () => {
    const rows = [figure('2020', '9'), figure('2021', '3'), figure('2022', '5')]
    expect(sentences(rows, rank)[0]).toMatch(/，已知3期里最好第3位、最后第9位$/)
    expect(sentences(rows.slice(1), rank)[0]).toBe('2022年空气质量居全省第5位')
    const breaks = [cut('pm25', '2021-01-01')]
    expect(sentences(rows, { ...rank, breaks })[0]).not.toContain('最好')
  })
})

describe('what does not go with a figure of another indicator', () => {
  const known = readShipped()
  const say = (id: string) => {
    const view = viewOf(known.snapshots, { catalog: known.catalog, indicator: id })
    return (['zh', 'en'] as const).map((lang) => plain(formatMessage(viewMessage(view), lang)))
  }

  it('is said on the pages of both, with the name and the figure of the other', () => {
    expect(say('villages-waste-collected')).toEqual([
      '生活垃圾收运处置行政村1755个；与2023年4月公布的行政村总数1826个不一致',
      'Villages with waste collection: 1755; disagrees with what was published in April 2023: 1826 for administrative villages',
    ])
    expect(say('villages-total')).toEqual([
      '行政村总数1826个；与2023年5月公布的生活垃圾收运处置行政村1755个不一致',
      'Administrative villages: 1826; disagrees with what was published in May 2023: 1755 for villages with waste collection',
    ])
  })
})

const { catalog: shipped, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, shipped)
const DAYS: readonly AsOf[] = ['2019-12-31', '2022-09-09', '2023-05-29', 'latest']
const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December'

/** The numbers of a text without its indicator's name; months by their number. */
function numbersIn(text: string, names: readonly string[]): readonly string[] {
  const bare = names
    .reduce((left, name) => left.split(name).join(' '), text)
    .replace(/×10[⁴⁸]/g, '')
  const dated = bare.replace(
    new RegExp(MONTHS, 'g'),
    (month) => ` ${MONTHS.split('|').indexOf(month) + 1} `,
  )
  return (dated.match(/\d+(?:\.\d+)?/g) ?? []).map((each) => String(Number(each))).sort()
}

const texts = DAYS.flatMap((asOf) => {
  const { views } = viewOverview(evidence, { asOf, region: '410800' })
  return views.map((view) => {
    const kin = rankViewOf(view, views, evidence)
    const point = rankBeside(view, kin)
    const message = viewMessage(
      view,
      kin && point ? { indicator: kin.indicator, point } : undefined,
    )
    const say = (write: typeof formatMessage) => ({
      zh: plain(write(message, 'zh')),
      en: plain(write(message, 'en')),
    })
    const title = `${view.indicator.id} as of ${asOf}`
    const names = shipped.indicators.map(({ name }) => name)
    return { title, names, sentence: say(formatMessage), picture: say(formatPicture) }
  })
})

describe('over all shipped indicators as of four days', () => {
  it('both languages give the same numbers, in sentence and picture', () => {
    expect(texts).toHaveLength(4 * 75)
    for (const { title, names, sentence, picture } of texts) {
      for (const said of [sentence, picture]) {
        const of = (lang: Lang) =>
          numbersIn(
            said[lang],
            names.map((name) => name[lang]),
          )
        expect([title, of('en')]).toEqual([title, of('zh')])
      }
    }
  })

  it('no sentence judges, shouts, stutters or leaves a blank', () => {
    for (const { title, sentence } of texts) {
      expect([title, sentence.zh]).not.toEqual([
        title,
        expect.stringMatching(/恶化|改善|可喜|！|年年度|undefined|NaN|：$| {2}/),
      ])
      expect([title, sentence.en]).not.toEqual([
        title,
        expect.stringMatching(/better|worse[^t]|improv|!|undefined|NaN|:$| {2}|\b1 \w+s\b/),
      ])
    }
  })

  it('every growing total is called one', () => {
    const totals = shipped.indicators.filter(({ accumulation }) => accumulation === 'cumulative')
    for (const { title, sentence } of texts) {
      const isTotal = totals.some(({ id }) => title.startsWith(`${id} as`))
      if (!isTotal || sentence.zh.includes('尚无数据')) continue
      expect([title, sentence.zh]).toEqual([title, expect.stringContaining('累计')])
      expect([title, sentence.en]).toEqual([title, expect.stringContaining('in total')])
    }
  })
})
