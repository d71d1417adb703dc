/** Long work that a reader can stop. */

/** As `AbortSignal.throwIfAborted`, which came with Chromium 100. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('cancelled', 'AbortError')
}
