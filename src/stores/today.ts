/** Today's date by the reader's clock, and again after midnight. */

/** YYYY-MM-DD in the reader's own zone. */
export function localDay(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, '0')
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`
}

/** `dayOf` names a day in the reader's zone. The day, and since when this device holds the data shown and whether it keeps them. */
export function momentOf(
  today: string,
  data: {
    readonly head: { readonly seq: number } | null
    readonly takenInMs: number | null
    readonly storage: { readonly kind: string | null }
  },
  dayOf: (ms: number) => string,
): {
  readonly today: string
  readonly seq: number
  readonly takenIn: { readonly day: string; readonly isKept: boolean } | 'in-file' | null
} {
  const { head, takenInMs, storage } = data
  const seq = head?.seq ?? 0
  const isInFile = storage.kind === 'embedded'
  // What a data pack has brought into the open file is not in the file.
  if (isInFile && takenInMs === null) return { today, seq, takenIn: 'in-file' }
  const isKept = storage.kind !== 'memory' && !isInFile
  const takenIn = takenInMs === null ? null : { day: dayOf(takenInMs), isKept }
  return { today, seq, takenIn }
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
