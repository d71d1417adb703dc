/** Whether a newer release of the app itself waits; it is applied when the reader asks, never before. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

export type ReleaseState = 'current' | 'waiting'

export const useReleaseStore = defineStore('release', () => {
  const apply = shallowRef<(() => void) | null>(null)
  return {
    state: computed<ReleaseState>(() => (apply.value ? 'waiting' : 'current')),
    /** Called by whoever watches the service worker; `run` brings the new release in. */
    offerRelease(run: () => void): void {
      apply.value = run
    },
    applyRelease(): void {
      apply.value?.()
    },
  }
})
