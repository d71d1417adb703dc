/** Starts a timer and returns its canceller; the clock's owner is the door, or a test. */
export type StartTimer = (run: () => void, delayMs: number) => () => void
