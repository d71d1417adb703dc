/** What every door needs of the browser, however small it is. */
import type { StartTimer } from '../db/timer.ts'

/** The manifest's address, from any folder of any host. */
export function manifestUrlOf(documentBaseUrl: string): string {
  return new URL('data/manifest.json', documentBaseUrl).href
}

export function browserStartTimer(window: Pick<Window, 'setTimeout' | 'clearTimeout'>): StartTimer {
  return (run, delayMs) => {
    const id = window.setTimeout(run, delayMs)
    return () => window.clearTimeout(id)
  }
}
