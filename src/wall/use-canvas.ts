/** The canvas of the window as it is now, and its unit as the sheets see it. */
import { onBeforeUnmount, onMounted, shallowRef, watchEffect, type Ref } from 'vue'
import { canvasOf, type Canvas, type Viewing } from '../slides/canvas.ts'

export type SizedWindow = Pick<
  Window,
  'innerWidth' | 'innerHeight' | 'addEventListener' | 'removeEventListener'
>

/** Monitors that are switched off and on change the window more than once before it is what it was. */
export function useCanvas(
  window: SizedWindow | null,
  viewing: Viewing,
  root: Readonly<Ref<HTMLElement | null>>,
): Readonly<Ref<Canvas>> {
  const measure = () =>
    canvasOf(
      { widthPx: window?.innerWidth ?? 1920, heightPx: window?.innerHeight ?? 1080 },
      viewing,
    )
  const canvas = shallowRef(measure())
  const onResize = () => {
    const now = measure()
    const { unitPx, width, height } = canvas.value
    const isSame = now.unitPx === unitPx && now.width === width && now.height === height
    if (!isSame) canvas.value = now
  }
  watchEffect(() => root.value?.style.setProperty('--u', `${canvas.value.unitPx}px`), {
    flush: 'post',
  })
  onMounted(() => window?.addEventListener('resize', onResize))
  onBeforeUnmount(() => window?.removeEventListener('resize', onResize))
  return canvas
}
