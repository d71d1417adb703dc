import { describe, expect, it } from 'vitest'
import { viewIndicator } from '../../src/domain/indicator-view.ts'
import { catalog, cut, indicator, PROVINCE, region } from './builders/catalog.ts'
import { evidenceOf, noticeKinds, viewOf } from './builders/evidence.ts'
import { figure, missing, snapshot, target } from './builders/snapshot.ts'

const at = { asOf: 'latest', region: '410800' } as const

describe('the view of an indicator', () => {
  it('is null for an id that the catalog does not know', () => {
    expect(viewIndicator(evidenceOf([]), 'nobody', at)).toBeNull()
    expect(viewIndicator(evidenceOf([]), '__proto__', at)).toBeNull()
  })

  it('knows nothing before anything was published, and says of which region', () => {
    const view = viewOf([snapshot('a', '2022-09-09', [figure('2021', '45')])], {
      asOf: '2022-09-08',
    })
    expect(view.main).toBeUndefined()
    expect(view.headline).toBeUndefined()
    expect([view.series, view.peers, view.notices, view.targets]).toEqual([[], [], [], []])
    expect(view.form).toBe('fact')
    expect(view.region.code).toBe('410800')
  })

  it('asks for the city of the data where the region is unknown', () => {
    const all = [
      snapshot('a', '2022-09-09', [
        figure('2021', '45'),
        figure('2021', '50', { region: '410000' }),
      ]),
    ]
    for (const code of ['999999', '', '__proto__', 'constructor']) {
      const view = viewOf(all, { region: code })
      expect([view.asked.code, view.region.code]).toEqual(['410800', '410800'])
    }
  })

  it('falls back to the only region with figures, and says so', () => {
    const all = [snapshot('a', '2022-09-09', [figure('2021', '45')])]
    const view = viewOf(all, { region: '410802' })
    expect([view.asked.code, view.region.code]).toEqual(['410802', '410800'])
    expect(noticeKinds(view)).toContain('region')
    expect(noticeKinds(viewOf(all))).not.toContain('region')
  })

  it('does not fall back to a region that is only known later', () => {
    const all = [
      snapshot('a', '2021-01-01', [figure('2020', '52', { region: '410000' })]),
      snapshot('b', '2022-09-09', [figure('2021', '45')]),
    ]
    expect(viewOf(all, { asOf: '2021-06-01' }).region.code).toBe('410000')
    expect(viewOf(all).region.code).toBe('410800')
  })

  it('puts the province beside the city, never in its place', () => {
    const all = [
      snapshot('a', '2022-09-09', [
        figure('2021', '45'),
        figure('2020', '52', { region: '410000' }),
        figure('2022', '47.7', { region: '410000' }),
      ]),
    ]
    const view = viewOf(all)
    expect(view.headline?.statement).toMatchObject({ region: '410800', value: 45 })
    expect(view.peers.map((series) => series.region.code)).toEqual(['410000'])
    expect(view.series.flatMap(({ points }) => points)).toHaveLength(1)
    expect(viewOf(all, { region: '410000' }).peers).toEqual([])
  })

  it('keeps breakdowns apart, the one with the latest headline first', () => {
    const round = (breakdown: string, period: string, printed: string) =>
      figure(period, printed, { breakdown })
    const all = [
      snapshot('a', '2019-11-15', [round('2018督察', '2019-11-15', '36')]),
      snapshot('b', '2023-05-29', [round('2021督察', '2023-05-29', '46')]),
    ]
    const view = viewOf(all, { catalog: catalog([indicator('pm25', { accumulation: 'stock' })]) })
    expect(view.series.map(({ breakdown }) => breakdown)).toEqual(['2021督察', '2018督察'])
    expect(view.headline?.statement.value).toBe(46)
    expect(view.form).toBe('fact')
  })

  it('does not take an inherited name for a breakdown', () => {
    const all = [snapshot('a', '2022-09-09', [figure('2021', '45', { breakdown: '__proto__' })])]
    expect(viewOf(all).main?.breakdown).toBe('__proto__')
  })
})

