/** Today's date by the reader's clock, and again after midnight. */

/** YYYY-MM-DD in the reader's own zone. */
export function localDay(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, '0')
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`
}

/** Since when this device holds the data shown, and whether it keeps them when the page is closed. */
export function takenInOf(data: {
  readonly takenInMs: number | null
  readonly storage: { readonly kind: string | null }
}): { readonly day: string; readonly isKept: boolean } | null {
  if (data.takenInMs === null) return null
  return { day: localDay(new Date(data.takenInMs)), isKept: data.storage.kind !== 'memory' }
}

/** A page that stays open overnight must not show yesterday's age. */
const LOOK_EVERY_MS = 60_000

/** Calls `tell` at once and whenever the date has changed; returns how to stop. */
export function watchToday(
  window: Pick<Window & typeof globalThis, 'setInterval' | 'clearInterval' | 'Date'>,
  tell: (today: string) => void,
): () => void {
  let told = ''
  const look = () => {
    const today = localDay(new window.Date())
    if (today !== told) tell((told = today))
  }
  look()
  const timer = window.setInterval(look, LOOK_EVERY_MS)
  return () => window.clearInterval(timer)
}
