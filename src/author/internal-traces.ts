/** By which texts one would know in a file of the public build that something internal got into it. */
import type { Bilingual } from '../contract/issue.ts'
import { decimalOf, formatDecimal } from '../domain/decimal.ts'
import { internalIds, isInternal, takeInternalOut, type InternalIds } from './public-edition.ts'
import type { Published } from './published.ts'
import { writeCatalog, writeSnapshot } from './write-json.ts'

export interface Trace {
  /** What it belongs to, in words. */
  readonly of: Bilingual
  readonly text: string
  /**
   * `id`: not as a part of a longer id; `text`: anywhere; `value`: the digits of a figure, which
   * only count where a figure stands.
   */
  readonly kind: 'id' | 'text' | 'value'
}

/** Shorter ones stand everywhere by chance. */
const LEAST_CHARACTERS = 4
const LEAST_DIGITS = 4

type Texts = readonly (string | undefined)[]

function traces(of: Bilingual, kind: Trace['kind'], texts: Texts): Trace[] {
  return texts.flatMap((text) => (text === undefined ? [] : [{ of, text, kind }]))
}

function figureTraces(
  of: Bilingual,
  figure: { readonly value: number | null; readonly decimals: number },
) {
  if (figure.value === null) return []
  const printed = formatDecimal(decimalOf(figure.value, figure.decimals))
  return printed.replace(/\D/g, '').length < LEAST_DIGITS ? [] : traces(of, 'value', [printed])
}

function indicatorTraces({ catalog }: Published, internal: ReadonlySet<string>): Trace[] {
  const breaks = catalog.breaks.filter(({ indicator }) => internal.has(indicator))
  return [
    ...catalog.indicators.filter(isInternal).flatMap(({ id, name, scope, definition }) => {
      const of = { zh: `内部指标 ${id}`, en: `internal indicator ${id}` }
      return [
        ...traces(of, 'id', [id]),
        ...traces(of, 'text', [name.zh, name.en, scope, definition]),
      ]
    }),
    ...breaks.flatMap(({ indicator, reason }) =>
      traces({ zh: `内部指标 ${indicator} 的断点`, en: `a break of ${indicator}` }, 'text', [
        reason,
      ]),
    ),
  ]
}

function snapshotTraces({ snapshots }: Published, internal: InternalIds): Trace[] {
  return snapshots.flatMap((snapshot) => {
    const { id, title, url, revisionReason, observations, targets, tasks = [] } = snapshot
    const whole = internal.publications.has(id)
    const of = { zh: `内部出处 ${id}`, en: `internal publication ${id}` }
    const row = { zh: `出处 ${id} 的内部行`, en: `an internal row of ${id}` }
    const isRow = (record: { indicator: string; audience?: 'public' | 'internal' | undefined }) =>
      whole || isInternal(record) || internal.indicators.has(record.indicator)
    return [
      ...(whole ? traces(of, 'id', [id]) : []),
      ...(whole ? traces(of, 'text', [title, url, revisionReason]) : []),
      ...(whole ? tasks.flatMap((task) => traces(of, 'text', [task.title, task.evidence])) : []),
      ...observations
        .filter(isRow)
        .flatMap((each) => [
          ...traces(row, 'text', [each.printed, each.locator, each.note, each.reason]),
          ...traces(row, 'text', [each.breakdown]),
          ...figureTraces(row, each),
        ]),
      ...targets
        .filter(isRow)
        .flatMap((each) => [
          ...traces(row, 'text', [each.locator, each.note]),
          ...figureTraces(row, each),
        ]),
    ]
  })
}

/** Of what the public edition says itself, nothing can be a trace. */
export function findTraces(published: Published): readonly Trace[] {
  const { catalog, snapshots } = takeInternalOut(published)
  const said = [writeCatalog(catalog), ...snapshots.map(writeSnapshot)].join('')
  const internal = internalIds(published)
  const left = published.catalog.themes.filter(({ id }) => catalog.themes.every((t) => t.id !== id))
  const themes = left.flatMap(({ id, name }) =>
    traces({ zh: `内部主题 ${id}`, en: `internal theme ${id}` }, 'text', [name.zh, name.en]),
  )
  const all = [
    ...themes,
    ...indicatorTraces(published, internal.indicators),
    ...snapshotTraces(published, internal),
  ]
  return all.filter(({ text, kind }) => {
    if (kind === 'id') return !said.includes(`"${text}"`)
    const isLong = Array.from(text).length >= LEAST_CHARACTERS
    return isLong && !said.includes(JSON.stringify(text).slice(1, -1))
  })
}
