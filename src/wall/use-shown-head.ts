/** The head of the data that the slide in front is made of: newer ones wait for the next slide. */
import { shallowRef, watch, type Ref } from 'vue'
import type { Head } from '../db/store-port.ts'

/** `seq` is the number of the generation shown; 0 before anything is, and then the latest counts. */
export function useShownHead(
  latest: Readonly<Ref<Head | null>>,
  seq: Readonly<Ref<number>>,
): Readonly<Ref<Head | null>> {
  const shown = shallowRef(latest.value)
  watch(
    [latest, seq],
    ([head, number]) => {
      if (number === 0 || head?.seq === number) shown.value = head
    },
    { flush: 'sync' },
  )
  return shown
}
