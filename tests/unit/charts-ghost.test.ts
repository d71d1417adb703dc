/** Made-up revisions: an earlier vintage as a ghost line. */
import { describe, expect, it } from 'vitest'
import type { Accumulation } from '../../src/contract/catalog.ts'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { buildChart } from '../../src/charts/build-chart.ts'
import { differingDays, earlierVintage } from '../../src/domain/earlier-vintage.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf, viewOf } from './builders/evidence.ts'
import { frame, linesOf, marksOf, pictureOf, textsOf } from './builders/picture.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const FIRST = snapshot('a', '2021-01-01', [
  figure('2018', '60'),
  figure('2019', '50'),
  figure('2020', '45'),
])
const LONGER = snapshot('b', '2022-01-01', [figure('2021', '44')])
const REVISED = snapshot('c', '2023-01-01', [figure('2020', '48'), figure('2022', '43')])
const ALL = [FIRST, LONGER, REVISED]

function setup(
  snapshots: readonly Snapshot[],
  accumulation: Accumulation = 'mean',
  asOf = 'latest',
) {
  const only = catalog([indicator('pm25', { accumulation })])
  const evidence = evidenceOf(snapshots, only)
  const view = viewOf(snapshots, { catalog: only, asOf })
  const { main } = view
  if (!main) throw new Error('nothing is known')
  return { view, main, vintage: (day: string) => earlierVintage(main, day, evidence) }
}

describe('the days on which an earlier vintage is on offer', () => {
  it('are those on which a figure differed, not those that only knew fewer', () => {
    expect(differingDays(setup(ALL).main)).toEqual(['2022-01-01', '2021-01-01'])
    expect(differingDays(setup([FIRST, LONGER]).main)).toEqual([])
  })

  it('are none where a figure was repeated, or printed with other precision', () => {
    const repeated = snapshot('c', '2023-01-01', [figure('2020', '45'), figure('2019', '50.2')])
    expect(differingDays(setup([FIRST, repeated]).main)).toEqual([])
  })

  it('lie before the day that is shown', () => {
    expect(differingDays(setup(ALL, 'mean', '2022-06-01').main)).toEqual([])
    const again = snapshot('d', '2024-01-01', [figure('2020', '49')])
    expect(differingDays(setup([...ALL, again], 'mean', '2023-06-01').main)).toEqual([
      '2022-01-01',
      '2021-01-01',
    ])
  })

  it('do not depend on the order in which publications arrived', () => {
    expect(differingDays(setup([...ALL].reverse()).main)).toEqual(['2022-01-01', '2021-01-01'])
  })
})

describe('an earlier vintage', () => {
  it('is the series as it was known, and names the points that differed', () => {
    const vintage = setup(ALL).vintage('2022-01-01')
    expect(vintage?.series.points.map(({ period }) => period.text)).toEqual([
      '2018',
      '2019',
      '2020',
      '2021',
    ])
    expect(vintage?.differing.map(({ statement }) => statement.value)).toEqual([45])
  })

  it('is none of a day on which nothing differed', () => {
    expect(setup(ALL).vintage('2023-01-01')).toBeNull()
    expect(setup(ALL).vintage('2020-01-01')).toBeNull()
  })
})

const FORMS: readonly (readonly [string, Accumulation, number])[] = [
  ['stretches', 'mean', 1],
  ['columns', 'flow', 1],
  ['line', 'ratio', 2],
  ['ranks', 'rank', 2],
]

describe('the ghost line', () => {
  it.each(FORMS)(
    'of %s runs where the figures differed, and says of what day it is',
    (form, accumulation, lines) => {
      const { view, vintage } = setup(ALL, accumulation)
      expect(view.form).toBe(form)
      const ghost = vintage('2022-01-01')
      const picture = pictureOf(view, ghost ? { ghost } : {})
      expect(linesOf(picture, 'ghost')).toHaveLength(lines)
      expect(marksOf(picture, 'ghost-mark')).toHaveLength(1)
      expect(textsOf(picture)).toContain('2022-01-01所知')
      expect(picture.points.filter(({ knownOn }) => knownOn === '2022-01-01')).toHaveLength(1)
    },
  )

  it('of a growing total runs along its old steps', () => {
    const total = [
      snapshot('a', '2021-01-01', [
        figure('2018', '10'),
        figure('2019', '20'),
        figure('2020', '30'),
      ]),
      snapshot('b', '2022-01-01', [figure('2020', '35')]),
    ]
    const { view, vintage } = setup(total, 'cumulative')
    const ghost = vintage('2021-01-01')
    expect(view.form).toBe('steps')
    expect(linesOf(pictureOf(view, ghost ? { ghost } : {}), 'ghost')).toHaveLength(1)
  })

  it('is dashed otherwise than a target', () => {
    const { view, vintage } = setup(ALL)
    const ghost = vintage('2022-01-01')
    const [line] = linesOf(pictureOf(view, ghost ? { ghost } : {}), 'ghost')
    expect(line?.stroke.dashPx).toHaveLength(4)
  })

  it('leaves the picture as it is when nothing is chosen', () => {
    const { view } = setup(ALL)
    const picture = pictureOf(view)
    expect(linesOf(picture, 'ghost')).toEqual([])
    expect(picture.points.every(({ knownOn }) => knownOn === undefined)).toBe(true)
  })

  it('stays inside the axis, whatever the old figure was', () => {
    const high = [FIRST, snapshot('c', '2023-01-01', [figure('2018', '6')])]
    const { view, vintage } = setup(high, 'ratio')
    const ghost = vintage('2021-01-01')
    const picture = buildChart(view, frame(ghost ? { ghost } : {}))
    const old = picture?.points.find(({ knownOn }) => knownOn !== undefined)
    expect(old?.yPx).toBeGreaterThan(0)
    expect(old?.yPx).toBeLessThan(320)
  })

  it('goes with the kind of period that is switched off', () => {
    const { view, vintage } = setup(ALL)
    const ghost = vintage('2022-01-01')
    const picture = pictureOf(view, { ...(ghost ? { ghost } : {}), hidden: new Set(['year']) })
    expect(linesOf(picture, 'ghost')).toEqual([])
  })
})
