import { describe, expect, it } from 'vitest'
import { expectSameContent, overviewRows, type Round } from '../../bench/overview.mjs'
import { verdictOf } from '../../bench/row.mjs'

function visit(chartsDoneMs: number, interactiveMs: number) {
  return { chartsDoneMs, interactiveMs, figures: ['45微克/立方米', '210天'], charts: ['pm25'] }
}

function round(overrides: Partial<Round> = {}): Round {
  return {
    desk: visit(100, 400),
    floor: visit(400, 400),
    limit: visit(80, Infinity),
    weight: { firstViewBytes: 39_000, scriptBytes: 190_000 },
    ...overrides,
  }
}

describe('rounds of visits', () => {
  it('become ratios against floor and limit, round by round, and kilobytes', () => {
    const slower = { desk: visit(300, 800), floor: visit(800, 800), limit: visit(200, Infinity) }
    const samples = overviewRows([round(), round(slower)]).map((row) => row.samples)
    expect(samples).toEqual([
      [0.25, 0.375],
      [1.25, 1.5],
      [1, 1],
      [39, 39],
      [190, 190],
    ])
  })

  it('with a page that never says that it responds miss that budget, and only they say why', () => {
    const [, , interactive] = overviewRows([round({ desk: visit(100, Infinity) })])
    expect(interactive && verdictOf(interactive)).toBe('missed')
    expect(interactive?.note).toContain('no mark')
    expect(overviewRows([round()]).some((row) => row.note)).toBe(false)
  })
})

describe('pages that are compared', () => {
  it('show the same figures, in whatever order', () => {
    const { figures, ...other } = visit(1, 1)
    const turned = { ...other, figures: [...figures].reverse() }
    expect(() => expectSameContent(round({ desk: turned }))).not.toThrow()
  })

  it('are refused where a figure or a chart of the first view differs', () => {
    const fewer = { ...visit(1, 1), figures: ['45微克/立方米'] }
    const other = { ...visit(1, 1), charts: ['pm25', 'air-rank'] }
    expect(() => expectSameContent(round({ desk: fewer }))).toThrow('desk')
    expect(() => expectSameContent(round({ floor: other }))).toThrow('floor')
  })
})
