/** The measures of the box that a chart stands in, and whether a reader is near it. */
import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'

export interface ChartBox {
  /** 0 until measured. */
  readonly widthPx: Readonly<ShallowRef<number>>
  /** Type size of the stage over 16 px: larger screens set everything larger. */
  readonly scale: Readonly<ShallowRef<number>>
  readonly isNear: Readonly<ShallowRef<boolean>>
  /** Of the picture that was drawn before any script, as it is shown; 0 where there is none. */
  readonly stillWidthPx: Readonly<ShallowRef<number>>
}

/** Charts are drawn a little before they come into sight. */
const NEAR_MARGIN = '240px'
const BASE_TYPE_PX = 16

/** styles/chart.css gives the stage the root's type; in another page's document the panel's own. */
function typeScale(element: Element): number {
  const view = element.ownerDocument.defaultView
  const stage = element.querySelector('.chart-stage') ?? element
  const size = view?.getComputedStyle(stage).fontSize ?? ''
  const scale = Number.parseFloat(size) / BASE_TYPE_PX
  return Number.isFinite(scale) && scale > 0 ? scale : 1
}

function shownStillWidth(element: Element): number {
  const widths = [...element.querySelectorAll('.chart-still > svg')].map(
    (still) => still.getBoundingClientRect().width,
  )
  return Math.max(0, ...widths)
}

/**
 * Once nothing else is to do, every chart is drawn: a page is printed whole, and drawing when the
 * printer asks would come too late. Returns how to call it off.
 */
function whenIdle(element: Element, run: () => void): () => void {
  const view = element.ownerDocument.defaultView
  if (!view || typeof view.requestIdleCallback !== 'function') return () => undefined
  const handle = view.requestIdleCallback(run)
  return () => view.cancelIdleCallback(handle)
}

/** Where the browser lacks an observer, the box is measured once and counts as seen. */
export function useChartBox(element: Readonly<ShallowRef<HTMLElement | null>>): ChartBox {
  const widthPx = shallowRef(0)
  const scale = shallowRef(1)
  const isNear = shallowRef(false)
  const stillWidthPx = shallowRef(0)
  const closers: (() => void)[] = []

  onMounted(() => {
    const box = element.value
    if (!box) return
    const measure = () => {
      widthPx.value = Math.round(box.getBoundingClientRect().width)
      scale.value = typeScale(box)
      stillWidthPx.value = shownStillWidth(box)
    }
    measure()
    if (typeof ResizeObserver === 'function') {
      const observer = new ResizeObserver(measure)
      observer.observe(box)
      closers.push(() => observer.disconnect())
    }
    if (typeof IntersectionObserver !== 'function') {
      isNear.value = true
      return
    }
    const come = () => {
      isNear.value = true
      sight.disconnect()
    }
    const sight = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) come()
      },
      { rootMargin: NEAR_MARGIN },
    )
    sight.observe(box)
    closers.push(() => sight.disconnect(), whenIdle(box, come))
  })
  onBeforeUnmount(() => {
    for (const close of closers.splice(0)) close()
  })
  return { widthPx, scale, isNear, stillWidthPx }
}
