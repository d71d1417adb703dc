/** What only a living page knows: the day by the reader's clock, and since when its data are here. */
import { computed, inject, onMounted, ref, type ComputedRef, type InjectionKey } from 'vue'
import { isTakingOver, isWriting } from '../charts/taking-over.ts'
import { daysOverdue, judgedOn } from '../domain/freshness.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { useReader } from './reader.ts'

export interface Moment {
  /** YYYY-MM-DD; empty where there is no clock. */
  readonly today: string
  /** Number of the generation shown; 0 where there is none. */
  readonly seq: number
  /**
   * When this device took in the data shown; `in-file` where they stand in the opened file itself, null
   * as long as they have come with the page alone.
   */
  readonly takenIn: { readonly day: string; readonly isKept: boolean } | 'in-file' | null
}

/** Without it there is no clock, as where pages are written. */
export const momentKey: InjectionKey<ComputedRef<Moment>> = Symbol('moment')

const TIMELESS: Moment = { today: '', seq: 0, takenIn: null }

/** The moment; none until markup that was written without one has been taken over. */
export function useMoment(): ComputedRef<Moment> {
  const moment = inject(momentKey, null)
  const isAlive = ref(!isWriting() && !isTakingOver())
  onMounted(() => {
    isAlive.value = true
  })
  return computed(() => (moment && isAlive.value ? moment.value : TIMELESS))
}

/** Days by which the next figure of an indicator is late on the day shown; 0 where it is not. */
export function useDaysOverdue(view: () => IndicatorView | null): ComputedRef<number> {
  const moment = useMoment()
  const reader = useReader()
  return computed(() => {
    const shown = view()
    // Most indicators have no update period, and are not rendered again when the day comes.
    if (!shown?.indicator.updatePeriod) return 0
    return daysOverdue(shown, judgedOn(reader.value.asOf, moment.value.today))
  })
}
