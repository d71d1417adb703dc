/** Made-up publications and their ledgers: figures, contradictions, targets, corrections, counts. */
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { countLedger, countLedgers, isContested } from '../../src/domain/ledger-counts.ts'
import {
  LEDGER_MOST_FIGURES,
  viewPublicationLedger,
  type PublicationLedger,
} from '../../src/domain/publication-ledger.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { evidenceOf, noticeKinds, viewOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const CATALOG = catalog([
  indicator('pm25'),
  indicator('factories', { accumulation: 'cumulative', unit: '家' }),
  indicator('villages-total', { accumulation: 'stock', unit: '个' }),
  indicator('villages-treated', { accumulation: 'cumulative', unit: '个' }),
  indicator('villages-covered', { accumulation: 'stock', unit: '个' }),
])

function ledger(snapshots: readonly Snapshot[], id: string, asOf = 'latest'): PublicationLedger {
  const found = viewPublicationLedger(evidenceOf(snapshots, CATALOG), id, asOf)
  if (!found) throw new Error(`no ledger of ${id}`)
  return found
}

const count = (period: string, printed: string) =>
  figure(period, printed, { indicator: 'factories', unit: '家' })

const villages = (name: string, printed: string, more: Partial<ReturnType<typeof figure>> = {}) =>
  figure('2022-12-31', printed, { indicator: `villages-${name}`, unit: '个', ...more })

const RURAL = snapshot('rural', '2023-04-14', [
  villages('total', '1826'),
  villages('treated', '761'),
])
const REPORT = snapshot('report', '2023-05-29', [
  villages('covered', '1755', { contradicts: 'rural', note: '称全覆盖;一文称总数1826个' }),
])

describe('the ledger of a publication', () => {
  it('lists its own figures only, each with what stood before', () => {
    const all = [
      snapshot('a', '2020-01-01', [figure('2018', '60'), figure('2019', '45')]),
      snapshot('b', '2021-01-01', [figure('2019', '44'), figure('2020', '40')]),
    ]
    expect(ledger(all, 'b').entries.map(({ change, period }) => [period.text, change])).toEqual([
      ['2019', 'revised'],
      ['2020', 'added'],
    ])
    expect(ledger(all, 'a').entries.map(({ change }) => change)).toEqual(['added', 'added'])
  })

  it('marks a fall of a total on the later publication', () => {
    const all = [
      snapshot('a', '2022-09-09', [count('2022-09-09', '17')]),
      snapshot('b', '2023-05-29', [count('2023-05-29', '9')]),
    ]
    const [dispute] = ledger(all, 'b').disputes
    expect(dispute?.contradiction.against.id).toBe('a')
    expect(dispute?.contradiction.other?.statement.value).toBe(17)
    expect(ledger(all, 'a').disputes).toEqual([])
  })

  it('tells what we mended in our transcription, whoever else spoke', () => {
    const all = [
      snapshot('a', '2020-01-01', [figure('2019', '45')]),
      snapshot('a', '2020-01-01', [figure('2019', '46')], { revision: 2, revisionReason: '看错' }),
    ]
    const { corrections, entries } = ledger(all, 'a')
    expect(corrections.map(({ source, period }) => [source.revisionReason, period.text])).toEqual([
      ['看错', '2019'],
    ])
    expect(entries.map(({ change }) => change)).toEqual(['added'])
  })

  it('is none before its day, and where only what is asked for gets read and there is too much', () => {
    const many = Array.from({ length: LEDGER_MOST_FIGURES + 1 }, (_, i) =>
      figure(`${1970 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`, '45'),
    )
    const evidence = evidenceOf([snapshot('a', '2020-01-01', many)], CATALOG)
    expect(viewPublicationLedger(evidence, 'a', '2019-12-31')).toBeNull()
    expect(viewPublicationLedger(evidence, 'a', 'latest')?.entries).toHaveLength(many.length)
    expect(viewPublicationLedger({ ...evidence, isPartial: true }, 'a', 'latest')).toBeNull()
  })
})

const TARGETS: readonly (readonly [string, ReturnType<typeof target>, string])[] = [
  ['the same value is restated', target('2025', 40), 'restated'],
  ['another value changes it', target('2025', 42), 'changed'],
  [
    'another way there changes it',
    target('2025', 40, { milestones: [{ period: '2024', value: 41 }] }),
    'changed',
  ],
  ['of another year it is a new one', target('2026', 40), 'set'],
  ['of another kind it is a new one', target('2025', 40, { type: 'at-least' }), 'set'],
]

