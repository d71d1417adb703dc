import { describe, expect, it } from 'vitest'
import { viewIndicator, type IndicatorView } from '../../src/domain/indicator-view.ts'
import { viewRounds } from '../../src/domain/inspection.ts'
import type { Point } from '../../src/domain/point.ts'
import { viewPublication } from '../../src/domain/publication-view.ts'
import { evidenceOf, noticeKinds, runsOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'

const { manifest, catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)
const CITY = '410800'

function view(id: string, asOf = 'latest', region = CITY): IndicatorView {
  const found = viewIndicator(evidence, id, { asOf, region })
  if (!found) throw new Error(`no view of ${id}`)
  return found
}

function mainOf(id: string, asOf?: string) {
  const { main } = view(id, asOf)
  if (!main) throw new Error(`nothing is known of ${id}`)
  return main
}

/** Period, value, digits: what a reader sees of a point. */
function said(point: Point | undefined) {
  if (point?.reading.kind !== 'value') return point?.reading.reason
  return `${point.period.text} ${point.reading.value.toFixed(point.reading.decimals)}`
}

describe('what is shipped', () => {
  it('is whole: publications, figures, indicators, targets, breaks', () => {
    expect(snapshots).toHaveLength(28)
    expect(snapshots.flatMap(({ observations }) => observations)).toHaveLength(292)
    expect(snapshots.flatMap(({ targets }) => targets)).toHaveLength(9)
    expect(catalog.indicators).toHaveLength(75)
    expect(catalog.breaks).toHaveLength(9)
    expect(manifest.snapshots.map(({ id }) => id).sort()).toEqual(
      snapshots.map(({ id }) => id).sort(),
    )
  })

  it('can be viewed: every indicator, on days between, from a district and a county', () => {
    for (const { id } of catalog.indicators) {
      for (const asOf of ['2010-01-01', '2018-12-31', '2021-01-01', '2023-05-28']) {
        expect(view(id, asOf).indicator.id).toBe(id)
      }
      for (const code of ['410802', '410883']) expect(view(id, 'latest', code).main).toBeDefined()
    }
  })

  it('has a headline for every indicator, each with its source', () => {
    for (const { id } of catalog.indicators) {
      const { headline } = view(id)
      expect(headline?.reading.kind).toBe('value')
      expect(snapshots.map((each) => each.id)).toContain(headline?.source.id)
    }
  })

  it('shows every figure of every publication on its page', () => {
    for (const { id, observations, targets } of snapshots) {
      const page = viewPublication(evidence, id, 'latest')
      expect(page?.groups.flatMap(({ rows }) => rows)).toHaveLength(observations.length)
      expect(page?.targets).toHaveLength(targets.length)
    }
  })

  it('knows nothing before the first publication', () => {
    for (const { id } of catalog.indicators) expect(view(id, '2017-02-24').series).toEqual([])
  })
})

describe('the report of 2023-05-29', () => {
  const report = snapshots.find(({ id }) => id === 'jz-rectification-2023-05-29')

  it('has its 55 figures, each to be found with value, unit, qualifier, period and place', () => {
    expect(report?.observations).toHaveLength(55)
    for (const observation of report?.observations ?? []) {
      const found = view(observation.indicator, 'latest', observation.region)
      const point = found.series
        .flatMap(({ points }) => points)
        .find(
          ({ statement }) =>
            statement.publication === 'jz-rectification-2023-05-29' &&
            statement.breakdown === observation.breakdown,
        )
      expect(point?.statement).toMatchObject(observation)
      expect(point?.period.text).toBe(observation.period)
      expect(observation.locator).toBeTruthy()
      expect(observation.printed).toBeTruthy()
    }
  })

  it('keeps "more than" and "at least"', () => {
    const qualifierOf = (id: string) => {
      const reading = view(id).headline?.reading
      return reading?.kind === 'value' ? reading.qualifier : undefined
    }
    expect(qualifierOf('manure-facility-rate')).toBe('>=')
    expect(qualifierOf('manure-utilisation')).toBe('>=')
    expect(qualifierOf('river-chiefs-all')).toBe('>')
  })
})

describe('PM2.5', () => {
  it('as of 2021-01-01 does not know 2021, and leads with 84.0 of 2016', () => {
    const found = view('pm25', '2021-01-01')
    expect(said(found.headline)).toBe('2016 84.0')
    expect(found.main?.points.map(({ period }) => period.text)).not.toContain('2021')
    expect(
      found.sources.filter((use) => use.isKnown).map(({ publication }) => publication.published),
    ).not.toContain('2022-09-09')
  })

  it('leads with 45 of 2021, has the break of 2018-09-01, and the province beside it', () => {
    const found = view('pm25')
    expect(said(found.headline)).toBe('2021 45')
    expect(found.main?.breaks.map(({ from }) => from)).toEqual(['2018-09-01'])
    expect(noticeKinds(found)).toContain('break')
    expect(found.peers.map(({ region }) => region.code)).toEqual(['410000'])
    expect(found.form).toBe('stretches')
  })

  it('holds months and years of 2014 to 2016, the half-year and month of 2018, and no year between', () => {
    const { points, runs } = mainOf('pm25')
    const texts = points.map(({ period }) => period.text)
    expect(texts).toEqual(
      expect.arrayContaining(['2014', '2015', '2016', '2021', '2018-01/2018-06']),
    )
    expect(texts.filter((text) => /^201[4-6]-\d\d$/.test(text))).toHaveLength(36)
    for (const absent of ['2017', '2018', '2019', '2020']) expect(texts).not.toContain(absent)
    const years = runs.filter(({ kind }) => kind === 'year').map((run) => run.points.map(said))
    expect(years).toEqual([['2014 77.5', '2015 85.4', '2016 84.0'], ['2021 45']])
  })

  it('takes the province year of 2018, which contains the break, for neither side', () => {
    const [province] = view('pm25').peers
    const joined = province?.runs.flatMap((run) => run.points.map(({ period }) => period.text))
    expect(province?.points.map(({ period }) => period.text)).toContain('2018')
    expect(joined).not.toContain('2018')
  })

  it('shows the targets of the province as its own', () => {
    const found = view('pm25')
    expect(found.targets.map(({ reading, region }) => [reading.value, region.code])).toEqual([
      [63, '410000'],
      [42.5, '410000'],
    ])
    expect(noticeKinds(found)).toContain('target-owner')
    expect(view('pm25', '2021-01-01').targets).toHaveLength(1)
  })
})

describe('levels', () => {
  it('park green space: 11.1 is another definition and joined to nothing, 14 and 16.77 compare', () => {
    const park = mainOf('park-green-per-capita')
    expect(park.points.map((point) => [said(point), point.status])).toEqual([
      ['2017-10-13 11.1', 'D'],
      ['2018-10-30 14', 'A'],
      ['2022 16.77', 'A'],
    ])
    expect(runsOf(park)).toEqual([['end', [14, 16.77]]])
    expect(noticeKinds(view('park-green-per-capita'))).toContain('definition')
  })

  it('forest coverage compares a day of 2017 with the end of 2021', () => {
    const [run] = mainOf('forest-coverage').runs
    expect(run?.points.map(said)).toEqual(['2017-10-13 31.2', '2021 35.2'])
  })

  it('forest cultivated is shown in one unit, scaled exactly', () => {
    expect(mainOf('forest-cultivated').points.map(said)).toEqual(['2019 18.15', '2022 11.96'])
  })

  it('clean heating: 37.9 and 37.85 are one stock, rounded, and the years are another indicator', () => {
    const found = view('clean-heating-households')
    const rounding = found.notices.find((notice) => notice.kind === 'rounding')
    expect(rounding && [said(rounding.earlier), said(rounding.later)]).toEqual([
      '2022-09-09 37.9',
      '2023-05-29 37.85',
    ])
    expect(found.main?.contradictions).toEqual([])
    expect(runsOf(mainOf('clean-heating-households'))).toEqual([['end', [37.9, 37.85]]])
  })

  it('the work of single years: 6.0 in 2017, against 5; 8.2 due in 2018, and nothing reported', () => {
    const found = view('clean-heating-households-yearly')
    expect(found.main?.points.map(said)).toEqual(['2017-01-01/2017-11-23 6.0'])
    expect(found.targets.map(({ period, reading }) => [period.text, reading.value])).toEqual([
      ['2017', 5],
      ['2018', 8.2],
    ])
    expect(noticeKinds(found)).toContain('single')
  })
})

describe('contradictions', () => {
  const told = (id: string) =>
    view(id).main?.contradictions.map(({ point, against, other }) => [
      said(point),
      against.id,
      other?.statement.value,
    ])

  it.each([
    ['green-factories', '2023-05-29 9', 17],
    ['green-products', '2023-05-29 10', 14],
    ['green-supply-chains', '2023-05-29 3', 4],
  ])('%s says %s against %d, and joins neither', (id, later, before) => {
    expect(told(id)).toEqual([[later, 'jz-press-2022-09-09', before]])
    expect(mainOf(id).runs.flatMap((run) => run.points.map(said))).not.toContain(later)
  })

  it('are not known before the later publication', () => {
    expect(mainOf('green-factories', '2023-01-01').contradictions).toEqual([])
  })

  it('1755 villages contradict the document that counts 1826', () => {
    expect(told('villages-waste-collected')).toEqual([
      ['2023-05-29 1755', 'jz-rural-2023-04-14', undefined],
    ])
    expect(said(view('villages-total').headline)).toBe('2022-12-31 1826')
  })

  it('415 systems at 513 enterprises are marked as odd in the source itself', () => {
    expect(noticeKinds(view('gate-systems'))).toContain('sic')
    expect(noticeKinds(view('gate-enterprises'))).toContain('sic')
  })

  it('are found nowhere else', () => {
    const contradicted = catalog.indicators
      .map(({ id }) => view(id))
      .filter(({ series }) => series.some(({ contradictions }) => contradictions.length > 0))
      .map(({ indicator }) => indicator.id)
    expect(contradicted.sort()).toEqual([
      'green-factories',
      'green-products',
      'green-supply-chains',
      'villages-waste-collected',
    ])
  })
})

describe('inspection', () => {
  it('has two rounds: 34 of 46, and 22 of 36', () => {
    const rounds = viewRounds(evidence, { asOf: 'latest', region: CITY })
    expect(
      rounds.map(({ parts }) => [parts.total, ...parts.parts.map(({ value }) => value)]),
    ).toEqual([
      [46, 34, 12],
      [36, 22, 14],
    ])
  })

  it('keeps the two rounds apart, the later one first, and shows it as parts of a whole', () => {
    const found = view('inspection-tasks')
    expect(found.series.map(({ breakdown }) => breakdown)).toEqual([
      '2021-2022省委督察',
      '2018省委省政府督察',
    ])
    expect(found.form).toBe('parts')
    expect(found.parts?.total).toBe(46)
    expect(found.parts?.parts.map(({ value }) => value)).toEqual([34, 12])
  })
})
