/** Names that carry a hash of their content, so that a file under one never changes. */

/** What vite emits, and data files named by SHA-256. */
const HASHED_NAME = /^(?:.*\/)?assets\/[^/]+-[\w-]{8}\.\w+$|\.[0-9a-f]{8}\.json$/

/**
 * @param {string} path address or path of a file, with forward slashes
 */
export function isHashedName(path) {
  return HASHED_NAME.test(path)
}
