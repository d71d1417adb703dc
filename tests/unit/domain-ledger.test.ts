/** Made-up figures: what each publication did to what was known when it came. */
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { ledgerOf } from '../../src/domain/ledger.ts'
import type { Reading } from '../../src/domain/reading.ts'
import { revisionChain, revisionOf } from '../../src/domain/figure-history.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { mainOf, noticeKinds, viewOf, type ViewOptions } from './builders/evidence.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

const STOCK = { catalog: catalog([indicator('pm25', { accumulation: 'stock' })]) }

function shown(reading: Reading | undefined): string | undefined {
  return reading?.kind === 'value' ? reading.value.toFixed(reading.decimals) : reading?.reason
}

/** Publication, period, change, what stood before, what it says. */
function told(snapshots: readonly Snapshot[], options: ViewOptions = STOCK) {
  return ledgerOf(mainOf(snapshots, options))
    .map(({ now, period, change, before }) => [
      now.source.id,
      period.text,
      change,
      shown(before?.reading),
      shown(now.reading),
    ])
    .sort()
}

const FIRST = snapshot('a', '2020-01-01', [figure('2019', '45')])

const CASES: readonly (readonly [string, readonly Snapshot[], ReturnType<typeof told>])[] = [
  ['a first figure is added', [FIRST], [['a', '2019', 'added', undefined, '45']]],
  [
    'another figure of a later day revises it',
    [FIRST, snapshot('b', '2021-01-01', [figure('2019', '44')])],
    [
      ['a', '2019', 'added', undefined, '45'],
      ['b', '2019', 'revised', '45', '44'],
    ],
  ],
  [
    'the same figure is repeated, with whatever zeros it is printed',
    [FIRST, snapshot('b', '2021-01-01', [figure('2019', '45.0')])],
    [
      ['a', '2019', 'added', undefined, '45'],
      ['b', '2019', 'repeated', '45', '45.0'],
    ],
  ],
  [
    'the same quantity with other precision is rounded, not revised',
    [
      snapshot('a', '2020-01-01', [figure('2019', '37.9')]),
      snapshot('b', '2021-01-01', [figure('2019', '37.85')]),
    ],
    [
      ['a', '2019', 'added', undefined, '37.9'],
      ['b', '2019', 'rounded', '37.9', '37.85'],
    ],
  ],
  [
    'a half more than the rounding is a revision',
    [
      snapshot('a', '2020-01-01', [figure('2019', '37.9')]),
      snapshot('b', '2021-01-01', [figure('2019', '37.84')]),
    ],
    [
      ['a', '2019', 'added', undefined, '37.9'],
      ['b', '2019', 'revised', '37.9', '37.84'],
    ],
  ],
  [
    'another qualifier is another figure',
    [FIRST, snapshot('b', '2021-01-01', [figure('2019', '45', { qualifier: '>=' })])],
    [
      ['a', '2019', 'added', undefined, '45'],
      ['b', '2019', 'revised', '45', '45'],
    ],
  ],
  [
    'a provisional figure that became final has changed its status and is no revision',
    [
      snapshot('a', '2020-01-01', [figure('2019', '45', { status: 'P' })]),
      snapshot('b', '2021-01-01', [figure('2019', '45')]),
    ],
    [
      ['a', '2019', 'added', undefined, '45'],
      ['b', '2019', 'status', '45', '45'],
    ],
  ],
  [
    'a provisional figure beside a final one of the same day only says again what stands',
    [
      snapshot('a', '2021-01-01', [figure('2019', '45')]),
      snapshot('b', '2021-01-01', [figure('2019', '45', { status: 'P' })], { grade: 'press' }),
    ],
    [
      ['a', '2019', 'added', undefined, '45'],
      ['b', '2019', 'repeated', '45', '45'],
    ],
  ],
  [
    'so does one beside a revision, which is one revision and not two',
    [
      FIRST,
      snapshot('b', '2021-01-01', [figure('2019', '44')]),
      snapshot('c', '2021-01-01', [figure('2019', '44')], { grade: 'press' }),
    ],
    [
      ['a', '2019', 'added', undefined, '45'],
      ['b', '2019', 'revised', '45', '44'],
      ['c', '2019', 'repeated', '44', '44'],
    ],
  ],
  [
    'a figure that is withdrawn is revised to the reason for which it is missing',
    [FIRST, snapshot('b', '2021-01-01', [missing('2019', '仪器故障')])],
    [
      ['a', '2019', 'added', undefined, '45'],
      ['b', '2019', 'revised', '45', '仪器故障'],
    ],
  ],
  [
    'two figures of one day are a conflict, and neither revises the other',
    [FIRST, ...['b', 'c'].map((id, i) => snapshot(id, '2021-01-01', [figure('2019', `4${i}`)]))],
    [
      ['a', '2019', 'added', undefined, '45'],
      ['b', '2019', 'conflict', '45', '40'],
      ['c', '2019', 'conflict', '45', '41'],
    ],
  ],
  [
    'of two that say the same on one day, the official one adds and the press repeats',
    [
      snapshot('a', '2020-01-01', [figure('2019', '45')], { grade: 'press' }),
      snapshot('b', '2020-01-01', [figure('2019', '45')]),
    ],
    [
      ['a', '2019', 'repeated', '45', '45'],
      ['b', '2019', 'added', undefined, '45'],
    ],
  ],
  [
    'the same half-year written otherwise is the same period',
    [
      snapshot('a', '2020-01-01', [figure('2019-01/2019-06', '45')]),
      snapshot('b', '2021-01-01', [figure('2019-01-01/2019-06-30', '44')]),
    ],
    [
      ['a', '2019-01-01/2019-06-30', 'added', undefined, '45'],
      ['b', '2019-01-01/2019-06-30', 'revised', '45', '44'],
    ],
  ],
  [
    'our own slip was never said, so its correction revises nothing',
    [FIRST, snapshot('a', '2020-01-01', [figure('2019', '46')], { revision: 2 })],
    [['a', '2019', 'added', undefined, '46']],
  ],
]

