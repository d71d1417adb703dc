/** Whether the picture that the page was written with still says what it should. */
import { computed, inject, onMounted, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { EarlierVintage } from '../domain/earlier-vintage.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from '../text/lang.ts'
import { buildChart } from './build-chart.ts'
import type { Frame, Layer } from './frame.ts'
import type { Theme } from './theme.ts'
import { drawStillsKey, type StillWidths } from './still-key.ts'
import { isTakingOver } from './taking-over.ts'

/** A picture that leaves more of its box empty than this is drawn anew for the box. */
const MOST_EMPTY = 0.12

interface Shown {
  readonly view: IndicatorView
  readonly theme: Theme
  readonly lang: Lang
  readonly asOf: AsOf
  readonly spoken: string
  readonly heightPx: number
  readonly hidden?: ReadonlySet<Layer> | undefined
  readonly ghost?: EarlierVintage | undefined
  readonly stillWidths?: StillWidths | undefined
}

interface Measures {
  readonly widthPx: Readonly<Ref<number>>
  readonly scale: Readonly<Ref<number>>
  readonly stillWidthPx: Readonly<Ref<number>>
}

export interface Still {
  readonly isStill: ComputedRef<boolean>
  /** It says what it should, though it may be too small for its box by now. */
  readonly isTrue: ComputedRef<boolean>
  /** Its markup where pages are written, empty where it is taken over, null where there is none. */
  readonly html: string | null
}

/** What a frame would show, without its measures: equal for equal pictures. */
function looksOf(shown: Shown, frame: Pick<Frame, 'widthPx' | 'scale'>): string {
  const { view, theme, lang, asOf, heightPx, hidden, ghost } = shown
  const height = Math.round(heightPx * (frame.scale ?? 1))
  const chosen = { ...(hidden ? { hidden } : {}), ...(ghost ? { ghost } : {}) }
  const rest = { heightPx: height, theme, lang, asOf, ...chosen }
  return JSON.stringify(buildChart(view, { ...frame, ...rest })?.shapes ?? null)
}

export function useStill(shown: Readonly<Shown>, measures: Measures): Still {
  const draw = inject(drawStillsKey, null)
  if (draw && shown.stillWidths) {
    const html = draw({ ...shown, widths: shown.stillWidths })
    return { isStill: computed(() => true), isTrue: computed(() => true), html }
  }
  if (!isTakingOver() || !shown.stillWidths) {
    const never = computed(() => false)
    return { isStill: never, isTrue: never, html: null }
  }

  // Pages are written in `light`; dark differs in its colours only, and those are the page's.
  const written: Shown = { ...shown, theme: 'light' }
  const hasChanged = shallowRef(false)
  const fits = computed(() => {
    const [box, still] = [measures.widthPx.value, measures.stillWidthPx.value]
    return box === 0 || (still > 0 && still <= box + 1 && box - still <= MOST_EMPTY * box)
  })
  const isTrue = computed(() => !hasChanged.value)
  const isStill = computed(() => isTrue.value && fits.value)

  function compare(): void {
    const frame = { widthPx: measures.stillWidthPx.value, scale: measures.scale.value }
    if (hasChanged.value || frame.widthPx === 0) return
    hasChanged.value = looksOf(shown, frame) !== looksOf(written, frame)
  }
  onMounted(() => {
    if (shown.theme === 'contrast') compare()
  })
  watch(() => [shown.view, shown.theme, shown.lang, shown.asOf, shown.hidden, shown.ghost], compare)
  return { isStill, isTrue, html: '' }
}

/**
 * Whether the written picture stands: once it has gone it cannot come back, as nothing here has kept its
 * markup, and what Vue puts in its place is text as HTML, which a strict page refuses.
 */
export function useStillStay(wouldStand: () => boolean): ComputedRef<boolean> {
  const hasGone = shallowRef(false)
  watch(wouldStand, (stands) => {
    if (!stands) hasGone.value = true
  })
  return computed(() => wouldStand() && !hasGone.value)
}
