import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/contract/catalog.ts'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import {
  countNews,
  viewSinceVisit,
  type Now,
  type SinceVisit,
} from '../../src/domain/since-visit.ts'
import { formatSince, formatStatusNews } from '../../src/text/since-text.ts'
import { targetKey } from '../../src/domain/target-view.ts'
import { shownNow, type Shown } from '../../src/domain/visit.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf } from './builders/evidence.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const REPORT = snapshot('report', '2022-09-09', [figure('2021', '45')])
const NEXT = snapshot('next', '2023-05-29', [figure('2022', '44'), figure('2021', '45')])

/** What a device showed that had these and nothing else. */
function shownOf(snapshots: readonly Snapshot[], more: Partial<Shown> = {}): Shown {
  const { publications } = evidenceOf(snapshots)
  const shown = shownNow(publications, { seq: 1, today: '2022-10-01' })
  if (!shown) throw new Error('nothing shown')
  return { ...shown, ...more }
}

interface Options extends Partial<Now> {
  readonly catalog?: Catalog
}

function since(
  shown: Shown,
  snapshots: readonly Snapshot[],
  { catalog: known = catalog(), ...more }: Options = {},
): SinceVisit {
  const now = { region: '410800', today: '2023-06-01', seq: 2, ...more }
  return viewSinceVisit(evidenceOf(snapshots, known), shown, now)
}

/** 'pm25 2021: 45 → 46'. */
function figures(news: SinceVisit['added']): readonly string[] {
  return news.map(({ indicator: { id }, region, period, before, after }) => {
    const say = (vintage: typeof before) =>
      vintage?.reading.kind === 'value' ? vintage.reading.value : '–'
    return `${id} ${region.code} ${period.text}: ${say(before)} → ${say(after)}`
  })
}

describe('since the last visit', () => {
  it('nothing is new where knowledge has reached the same day', () => {
    const found = since(shownOf([REPORT]), [REPORT], { today: '2099-01-01' })
    expect(countNews(found)).toBe(0)
    expect(found).toMatchObject({ publications: [], added: [], revised: [], mended: [], late: [] })
  })

  it('a publication is new with the figures that were not known; what it repeats is not', () => {
    const found = since(shownOf([REPORT]), [NEXT, REPORT])
    expect(found.publications.map(({ id }) => id)).toEqual(['next'])
    expect(figures(found.added)).toEqual(['pm25 410800 2022: – → 44'])
    expect(found.revised).toEqual([])
    expect(countNews(found)).toBe(1)
  })

  it('a figure is revised where a later publication gives another', () => {
    const other = snapshot('other', '2023-05-29', [figure('2021', '46')])
    const found = since(shownOf([REPORT]), [REPORT, other])
    expect(figures(found.revised)).toEqual(['pm25 410800 2021: 45 → 46'])
    expect(found.added).toEqual([])
  })

  it('a figure that is only printed with other precision is not revised', () => {
    const rough = snapshot('rough', '2022-09-09', [figure('2021', '37.9')])
    const fine = snapshot('fine', '2023-05-29', [figure('2021', '37.85')])
    const stock = catalog([indicator('pm25', { accumulation: 'stock' })])
    const found = since(shownOf([rough]), [rough, fine], { catalog: stock })
    expect([found.added, found.revised, found.statuses]).toEqual([[], [], []])
    expect(found.publications.map(({ id }) => id)).toEqual(['fine'])
  })

  it('a figure that held and became final has changed its status', () => {
    const first = snapshot('first', '2022-09-09', [figure('2021', '45', { status: 'P' })])
    const found = since(shownOf([first]), [first, NEXT])
    expect(figures(found.statuses)).toEqual(['pm25 410800 2021: 45 → 45'])
    expect(found.revised).toEqual([])
    expect(countNews(found)).toBe(2)
    const [news] = found.statuses
    expect(news && formatStatusNews(news, 'zh')).toContain('45微克/立方米，初步 → 正式')
    expect(formatSince(found, 'zh')).toContain('1处状态改变')
  })

  it('an older document that was taken in since then is new with what it adds', () => {
    const old = snapshot('old', '2021-06-05', [figure('2020', '50'), figure('2021', '40')])
    const found = since(shownOf([REPORT]), [old, REPORT])
    expect(found.publications.map(({ id }) => id)).toEqual(['old'])
    expect(figures(found.added)).toEqual(['pm25 410800 2020: – → 50'])
    expect(found.revised).toEqual([])
    expect(countNews(since(shownOf([old, REPORT]), [old, REPORT]))).toBe(0)
  })

  it('so is a second document of the last day that was known', () => {
    const second = snapshot('second', '2022-09-09', [figure('2022', '44')])
    const found = since(shownOf([REPORT]), [REPORT, second])
    expect(found.publications.map(({ id }) => id)).toEqual(['second'])
    expect(figures(found.added)).toEqual(['pm25 410800 2022: – → 44'])
  })

  it('a memory that names no documents is compared by its day', () => {
    const { known: _, ...day } = shownOf([REPORT])
    const old = snapshot('old', '2021-06-05', [figure('2020', '50')])
    expect(countNews(since(day, [old, REPORT]))).toBe(0)
    expect(since(day, [old, REPORT, NEXT]).publications.map(({ id }) => id)).toEqual(['next'])
  })

  it('the order in which the snapshots came changes nothing', () => {
    const more = snapshot('more', '2023-06-01', [figure('2022', '43')])
    const shown = shownOf([REPORT])
    expect(since(shown, [more, NEXT, REPORT])).toEqual(since(shown, [REPORT, NEXT, more]))
    expect(figures(since(shown, [REPORT, NEXT, more]).added)).toEqual(['pm25 410800 2022: – → 43'])
  })

  it('figures of the regions above are told with the region', () => {
    const province = snapshot('p', '2023-05-29', [figure('2022', '47.7', { region: '410000' })])
    expect(figures(since(shownOf([REPORT]), [REPORT, province]).added)).toEqual([
      'pm25 410000 2022: – → 47.7',
    ])
  })

  it('a publication without figures is new all the same', () => {
    const found = since(shownOf([REPORT]), [REPORT, snapshot('empty', '2023-05-29')])
    expect(countNews(found)).toBe(1)
  })

  it('data older than those seen last have nothing new', () => {
    expect(countNews(since(shownOf([REPORT], { seq: 9 }), [REPORT, NEXT], { seq: 8 }))).toBe(0)
  })
})