describe('a target in the ledger', () => {
  const first = snapshot('a', '2020-01-01', [], { targets: [target('2025', 40)] })

  it.each(TARGETS)('%s', (_, next, change) => {
    const all = [first, snapshot('b', '2021-01-01', [], { targets: [next] })]
    expect(ledger(all, 'a').targets.map((entry) => entry.change)).toEqual(['set'])
    const [entry] = ledger([...all].reverse(), 'b').targets
    expect(entry?.change).toBe(change)
    expect(entry?.before?.source.id).toBe(change === 'set' ? undefined : 'a')
  })

  it('that two documents of one day change alike is changed once, and restated by the other', () => {
    const all = ['b', 'c'].map((id) =>
      snapshot(id, '2021-01-01', [], { targets: [target('2025', 42)] }),
    )
    const told = ['b', 'c'].flatMap((id) =>
      ledger([first, ...all], id).targets.map(({ change, before }) => [change, before?.source.id]),
    )
    expect(told).toEqual([
      ['changed', 'a'],
      ['restated', 'b'],
    ])
  })

  it('of one day with another value is a conflict on both sides', () => {
    const all = ['b', 'c'].map((id, i) =>
      snapshot(id, '2021-01-01', [], { targets: [target('2025', 40 + i)] }),
    )
    for (const id of ['b', 'c']) {
      expect(ledger(all, id).targets.map(({ change }) => change)).toEqual(['conflict'])
    }
  })
})

describe('a figure that does not go with one of another indicator', () => {
  const all = [RURAL, REPORT]

  it('is told once, with both figures, on the later publication', () => {
    const { disputes, crossDisputes } = ledger(all, 'report')
    expect(disputes).toEqual([])
    expect(
      crossDisputes.map(({ later, earlier }) => [later.statement.value, earlier.statement.value]),
    ).toEqual([[1755, 1826]])
    expect(ledger(all, 'rural').crossDisputes).toEqual([])
  })

  it('is a notice on the pages of both, and not of the third that nobody named', () => {
    const kinds = (id: string) =>
      noticeKinds(viewOf(all, { catalog: CATALOG, indicator: `villages-${id}` }))
    expect(kinds('covered')).toContain('cross-dispute')
    expect(kinds('covered')).not.toContain('contradiction')
    expect(kinds('total')).toContain('cross-dispute')
    expect(kinds('treated')).not.toContain('cross-dispute')
  })

  it('is not known before the later publication', () => {
    const view = viewOf(all, { catalog: CATALOG, indicator: 'villages-total', asOf: '2023-05-28' })
    expect(noticeKinds(view)).not.toContain('cross-dispute')
  })

  it('stays with the document alone where the note prints no figure of it', () => {
    const silent = snapshot('report', '2023-05-29', [
      villages('covered', '1755', { contradicts: 'rural', note: '与另一文不同,31826个' }),
    ])
    const { disputes, crossDisputes } = ledger([RURAL, silent], 'report')
    expect(crossDisputes).toEqual([])
    expect(disputes.map(({ contradiction }) => contradiction.against.id)).toEqual(['rural'])
  })
})

describe('the counts of all publications', () => {
  const all = [
    RURAL,
    REPORT,
    snapshot('a', '2020-01-01', [figure('2019', '45')], { targets: [target('2025', 40)] }),
    snapshot('b', '2021-01-01', [figure('2019', '44'), figure('2020', '40')], {
      targets: [target('2025', 40)],
    }),
    snapshot('b', '2021-01-01', [figure('2019', '44'), figure('2020', '41')], { revision: 2 }),
  ]

  it('are those of each ledger by itself, in whatever order they arrive', () => {
    for (const order of [all, [...all].reverse()]) {
      const evidence = evidenceOf(order, CATALOG)
      const counts = countLedgers(evidence, 'latest')
      expect([...(counts ?? [])].map(([id]) => id).sort()).toEqual(['a', 'b', 'report', 'rural'])
      for (const [id, own] of counts ?? []) {
        const single = viewPublicationLedger(evidence, id, 'latest')
        expect(single && countLedger(single), id).toEqual(own)
      }
    }
  })

  it('say which of them did more than add', () => {
    const counts = countLedgers(evidenceOf(all, CATALOG), 'latest')
    const contested = [...(counts ?? [])].filter(([, own]) => isContested(own)).map(([id]) => id)
    expect(contested.sort()).toEqual(['b', 'report'])
    expect(counts?.get('b')).toMatchObject({ added: 1, revised: 1, repeated: 0, corrected: 1 })
  })

  it('are none where the data are too many to be held', () => {
    expect(countLedgers({ ...evidenceOf(all, CATALOG), isPartial: true }, 'latest')).toBeNull()
  })

  it('of the shipped data name the report of 2023-05-29 and its four contradictions', () => {
    const shipped = readShipped()
    const counts = countLedgers(evidenceOf(shipped.snapshots, shipped.catalog), 'latest')
    const contested = [...(counts ?? [])].filter(([, own]) => isContested(own))
    expect(contested).toEqual([
      [
        'jz-rectification-2023-05-29',
        expect.objectContaining({ added: 55, revised: 0, repeated: 0, contradicted: 4 }),
      ],
    ])
  })
})
