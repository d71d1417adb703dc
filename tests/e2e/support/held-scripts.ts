/** A slow line: the page stands as it was written, and the app is still on its way. */
import type { Page } from 'playwright-core'

export const SCRIPTS = '**/assets/*.js'

/** Holds the app back until it is let in. */
export async function holdScripts(page: Page): Promise<() => void> {
  let letIn = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letIn = resolve
  })
  await page.route(SCRIPTS, async (route) => {
    await held
    await route.continue()
  })
  return letIn
}
