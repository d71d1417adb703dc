/** The wall that is being arranged, and its memory on this device. */
import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { VisitTools } from './visit-tools.ts'
import { openWallMemory, type WallMemory } from './wall-memory.ts'
import { queryOf, readPlan, type WallPlan } from './wall-plan.ts'
import type { ScreenId } from './wall-screens.ts'

export interface ArrangedWall {
  readonly plan: ShallowRef<WallPlan>
  readonly screen: ShallowRef<ScreenId>
  /** Null until it is known whether this browser keeps anything. */
  readonly isKept: Readonly<ShallowRef<boolean | null>>
}

/** What the desk itself looks at; both empty where that is the latest day of the home region. */
export interface DeskView {
  readonly v: string
  readonly region: string
}

/** Whoever looks at another day or region of the desk arranges a wall of it. */
function follow(plan: WallPlan, { v, region }: DeskView): WallPlan {
  if (v === '' && region === '') return plan
  const { texts } = plan
  return { ...plan, texts: { ...texts, v: v || texts.v, region: region || texts.region } }
}

/** `tools` come once the page is alive; what was changed before that is not taken back. */
export function useWallPlan(
  tools: Readonly<Ref<VisitTools | null>> | null,
  desk: () => DeskView,
): ArrangedWall {
  const first = follow(readPlan('').plan, desk())
  const plan = shallowRef(first)
  const screen = shallowRef<ScreenId>('16:9')
  const isKept = shallowRef<boolean | null>(null)
  const memory = shallowRef<WallMemory | null>(null)

  watch(
    () => tools?.value ?? null,
    (known) => {
      if (!known || memory.value) return
      const opened = openWallMemory(known.dataset, known.getStorage)
      const noted = opened.read()
      if (noted && plan.value === first) {
        plan.value = follow(readPlan(noted.query).plan, desk())
        screen.value = noted.screen
      }
      memory.value = opened
    },
    { immediate: true },
  )
  watch([() => desk().v, () => desk().region], ([v, region]) => {
    plan.value = { ...plan.value, texts: { ...plan.value.texts, v, region } }
  })
  watch(
    () => [memory.value, queryOf(plan.value), screen.value] as const,
    ([store, query, chosen]) => {
      if (store) isKept.value = store.write({ query, screen: chosen })
    },
    { immediate: true },
  )
  return { plan, screen, isKept }
}
