/**
 * Statements of one series as bytes. A browser copies bytes into its storage many times faster than
 * it copies objects, and more statements are put behind those that are there without reading them.
 * Written column by column, since most columns of a series say the same all the way down.
 */
import type { Observation, Snapshot } from '../contract/snapshot.ts'
import type { Statement } from '../contract/statement.ts'

/** What is the same for every statement of a series, and stands in its record once. */
export interface SeriesOf {
  readonly indicator: string
  readonly region: string
  readonly breakdown?: string
}

/** What one publication states of a series. */
export interface Stated {
  readonly by: Pick<Snapshot, 'id' | 'revision'>
  readonly observation: Observation
}

const FIGURE_NAMES = ['period', 'value', 'decimals', 'unit', 'status'] as const
type FigureName = (typeof FIGURE_NAMES)[number]
type ExtraName = Exclude<keyof Observation, keyof SeriesOf | FigureName>

/**
 * In the contract's order; the type checker says when an observation has a field that is not here.
 * Functions, because reading a million fields by a name that changes takes half as long again.
 */
const EXTRAS: { readonly [Name in ExtraName]-?: (of: Observation) => Observation[Name] } = {
  qualifier: (of) => of.qualifier,
  printed: (of) => of.printed,
  locator: (of) => of.locator,
  contradicts: (of) => of.contradicts,
  note: (of) => of.note,
  reason: (of) => of.reason,
  audience: (of) => of.audience,
}
const EXTRA_NAMES = Object.keys(EXTRAS)
const EXTRA_READERS = Object.values<(of: Observation) => string | undefined>(EXTRAS)

/** One cell where all are the same. */
type Column<T> = readonly T[]
type Figures = { readonly [Name in FigureName]: Column<Observation[Name]> }
/** What one commit added to a series; the ids are never shortened: they say how many rows there are. */
type Block = readonly [
  ids: readonly string[],
  revisions: Column<number>,
  figures: readonly [
    Figures['period'],
    Figures['value'],
    Figures['decimals'],
    Figures['unit'],
    Figures['status'],
  ],
  /** JSON has null for what an observation does not say. */
  extras: readonly Column<string | null | undefined>[],
]

export function seriesOf({
  indicator,
  region,
  breakdown,
}: Pick<Observation, keyof SeriesOf>): SeriesOf {
  return breakdown === undefined ? { indicator, region } : { indicator, region, breakdown }
}

function columnOf<T>(cells: readonly T[]): Column<T> {
  const [first] = cells
  return cells.every((cell) => cell === first) ? cells.slice(0, 1) : cells
}

/** Bytes that can be put behind others of the same series. */
export function writeStatements(stated: readonly Stated[]): Uint8Array {
  const observations = stated.map(({ observation }) => observation)
  const block: Block = [
    stated.map(({ by }) => by.id),
    columnOf(stated.map(({ by }) => by.revision)),
    [
      columnOf(observations.map(({ period }) => period)),
      columnOf(observations.map(({ value }) => value)),
      columnOf(observations.map(({ decimals }) => decimals)),
      columnOf(observations.map(({ unit }) => unit)),
      columnOf(observations.map(({ status }) => status)),
    ],
    EXTRA_READERS.map((read) => columnOf(observations.map(read))),
  ]
  return new TextEncoder().encode(`${JSON.stringify(block)},`)
}

type Growing = { -readonly [Name in keyof Statement]?: Statement[Name] } & Record<string, unknown>

function cellOf<T>(column: Column<T>, row: number): T {
  return column[column.length === 1 ? 0 : row] as T
}

/**
 * Fields in the order in which the contract writes them: ties are broken by that text. No
 * spreading: a million objects made that way take 7 s, made this way a quarter of a second.
 */
function statementsIn(series: SeriesOf, block: Block): readonly Statement[] {
  const { indicator, region, breakdown } = series
  const [ids, revisions, [periods, values, decimals, units, statuses], extras] = block
  const said = EXTRA_NAMES.map((name, index) => ({ name, cells: extras[index] ?? [] })).filter(
    ({ cells }) => cells.some((cell) => cell !== null),
  )
  return ids.map((publication, row) => {
    const statement: Growing = { indicator, region }
    if (breakdown !== undefined) statement.breakdown = breakdown
    statement.period = cellOf(periods, row)
    statement.value = cellOf(values, row)
    statement.decimals = cellOf(decimals, row)
    statement.unit = cellOf(units, row)
    statement.status = cellOf(statuses, row)
    for (const { name, cells } of said) {
      const cell = cellOf(cells, row)
      if (typeof cell === 'string') statement[name] = cell
    }
    statement.publication = publication
    statement.revision = cellOf(revisions, row)
    return statement as Statement
  })
}

/** The bytes were written by {@link writeStatements}, and their digest agrees: no check is needed. */
export function readStatements(series: SeriesOf, bytes: Uint8Array): readonly Statement[] {
  const text = new TextDecoder().decode(bytes)
  const blocks = JSON.parse(`[${text.slice(0, -1)}]`) as Block[]
  return blocks.flatMap((block) => statementsIn(series, block))
}

export function appendBytes(bytes: Uint8Array | undefined, added: Uint8Array): Uint8Array {
  if (!bytes) return added
  const all = new Uint8Array(bytes.length + added.length)
  all.set(bytes)
  all.set(added, bytes.length)
  return all
}