describe('targets', () => {
  it('are known from the day they were published', () => {
    const all = [
      snapshot('a', '2018-02-08', [], { targets: [target('2018', 63, { region: '410000' })] }),
    ]
    expect(viewOf(all, { asOf: '2018-02-07' }).targets).toEqual([])
    expect(viewOf(all, { asOf: '2018-02-08' }).targets).toHaveLength(1)
  })

  it('of another region name their owner', () => {
    const all = [
      snapshot('a', '2022-03-03', [figure('2021', '45')], {
        targets: [target('2025', 42.5, { decimals: 1, region: '410000' })],
      }),
    ]
    expect(viewOf(all).targets[0]?.region.code).toBe('410000')
    expect(noticeKinds(viewOf(all))).toContain('target-owner')
  })

  it('of another indicator, or of a region that is not above, are not shown', () => {
    const targets = [
      target('2025', 40, { indicator: 'pm10' }),
      target('2025', 41, { region: '410802' }),
      target('2025', 42, { unit: '天' }),
    ]
    expect(viewOf([snapshot('a', '2022-03-03', [], { targets })]).targets).toEqual([])
  })

  it('restated on one day are decided like figures, in any order', () => {
    const press = snapshot('a', '2022-03-03', [], { targets: [target('2025', 41)], grade: 'press' })
    const official = snapshot('b', '2022-03-03', [], { targets: [target('2025', 42)] })
    const later = snapshot('c', '2023-03-03', [], { targets: [target('2025', 43)], grade: 'press' })
    const valuesOf = (...all: (typeof press)[]) =>
      viewOf(all).targets.map(({ reading }) => reading.value)
    expect(valuesOf(press, official)).toEqual([42])
    expect(valuesOf(official, press)).toEqual([42])
    expect(valuesOf(later, official, press)).toEqual([43])
  })

  it('are read in the unit of the indicator', () => {
    const mg = target('2025', 0.04, { decimals: 2, unit: '毫克/立方米' })
    const [found] = viewOf([snapshot('a', '2022-03-03', [], { targets: [mg] })]).targets
    expect(found?.reading).toMatchObject({ value: 40, decimals: 0 })
  })
})

describe('sources', () => {
  const all = [
    snapshot('old', '2017-02-25', [figure('2015', '85.4'), figure('2016', '84.0')]),
    snapshot('aims', '2018-02-08', [], { targets: [target('2018', 63, { region: '410000' })] }),
    snapshot('new', '2022-09-09', [figure('2021', '45')]),
    snapshot('other', '2022-10-01', [figure('2021', '84', { indicator: 'pm10' })]),
    snapshot('far', '2022-11-01', [figure('2021', '39', { region: '410802' })]),
  ]

  it('are those that speak of the indicator in the regions shown, latest first', () => {
    expect(
      viewOf(all).sources.map((use) => [use.publication.id, use.figures, use.targets]),
    ).toEqual([
      ['new', 1, 0],
      ['aims', 0, 1],
      ['old', 2, 0],
    ])
  })

  it('of later days are listed as not known yet', () => {
    const { sources } = viewOf(all, { asOf: '2021-01-01' })
    expect(sources.map((use) => [use.publication.id, use.isKnown])).toEqual([
      ['new', false],
      ['aims', true],
      ['old', true],
    ])
  })

  it('count the standing revision only', () => {
    const mended = snapshot('old', '2017-02-25', [figure('2016', '84.0')], { revision: 2 })
    const use = viewOf([...all, mended]).sources.find(({ publication }) => publication.id === 'old')
    expect([use?.figures, use?.publication.revision]).toEqual([1, 2])
  })
})

