/**
 * Panels of a written page come alive one by one: on sight, on touch, or when nothing else is to
 * do. Until then they stand as they were written.
 */
import {
  defineAsyncComponent,
  hydrateOnIdle,
  hydrateOnInteraction,
  hydrateOnVisible,
  type Component,
  type InjectionKey,
} from 'vue'

/** A panel that nobody has looked for is alive after so long even on a busy machine. */
const LATEST_MS = 4_000
/** What comes first of everything that a reader does; the rest then meets a live panel. */
const TOUCHES = ['pointerdown', 'keydown', 'focusin'] as const
const STRATEGIES = [
  hydrateOnIdle(LATEST_MS),
  hydrateOnVisible(),
  hydrateOnInteraction([...TOUCHES]),
]

export interface PanelTakeOver {
  /** The same component, waiting for its moment where its markup stands already. */
  readonly later: (component: Component) => Component
  /** Brings all to life at once, because what they show is about to change. */
  readonly wake: () => void
  /** Resolves when every panel that waited is alive. */
  readonly whenAlive: () => Promise<void>
}

export const panelTakeOverKey: InjectionKey<PanelTakeOver> = Symbol('panel take-over')

export function createPanelTakeOver(): PanelTakeOver {
  const patient = new Map<Component, Component>()
  const sleeping = new Set<() => void>()
  let tellAlive: (() => void) | null = null

  function tell(): void {
    if (sleeping.size === 0) tellAlive?.()
  }

  function wait(component: Component): Component {
    return defineAsyncComponent({
      loader: () => Promise.resolve(component),
      hydrate(hydrate, forEachElement) {
        const closers: (() => void)[] = []
        const close = () => {
          sleeping.delete(wake)
          for (const stop of closers) stop()
        }
        const wake = () => {
          if (!sleeping.has(wake)) return
          close()
          hydrate()
          tell()
        }
        sleeping.add(wake)
        for (const strategy of STRATEGIES) {
          const stop = strategy(wake, forEachElement)
          if (stop) closers.push(stop)
        }
        return close
      },
    })
  }

  return {
    later(component) {
      const known = patient.get(component) ?? wait(component)
      patient.set(component, known)
      return known
    },
    wake() {
      for (const wakeOne of sleeping) wakeOne()
    },
    async whenAlive() {
      // Vue asks each panel in a microtask of its own, once the page is mounted.
      await new Promise((resolve) => setTimeout(resolve))
      if (sleeping.size === 0) return
      await new Promise<void>((resolve) => {
        tellAlive = resolve
      })
    },
  }
}
