/** Today's date for what stands deep in a page: handed down by the door, empty until it is alive. */
import type { ComputedRef, InjectionKey } from 'vue'

export const todayKey: InjectionKey<ComputedRef<string>> = Symbol('today')
