import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Adds a hash to every entry of the precache, so that a wrong file is refused at install and a lost
 * one is fetched again (Workbox repairs only entries that have `integrity`: PrecacheStrategy).
 * @param {string} folder the folder that was built
 * @returns {import('workbox-build').ManifestTransform}
 */
export function addIntegrity(folder) {
  return (entries) => ({
    manifest: entries.map((entry) => {
      const content = readFileSync(join(folder, entry.url))
      const hash = createHash('sha384').update(content).digest('base64')
      return { ...entry, integrity: `sha384-${hash}` }
    }),
    warnings: [],
  })
}