describe('notices', () => {
  const kindsOf = (
    observations: Parameters<typeof snapshot>[2],
    options: Parameters<typeof viewOf>[1] = {},
  ) => noticeKinds(viewOf([snapshot('a', '2024-01-01', observations)], options))
  const level = { catalog: catalog([indicator('pm25', { accumulation: 'stock' })]) }

  it('name each status in words', () => {
    expect(
      kindsOf([
        figure('2018', '1', { status: 'D' }),
        figure('2019', '1', { status: 'E' }),
        figure('2020', '1', { status: 'P' }),
        figure('2021', '1', { status: 'F' }),
        missing('2022', '未监测'),
      ]),
    ).toEqual(['definition', 'estimated', 'provisional', 'forecast', 'missing'])
  })

  it('say that one figure is one figure', () => {
    expect(kindsOf([figure('2021', '45')])).toEqual(['single'])
    expect(kindsOf([figure('2021', '45'), figure('2020', '48')])).toEqual([])
    expect(kindsOf([missing('2021', '未监测')])).toEqual(['missing'])
  })

  it('say that periods of a mean are never one line, and that of a level they may be', () => {
    const mixed = [figure('2021', '45'), figure('2021-05', '40')]
    expect(kindsOf(mixed)).toEqual(['mixed-periods'])
    const percentile = catalog([indicator('pm25', { accumulation: 'percentile' })])
    expect(kindsOf(mixed, { catalog: percentile })).toEqual(['mixed-periods'])
    expect(kindsOf(mixed, level)).toEqual([])
  })

  it('explain rounding of a level that seems to fall, and of nothing else', () => {
    const near = [figure('2021', '45'), figure('2022', '44.7')]
    expect(kindsOf(near, level)).toEqual(['rounding'])
    expect(kindsOf(near)).toEqual([])
    const open = [figure('2021', '45', { qualifier: '>=' }), figure('2022', '44.7')]
    expect(kindsOf(open, level)).toEqual([])
  })

  it('show a break only where figures lie on both sides, or across it', () => {
    const broken = {
      catalog: catalog([indicator('pm25')], { breaks: [cut('pm25', '2018-09-01')] }),
    }
    expect(kindsOf([figure('2016', '84'), figure('2017', '80')], broken)).toEqual([])
    expect(kindsOf([figure('2016', '84'), figure('2021', '45')], broken)).toEqual(['break'])
    expect(kindsOf([figure('2018', '61'), figure('2019', '60')], broken)).toEqual(['break'])
    expect(kindsOf([figure('2016', '84'), missing('2021', '未监测')], broken)).toEqual(['missing'])
  })

  it('show every break of one day, each in its own region', () => {
    const breaks = [
      { ...cut('pm25', '2018-09-01', '410000'), reason: '省口径' },
      { ...cut('pm25', '2018-09-01', '410800'), reason: '市口径' },
    ]
    const both = [
      figure('2016', '84'),
      figure('2021', '45'),
      figure('2016', '73', { region: '410000' }),
      figure('2021', '50', { region: '410000' }),
    ]
    const setup = { catalog: catalog([indicator('pm25')], { breaks }) }
    expect(kindsOf(both, setup)).toEqual(['break', 'break'])
    expect(kindsOf(both.slice(0, 3), setup)).toEqual(['break'])
  })

  it('pass on plain notes; that of a point where the series breaks is the reason of the break', () => {
    const notes = [
      figure('2021', '45', { note: '不含济源' }),
      figure('2022', '44', { note: '口径调整', status: 'B' }),
      figure('2023', '43', { note: '推算', status: 'E' }),
    ]
    expect(kindsOf(notes)).toEqual(['break', 'estimated', 'note'])
    expect(kindsOf(notes.slice(1))).toEqual(['estimated', 'note'])
  })

  it('mark what the transcriber found odd in the source', () => {
    expect(kindsOf([figure('2021', '45', { note: '套数少于覆盖企业数,原文如此' })])).toEqual([
      'sic',
      'single',
    ])
  })
})

describe('size', () => {
  it('does not grow faster than the series: four times the figures, far less than sixteen times the work', () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, i) => {
        const day = new Date(Date.UTC(1990, 0, 1 + i)).toISOString().slice(0, 10)
        return snapshot(`day-${i}`, day, [figure(day, String(i % 300))])
      })
    const reads = (count: number) => {
      const evidence = evidenceOf(days(count))
      let statementReads = 0
      const counted = {
        ...evidence,
        statementsOf: (id: string, region: string) =>
          evidence.statementsOf(id, region).map(
            (statement) =>
              new Proxy(statement, {
                get(of, key) {
                  if (key === 'publication') statementReads += 1
                  return Reflect.get(of, key) as unknown
                },
              }),
          ),
      }
      expect(viewIndicator(counted, 'pm25', at)?.main?.points).toHaveLength(count)
      return statementReads
    }
    expect(reads(1600)).toBeLessThan(reads(400) * 5)
  })
})

describe('a catalog of one region', () => {
  it('needs no other', () => {
    const alone = catalog([indicator('pm25')], { regions: [PROVINCE] })
    const all = [snapshot('a', '2022-09-09', [figure('2021', '45', { region: '410000' })])]
    expect(viewOf(all, { catalog: alone }).headline?.statement.value).toBe(45)
    const none = catalog([indicator('pm25')], { regions: [] })
    expect(viewIndicator(evidenceOf(all, none), 'pm25', at)).toBeNull()
    const loop = catalog([indicator('pm25')], { regions: [region('410000', '410000')] })
    expect(viewOf(all, { catalog: loop, region: '410000' }).peers).toEqual([])
  })
})
