/** The environment of panels in a real browser: no storage, no cookie, nothing of the host's. */
import { browserStartTimer, manifestUrlOf } from '../stores/browser-basics.ts'
import { localDay } from '../stores/today.ts'
import type { PageTools } from './panel-page.ts'

/** Of a manifest (design.md §2); more is not read into. */
const MOST_CHARACTERS = 65_536

async function readSeq(window: Window & typeof globalThis, url: string): Promise<number | null> {
  try {
    const response = await window.fetch(url, { cache: 'no-cache', credentials: 'omit' })
    if (!response.ok) return null
    const text = await response.text()
    if (text.length > MOST_CHARACTERS) return null
    const { seq } = JSON.parse(text) as { readonly seq?: unknown }
    return typeof seq === 'number' ? seq : null
  } catch {
    return null // no server, or no manifest: the full look will say what is wrong with it
  }
}

/** `base` as the panel's links write the way to the app's folder, `baseUrl` the same in full. */
export function browserPageTools(
  window: Window & typeof globalThis,
  where: { readonly base: string; readonly baseUrl: string },
): PageTools {
  return {
    readServerSeq: () => readSeq(window, manifestUrlOf(where.baseUrl)),
    loadLive: async () => (await import('./live.ts')).createLive(window, where),
    today: () => localDay(new window.Date()),
    polling: {
      startTimer: browserStartTimer(window),
      nowMs: () => window.Date.now(),
      random: () => window.Math.random(),
      document: window.document,
      window,
    },
    // A panel is a guest: the host's error log is not ours.
    report: () => undefined,
  }
}
