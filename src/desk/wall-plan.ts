/** A wall as it is being arranged: what was typed, and the settings and the address that come of it. */
import type { Catalog } from '../contract/catalog.ts'
import { findRegion } from '../domain/region-choice.ts'
import { formatWallQuery, parseWallQuery, type WallSettings } from '../slides/wall-address.ts'
import type { SettingName } from '../text/wall-setting-text.ts'

const SETTING_NAMES = [
  'dwell',
  'hours',
  'reload',
  'region',
  'v',
  'lang',
  'theme',
  'screen',
  'distance',
] as const satisfies readonly SettingName[]

export interface WallPlan {
  /** Null: those that the data give; empty: none is chosen yet. */
  readonly slides: readonly string[] | null
  /** As typed; empty means the default. */
  readonly texts: Readonly<Record<SettingName, string>>
}

/** As people write it: full-width figures, a dash or a wave between two times, spaces. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[—–~至到]+/g, '-')
}

function readTexts(texts: WallPlan['texts']): ReturnType<typeof parseWallQuery> {
  const query = new URLSearchParams()
  for (const name of SETTING_NAMES) {
    const text = tidy(texts[name])
    if (text !== '') query.set(name, text)
  }
  return parseWallQuery(query.toString())
}

/** What cannot be read is left at its default. */
export function settingsOf({ slides, texts }: WallPlan): WallSettings {
  const { rejected: _, ...settings } = readTexts(texts)
  return { ...settings, slides }
}

/** Settings that cannot be read as they are typed, or mean nothing for these data. */
export function faultsOf({ texts }: WallPlan, catalog: Catalog): ReadonlySet<SettingName> {
  const { rejected, region } = readTexts(texts)
  const unread = new Set(rejected.map((pair) => pair.split('=')[0]))
  const isStrange = region !== null && !findRegion(catalog, region)
  return new Set(
    SETTING_NAMES.filter((name) => unread.has(name) || (name === 'region' && isStrange)),
  )
}

/** "?slides=…", the shortest; "" where all is as by default. A wall without slides shows those of the data. */
export function queryOf(plan: WallPlan): string {
  const { slides, ...settings } = settingsOf(plan)
  return formatWallQuery({ ...settings, slides: slides?.length === 0 ? null : slides })
}

export interface ReadPlan {
  readonly plan: WallPlan
  /** What the query has and nobody can read. */
  readonly rejected: readonly string[]
}

export function readPlan(query: string): ReadPlan {
  const { rejected, ...settings } = parseWallQuery(query)
  const written = new URLSearchParams(formatWallQuery(settings))
  const entries = SETTING_NAMES.map((name) => [name, written.get(name) ?? ''] as const)
  const texts = Object.fromEntries(entries) as Record<SettingName, string>
  return { plan: { slides: settings.slides, texts }, rejected }
}

/** The query of a pasted address of a wall, from any machine; null where it is none. */
export function pastedQuery(text: string): string | null {
  // A mail breaks long addresses over lines.
  const whole = text.replace(/\s+/g, '')
  // The one file has its wall behind the hash.
  const match = /^(?:[^?#]*(?:\bwall\.html|#\/wall)(\?[^#]*)?|(\?[^#]*))(?:#.*)?$/.exec(whole)
  return match && (match[1] ?? match[2] ?? '')
}
