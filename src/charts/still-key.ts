/** How a chart gets its picture where pages are written: drawn before any script, at a few widths. */
import type { InjectionKey } from 'vue'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from '../text/lang.ts'

/**
 * The widths of window from which a still is shown; styles/chart.css holds the queries. `large` is
 * where tokens.css sets everything larger.
 */
export const STILL_STEPS = ['0', '360', '720', '960', '1264', 'large'] as const
export type StillStep = (typeof STILL_STEPS)[number]

/**
 * Widths of the box in which a picture stands, in px at the base size of type, by step: the page's, or
 * those of a panel in another page, which go by the panel's own width.
 */
export type StillWidths = Readonly<Record<string, number>>

export interface StillOrder {
  readonly view: IndicatorView
  readonly lang: Lang
  readonly asOf: AsOf
  readonly spoken: string
  /** At the base size of type. */
  readonly heightPx: number
  readonly widths: StillWidths
}

/** Markup of one element that holds a picture for every width; empty where there is none. */
export type DrawStills = (order: StillOrder) => string

/** Provided only where pages are written. */
export const drawStillsKey: InjectionKey<DrawStills> = Symbol('draw stills')
