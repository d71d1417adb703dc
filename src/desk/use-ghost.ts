/** The earlier vintage that a reader chose to see beside the figures shown. */
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { differingDays, earlierVintage, type EarlierVintage } from '../domain/earlier-vintage.ts'
import type { Evidence } from '../domain/evidence.ts'
import { isTimeForm } from '../domain/form.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'

export interface GhostChoice {
  /** Empty where no figure of the picture was ever another one. */
  readonly ghostDays: ComputedRef<readonly string[]>
  readonly chosenDay: Ref<string | null>
  readonly ghost: ComputedRef<EarlierVintage | undefined>
}

export function useGhost(
  view: Readonly<Ref<IndicatorView | null>>,
  evidence: () => Evidence,
): GhostChoice {
  const chosenDay = ref<string | null>(null)
  const ghostDays = computed(() => {
    const shown = view.value
    return shown?.main && isTimeForm(shown.form) ? differingDays(shown.main) : []
  })
  const ghost = computed(() => {
    const [main, day] = [view.value?.main, chosenDay.value]
    if (!main || day === null || !ghostDays.value.includes(day)) return undefined
    return earlierVintage(main, day, evidence()) ?? undefined
  })
  return { ghostDays, chosenDay, ghost }
}
