/** The built app on a loopback port of its own, which can go away and come back. */
import { fileURLToPath } from 'node:url'
import { serve } from '../../../tools/serve.mjs'

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url))

export interface Site {
  /** Ends with a slash. */
  readonly url: string
  /** Ends open connections too; nothing answers until `start`. */
  stop(): Promise<void>
  /** On the same port as before. */
  start(): Promise<void>
}

/** Serves a folder, dist if none is named. */
export async function openSite(root: string = DIST): Promise<Site> {
  const first = await serve({ root })
  let running: typeof first | null = first
  return {
    url: first.url,
    async stop() {
      await running?.close()
      running = null
    },
    async start() {
      running ??= await serve({ root, port: first.port })
    },
  }
}
