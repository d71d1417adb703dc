/** The real element for the preview: the script and the file that another page would fetch. */

/** False where either cannot be had: without a network, or on the developers' server. */
export async function bringPanel(
  window: Pick<Window & typeof globalThis, 'fetch'>,
  { panelScript, frame }: { readonly panelScript: string; readonly frame: string },
): Promise<boolean> {
  try {
    // An import is no sink of Trusted Types; `script-src 'self'` allows the file.
    const [, written] = await Promise.all([
      import(/* @vite-ignore */ panelScript),
      window.fetch(frame, { credentials: 'omit' }),
    ])
    return written.ok
  } catch {
    return false
  }
}
