/** The size of a box in CSS px, for what is drawn to fill it. */
import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'

export interface BoxSize {
  readonly widthPx: number
  readonly heightPx: number
}

/** 0 × 0 until the box has a size; while it is hidden, the size that it had. */
export function useBoxSize(
  element: Readonly<ShallowRef<HTMLElement | null>>,
): Readonly<ShallowRef<BoxSize>> {
  const size = shallowRef<BoxSize>({ widthPx: 0, heightPx: 0 })
  const closers: (() => void)[] = []

  function measure(box: HTMLElement): void {
    const { width, height } = box.getBoundingClientRect()
    const [widthPx, heightPx] = [Math.floor(width), Math.floor(height)]
    const isSame = widthPx === size.value.widthPx && heightPx === size.value.heightPx
    if (widthPx > 0 && heightPx > 0 && !isSame) size.value = { widthPx, heightPx }
  }

  onMounted(() => {
    const box = element.value
    if (!box) return
    measure(box)
    const observer = new ResizeObserver(() => measure(box))
    observer.observe(box)
    closers.push(() => observer.disconnect())
  })
  onBeforeUnmount(() => {
    for (const close of closers.splice(0)) close()
  })
  return size
}