describe('a slip of ours', () => {
  const slip = { ...REPORT, observations: [figure('2021', '54')] }
  const mended = { ...REPORT, revision: 2, revisionReason: '笔误' }

  it('is mended, not revised, and told once', () => {
    const shown = shownOf([slip])
    const found = since(shown, [slip, mended])
    expect(found.mended).toHaveLength(1)
    expect(found.mended[0]?.correction).toMatchObject({
      before: { value: 54 },
      after: { value: 45 },
      source: { revisionReason: '笔误' },
    })
    expect([found.added, found.revised]).toEqual([[], []])
    expect(countNews(since(shownOf([slip, mended]), [slip, mended]))).toBe(0)
  })

  it('in an older document that was taken in since then is no news of its own', () => {
    const old = { ...snapshot('old', '2021-06-05', [figure('2020', '50')]) }
    const again = { ...old, revision: 2, revisionReason: '笔误' }
    const found = since(shownOf([REPORT]), [REPORT, old, again])
    expect(found.mended).toEqual([])
    expect(found.publications.map(({ id }) => id)).toEqual(['old'])
  })

  it('in a publication that the reader has never seen is no news of its own', () => {
    const early = snapshot('early', '2021-06-05', [figure('2020', '50')])
    const found = since(shownOf([early]), [early, slip, mended])
    expect(found.mended).toEqual([])
    expect(figures(found.added)).toEqual(['pm25 410800 2021: – → 45'])
  })
})

describe('targets', () => {
  const plan = snapshot('plan', '2022-01-01', [], { targets: [target('2022', 44)] })
  const key = targetKey(target('2022', 44))

  it('are told where the judgement has changed', () => {
    const found = since(shownOf([plan, REPORT]), [plan, REPORT, NEXT])
    expect(found.verdicts).toMatchObject([{ before: 'not-due', after: 'reached' }])
    expect(found.verdicts.map((news) => targetKey(news.target.target))).toEqual([key])
    expect(countNews(since(shownOf([plan, NEXT]), [plan, NEXT]))).toBe(0)
  })

  it('set since then are told once there is something to judge', () => {
    const later = { ...plan, id: 'later', published: '2023-01-01' }
    const silent = since(shownOf([REPORT]), [REPORT, later])
    expect(silent.verdicts).toEqual([])
    const told = since(shownOf([REPORT]), [REPORT, later, NEXT])
    expect(told.verdicts).toMatchObject([{ after: 'reached' }])
    expect(told.verdicts[0]).not.toHaveProperty('before')
  })
})

describe('lateness', () => {
  const yearly = catalog([indicator('pm25', { updatePeriod: 'year' })])

  it('is told where the next figure has become due between the visits', () => {
    const found = since(shownOf([REPORT]), [REPORT], { catalog: yearly, today: '2023-06-30' })
    expect(found.late).toMatchObject([{ indicator: { id: 'pm25' }, days: 1 }])
  })

  it('is not told again, and not before it is so', () => {
    const late = shownOf([REPORT], { visitedOn: '2023-07-01' })
    const again = since(late, [REPORT], { catalog: yearly, today: '2023-07-02' })
    expect(again.late).toEqual([])
    const inTime = since(shownOf([REPORT]), [REPORT], { catalog: yearly, today: '2023-06-29' })
    expect(countNews(inTime)).toBe(0)
  })
})
