/** The header speaks of the data that are seen, not of those that have just come. */
import { describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import type { Head } from '../../src/db/store-port.ts'
import { useShownHead } from '../../src/wall/use-shown-head.ts'

const head = (seq: number) => ({ seq }) as Head

describe('the head of the data that are shown', () => {
  it('is the latest before anything is shown', () => {
    const latest = shallowRef<Head | null>(null)
    const shown = useShownHead(latest, shallowRef(0))
    latest.value = head(1)
    expect(shown.value?.seq).toBe(1)
  })

  it('waits with the slide where newer data come, and goes with it', () => {
    const latest = shallowRef<Head | null>(head(1))
    const seq = shallowRef(1)
    const shown = useShownHead(latest, seq)
    latest.value = head(2)
    expect(shown.value?.seq).toBe(1)
    seq.value = 2
    expect(shown.value?.seq).toBe(2)
  })
})
