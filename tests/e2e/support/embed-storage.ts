/** Browsers that give a frame of another site no storage, or one of its own for each site around. */
import type { Page } from 'playwright-core'

/**
 * Storage is blocked from the start: cookies of third parties are, and Playwright turns partitioning off
 * (ThirdPartyStoragePartitioning is one of its --disable-features). Of two such switches the last one
 * counts, so that an empty one gives each site around a storage of its own.
 */
export const PARTITIONING = ['--disable-features=']

/**
 * Keeps something as our own page would, and looks for it from our frame in the page of the host:
 * `refused` where storage is blocked, `nothing` where it is partitioned.
 */
export async function storageFoundIn(page: Page, appUrl: string): Promise<string> {
  const own = await page.context().newPage()
  await own.goto(`${appUrl}embed/pm25.html`)
  await own.evaluate(() => localStorage.setItem('kept', 'found'))
  await own.close()
  const frame = page.frames().find((each) => each.url().startsWith(`${appUrl}embed/`))
  if (!frame) throw new Error('no frame')
  return frame.evaluate(() => {
    try {
      return localStorage.getItem('kept') ?? 'nothing'
    } catch {
      return 'refused'
    }
  })
}
