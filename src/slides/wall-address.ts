/** What a wall was told to show, as it stands in its address: wall.html?slides=inspection,pm25+pm10&dwell=20. */
import { THEMES, type Theme } from '../charts/theme.ts'
import { isCalendarDate } from '../contract/calendar.ts'
import type { AsOf } from '../domain/standing.ts'
import { LANGS, type Lang } from '../text/lang.ts'
import {
  formatDutyHours,
  formatTimeOfDay,
  MINUTES_PER_DAY,
  parseDutyHours,
  parseTimeOfDay,
  type DutyHours,
} from './duty-hours.ts'

export interface WallSettings {
  /** Names of the slides in their order, as written; null: those that follow from the data. */
  readonly slides: readonly string[] | null
  /** Seconds for each slide, 5 to 600; null: by the amount to read. */
  readonly dwellSeconds: number | null
  readonly theme: Theme
  readonly asOf: AsOf
  /** Code of the region asked for; null: the home region. */
  readonly region: string | null
  readonly lang: Lang
  readonly hours: DutyHours
  /** Width of the screen in metres, 0.3 to 40; null: not said. */
  readonly screenMetres: number | null
  /** From the screen to whoever reads it, in metres, 0.5 to 60; null: not said. */
  readonly distanceMetres: number | null
  /** Minutes since midnight of the planned reload, once a day. */
  readonly reloadAt: number | 'off'
}

export interface WallChoice extends WallSettings {
  /** What the address has and nobody can read: "dwell=abc". */
  readonly rejected: readonly string[]
}

export const WALL_DEFAULTS: WallSettings = {
  slides: null,
  dwellSeconds: null,
  theme: 'dark',
  asOf: 'latest',
  region: null,
  lang: 'zh',
  hours: { from: 7 * 60 + 30, to: 18 * 60 + 30 },
  screenMetres: null,
  distanceMetres: null,
  reloadAt: 3 * 60 + 30,
}

/** A plus sign in a query is read as a space; "pm25+pm10" is one slide of two parts all the same. */
function tidySlide(name: string): string {
  return name
    .split(/[\s+]+/)
    .filter((part) => part !== '')
    .join('+')
}

/** Also with the comma of a Chinese keyboard. */
function readSlides(text: string): readonly string[] | null {
  const names = text.split(/[,，]/).map(tidySlide)
  const named = names.filter((name) => name !== '')
  return named.length > 0 ? named : null
}

/** A number written plainly, with up to two decimals where `isWhole` is not asked for. */
function readNumber(text: string, least: number, most: number, isWhole = false): number | null {
  const form = isWhole ? /^\d{1,4}$/ : /^\d{1,4}(\.\d{1,2})?$/
  const number = form.test(text) ? Number(text) : NaN
  return number >= least && number <= most ? number : null
}

function readReload(text: string): number | 'off' | null {
  const minutes = text === 'off' ? text : parseTimeOfDay(text)
  return minutes === MINUTES_PER_DAY ? 0 : minutes
}

function oneOf<T extends string>(choices: readonly T[], text: string): T | null {
  return choices.find((choice) => choice === text) ?? null
}

/** `query` as in `location.search`, with or without its question mark; what it does not name is the default. */
export function parseWallQuery(query: string): WallChoice {
  const all = new URLSearchParams(query)
  const rejected: string[] = []
  function read<T>(name: string, parse: (text: string) => T | null, otherwise: T): T {
    const text = all.get(name)
    if (text === null) return otherwise
    const value = parse(text)
    if (value === null) rejected.push(`${name}=${text}`)
    return value ?? otherwise
  }
  const { slides, dwellSeconds, theme, asOf, region, lang, ...rest } = WALL_DEFAULTS
  const settings: WallSettings = {
    slides: read('slides', readSlides, slides),
    dwellSeconds: read('dwell', (text) => readNumber(text, 5, 600, true), dwellSeconds),
    theme: read('theme', (text) => oneOf(THEMES, text), theme),
    asOf: read('v', (text) => (isCalendarDate(text) ? text : null), asOf),
    region: read('region', (text) => (/^\d{6}$/.test(text) ? text : null), region),
    lang: read('lang', (text) => oneOf(LANGS, text), lang),
    hours: read('hours', parseDutyHours, rest.hours),
    screenMetres: read('screen', (text) => readNumber(text, 0.3, 40), rest.screenMetres),
    distanceMetres: read('distance', (text) => readNumber(text, 0.5, 60), rest.distanceMetres),
    reloadAt: read('reload', readReload, rest.reloadAt),
  }
  return { ...settings, rejected }
}

/** Comma, plus and colon may stand in a query as they are, and people read this one. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%2C/g, ',').replace(/%2B/g, '+').replace(/%3A/g, ':')
}

function textsOf(settings: WallSettings): readonly (readonly [string, string | null])[] {
  const { slides, dwellSeconds, screenMetres, distanceMetres, reloadAt } = settings
  return [
    ['slides', slides && slides.join(',')],
    ['dwell', dwellSeconds === null ? null : String(dwellSeconds)],
    ['theme', settings.theme],
    ['v', settings.asOf],
    ['region', settings.region],
    ['lang', settings.lang],
    ['hours', formatDutyHours(settings.hours)],
    ['screen', screenMetres === null ? null : String(screenMetres)],
    ['distance', distanceMetres === null ? null : String(distanceMetres)],
    ['reload', reloadAt === 'off' ? reloadAt : formatTimeOfDay(reloadAt)],
  ]
}

/** The shortest query that gives these settings: "?dwell=20", or "" where all is as by default. */
export function formatWallQuery(settings: WallSettings): string {
  const usual = new Map(textsOf(WALL_DEFAULTS))
  const pairs = textsOf(settings).flatMap(([name, text]) =>
    text === null || text === usual.get(name) ? [] : [`${name}=${encode(text)}`],
  )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
