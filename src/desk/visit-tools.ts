/** What the list of news since the last visit needs of a browser, and when a page counts as seen. */
import type { InjectionKey, Ref } from 'vue'
import type { StartTimer } from '../db/timer.ts'

export interface VisitTools {
  readonly dataset: string
  /** May throw. */
  readonly getStorage: () => Pick<Storage, 'getItem' | 'setItem'> | undefined
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
  readonly startTimer: StartTimer
}

/** Null until every panel is alive; not given where pages are written. */
export const visitToolsKey: InjectionKey<Readonly<Ref<VisitTools | null>>> = Symbol('visit tools')

/** Whoever is gone sooner has not read what is new. */
export const SEEN_AFTER_MS = 5_000

/** Calls once the page has been in sight for a while without a break; returns how to stop. */
export function watchSeen(
  { document, startTimer }: Pick<VisitTools, 'document' | 'startTimer'>,
  onSeen: () => void,
): () => void {
  let cancel: (() => void) | null = null
  const look = () => {
    cancel?.()
    cancel = document.visibilityState === 'visible' ? startTimer(seen, SEEN_AFTER_MS) : null
  }
  const stop = () => {
    cancel?.()
    cancel = null
    document.removeEventListener('visibilitychange', look)
  }
  const seen = () => {
    stop()
    onSeen()
  }
  document.addEventListener('visibilitychange', look)
  look()
  return stop
}
