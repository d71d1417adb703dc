/** What every measurement has at hand: the three pages, each on its own port, and how to measure. */
import { serve } from '../tools/serve.mjs'

/**
 * @typedef {object} Site
 * @property {string} url ends with a slash
 * @property {() => Promise<void>} stop nothing answers until `start`
 * @property {() => Promise<void>} start on the same port
 *
 * @typedef {object} BenchContext
 * @property {number} runs
 * @property {boolean} isSlow
 * @property {number} figures how many the overview has
 * @property {{ desk: Site, floor: Site, limit: Site }} sites
 * @property {(line: string) => void} say
 */

/**
 * @param {{ root: string, headers?: Readonly<Record<string, string>> }} options
 * @returns {Promise<Site>}
 */
export async function openSite(options) {
  const first = await serve(options)
  /** @type {typeof first | null} */
  let running = first
  return {
    url: first.url,
    stop: async () => {
      await running?.close()
      running = null
    },
    start: async () => {
      running ??= await serve({ ...options, port: first.port })
    },
  }
}
