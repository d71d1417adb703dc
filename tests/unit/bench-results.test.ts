import { describe, expect, it } from 'vitest'
import { formatReport } from '../../bench/report.mjs'
import { verdictOf, type Row } from '../../bench/row.mjs'
import { ratios, summarize } from '../../bench/statistics.mjs'
import { formatMarkdownTable, formatPlainTable } from '../../bench/table.mjs'

function row(overrides: Partial<Row> = {}): Row {
  return { what: 'start', budget: '≤ 1.2 ×', limit: 1.2, unit: 'ratio', samples: [1], ...overrides }
}

/** The cells of the only row of a table, headings apart. */
function cellsOf(overrides: Partial<Row>): readonly string[] {
  const line = formatMarkdownTable([row(overrides)]).split('\n')[2] ?? ''
  return line
    .split(' | ')
    .map((cell) => cell.replace(/^\| | \|$/g, ''))
    .slice(2)
}

describe('the samples of a row', () => {
  it('are summed up by the one in the middle and by both ends, whatever their order', () => {
    expect(summarize([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 })
    expect(summarize([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 })
    expect(() => summarize([])).toThrow('no samples')
  })

  it('are never taken for a number where nothing ever came', () => {
    expect(summarize([Infinity, 2, Infinity])).toEqual({
      median: Infinity,
      min: 2,
      max: Infinity,
    })
    expect(summarize([Infinity, Infinity]).median).toBe(Infinity)
  })

  it('are compared round by round, and only where each has its counterpart', () => {
    expect(ratios([10, 30], [20, 20])).toEqual([0.5, 1.5])
    expect(() => ratios([1, 2], [1])).toThrow('cannot be compared')
  })
})

describe('the verdict', () => {
  it.each([
    [[1.2], 1.2, 'met'],
    [[1, 1.1, 9], 1.2, 'met'],
    [[1, 1.3, 1.3], 1.2, 'missed'],
    [[Infinity], 1.2, 'missed'],
    [[0], 0, 'met'],
    [[5], null, 'measured'],
    [[], 1.2, 'not built yet'],
    [[], null, 'not built yet'],
  ] as const)('of %j against %s is %s', (samples, limit, verdict) => {
    expect(verdictOf({ samples: [...samples], limit })).toBe(verdict)
  })
})

describe('the table', () => {
  it('shows median, least and most with their unit, in three digits', () => {
    expect(cellsOf({ samples: [0.12345, 0.2, 1.5] })).toEqual([
      '0.200 ×',
      '0.123 ×',
      '1.50 ×',
      'met',
    ])
    expect(cellsOf({ unit: 'KB', limit: 200, samples: [130.26] })[0]).toBe('130 KB')
    expect(cellsOf({ unit: 'KB', limit: 0, samples: [0] })).toEqual(['0 KB', '0 KB', '0 KB', 'met'])
    expect(cellsOf({ unit: 'ms', limit: 4000, samples: [3456.7] })[0]).toBe('3457 ms')
  })

  it('says by how much a budget is missed, rounded against us', () => {
    expect(cellsOf({ samples: [1.21] })[3]).toBe('missed by 1 %')
    expect(cellsOf({ samples: [2.4] })[3]).toBe('missed by 100 %')
    expect(cellsOf({ limit: 0, samples: [3] })[3]).toBe('missed')
  })

  it('says what never came, with the note that explains it', () => {
    const cells = cellsOf({ samples: [Infinity], note: 'no mark' })
    expect(cells).toEqual(['never', 'never', 'never', 'missed: no mark'])
  })

  it('shows no number of what is not built yet', () => {
    expect(cellsOf({ samples: [] })).toEqual(['–', '–', '–', 'not built yet'])
  })

  it('stands in columns in a terminal', () => {
    const lines = formatPlainTable([row(), row({ what: 'a longer name', samples: [] })]).split('\n')
    expect(lines).toHaveLength(3)
    const columns = lines.map((line) => line.search(/budget|≤/))
    expect(new Set(columns)).toEqual(new Set(['a longer name'.length + 2]))
  })

  it('keeps a cell in one piece, whatever stands in it', () => {
    expect(formatMarkdownTable([row({ what: 'a|b' })])).toContain('| a\\|b |')
  })
})

describe('the report', () => {
  it('names commit, day and machine, and counts the verdicts', () => {
    const machine = {
      commit: 'abc1234',
      day: '2026-11-24',
      browser: 'Chromium 156',
      processor: '2 cores',
      node: 'Node 20.19.0',
    }
    const text = formatReport([row(), row(), row({ samples: [] })], machine, 9)
    expect(text).toContain('2026-11-24 · commit abc1234 · 9 rounds · Chromium 156')
    expect(text).toContain('2 met, 1 not built yet.')
  })
})