describe('the ledger', () => {
  it.each(CASES)('%s', (_, snapshots, expected) => {
    expect(told(snapshots)).toEqual(expected)
  })

  it.each(CASES)('in whatever order they arrive: %s', (_, snapshots, expected) => {
    expect(told([...snapshots].reverse())).toEqual(expected)
  })

  it('compares a publication that arrives late with what was known on its own day', () => {
    const late = snapshot('late', '2020-06-01', [figure('2019', '44')])
    const all = [FIRST, snapshot('b', '2021-01-01', [figure('2019', '45')]), late]
    expect(told(all)).toEqual([
      ['a', '2019', 'added', undefined, '45'],
      ['b', '2019', 'revised', '44', '45'],
      ['late', '2019', 'revised', '45', '44'],
    ])
  })

  it('knows of a day only what was published by then', () => {
    const all = [FIRST, snapshot('b', '2021-01-01', [figure('2019', '44')])]
    expect(told(all, { ...STOCK, asOf: '2020-12-31' })).toEqual([
      ['a', '2019', 'added', undefined, '45'],
    ])
  })

  it('names the rivals of one day on both sides', () => {
    const all = ['b', 'c'].map((id, i) => snapshot(id, '2021-01-01', [figure('2019', `4${i}`)]))
    const rivals = ledgerOf(mainOf(all, STOCK)).map((entry) => [
      entry.now.source.id,
      entry.rivals.map(({ source }) => source.id),
    ])
    expect(rivals).toEqual([
      ['b', ['c']],
      ['c', ['b']],
    ])
  })
})

describe('how a figure came to be what it is', () => {
  it('leaves out who only said again what stood', () => {
    const said = ['45', '45', '44', '44', '43'] as const
    const all = said.map((printed, i) =>
      snapshot(`doc-${i}`, `202${i}-01-01`, [figure('2019', printed)]),
    )
    const point = mainOf(all, STOCK).points[0]
    const chain = point ? revisionChain(point) : []
    expect(chain.map(({ source, reading }) => [source.id, shown(reading)])).toEqual([
      ['doc-0', '45'],
      ['doc-2', '44'],
      ['doc-4', '43'],
    ])
  })

  it('is no revision where only the precision differs', () => {
    const all = [
      snapshot('a', '2020-01-01', [figure('2019', '37.9')]),
      snapshot('b', '2021-01-01', [figure('2019', '37.85')]),
    ]
    expect(mainOf(all, STOCK).points.map(revisionOf)).toEqual([null])
  })

  const RIVALS = [
    snapshot('a', '2020-01-01', [figure('2019', '45')]),
    snapshot('b', '2020-01-01', [figure('2019', '46')], { grade: 'press' }),
  ]

  function history(all: readonly Snapshot[]) {
    const view = viewOf(all, STOCK)
    const point = view.main?.points[0]
    const chain = point ? revisionChain(point) : []
    return [chain.map(({ reading }) => shown(reading)), point && revisionOf(point)]
  }

  it('leaves out a rival that never stood, though a later day says again what did', () => {
    const all = [...RIVALS, snapshot('c', '2021-01-01', [figure('2019', '45')])]
    expect(history(all)).toEqual([['45'], null])
    expect(noticeKinds(viewOf(all, STOCK))).not.toContain('revised')
    expect(told(all)).toContainEqual(['c', '2019', 'repeated', '45', '45'])
  })

  it('knows no revision within one day, before a later one either', () => {
    const all = [...RIVALS, snapshot('c', '2021-01-01', [figure('2019', '47')])]
    expect(history(all)).toEqual([['45', '47'], 'revised'])
    expect(told(all)).toContainEqual(['c', '2019', 'revised', '45', '47'])
  })

  it('tells another status of the same figure as such, in a notice of its own', () => {
    const all = [
      snapshot('a', '2020-01-01', [figure('2019', '45', { status: 'P' })]),
      snapshot('b', '2021-01-01', [figure('2019', '45')]),
    ]
    expect(history(all)).toEqual([['45', '45'], 'status'])
    const kinds = noticeKinds(viewOf(all, STOCK))
    expect(kinds).toContain('status')
    expect(kinds).not.toContain('revised')
  })
})
