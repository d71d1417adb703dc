/** Care for the screen and for who watches over it: night palette, lock, what the page says of itself. */
import { computed, onBeforeUnmount, onMounted, shallowRef, watchEffect, type Ref } from 'vue'
import { isWithin } from '../slides/duty-hours.ts'
import type { WallChoice } from '../slides/wall-address.ts'
import { formatWakeState, type WakeState } from '../text/wake-lock-text.ts'
import { lockWords, type NoticeWords } from '../text/wall-text.ts'
import { startHeaderDrift, type Drift } from './header-drift.ts'
import { hideIdleCursor } from './idle-cursor.ts'
import { startLifeSign } from './life-sign.ts'
import type { WallTime } from './use-clock.ts'
import { keepAwake } from './wake-lock.ts'
import type { WallTools } from './wall-tools.ts'

export interface CareOptions {
  readonly tools: WallTools | null
  readonly choice: WallChoice
  readonly clock: Readonly<Ref<WallTime>>
  /** Of the slide in front. */
  readonly title: Readonly<Ref<string>>
  /** Number of the generation shown. */
  readonly seq: Readonly<Ref<number>>
  readonly header: Readonly<Ref<{ readonly $el: unknown } | null>>
}

function useLock({ tools, choice }: CareOptions): Readonly<Ref<WakeState>> {
  const state = shallowRef<WakeState>({ kind: 'asking' })
  let stop = (): void => undefined
  onMounted(() => {
    if (!tools) return
    const { wakeLock, isSecure, document, startTimer, now } = tools
    stop = keepAwake({
      wakeLock,
      isSecure,
      document,
      startTimer,
      hours: choice.hours,
      minuteOfDay: () => now().getHours() * 60 + now().getMinutes(),
      tell: (next) => {
        state.value = next
      },
    })
  })
  onBeforeUnmount(() => stop())
  return state
}

/** The header wanders, the pointer hides, the title says that the page lives. */
function useRoutine({ tools, choice, title, header }: CareOptions): void {
  const stops: (() => void)[] = []
  onMounted(() => {
    if (!tools) return
    const { window, document, root, startTimer, now, reducedMotion } = tools
    const place = ({ x, y }: Drift) => {
      const element = header.value?.$el
      if (!(element instanceof HTMLElement)) return
      element.style.transform = `translate(calc(${x} * var(--u)), calc(${y} * var(--u)))`
    }
    stops.push(
      startHeaderDrift({ startTimer, nowMs: () => now().getTime(), reducedMotion, place }),
      hideIdleCursor(window, root, startTimer),
      startLifeSign({
        document,
        startTimer,
        minuteOfDay: () => now().getHours() * 60 + now().getMinutes(),
        slideTitle: () => title.value,
        lang: () => choice.lang,
      }),
    )
  })
  onBeforeUnmount(() => stops.forEach((stop) => stop()))
}

/** What there is to say of the lock. */
export function useScreenCare(
  options: CareOptions,
): Readonly<Ref<readonly (NoticeWords & { readonly key: string })[]>> {
  const { tools, choice, clock, seq } = options
  const lock = useLock(options)
  useRoutine(options)
  watchEffect(() => {
    if (!tools) return
    const { dataset } = tools.root
    dataset['asOf'] = choice.asOf
    dataset['seq'] = String(seq.value)
    const isNight = clock.value.time !== '' && !isWithin(choice.hours, clock.value.minute)
    if (isNight) dataset['night'] = ''
    else delete dataset['night']
  })
  return computed(() => {
    const [zh, en] = [formatWakeState(lock.value, 'zh'), formatWakeState(lock.value, 'en')]
    return zh === '' ? [] : [{ key: 'lock', ...lockWords({ zh, en }) }]
  })
}
