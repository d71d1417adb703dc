/** Published files for whoever cannot go on without them. */
import { readPublished, type Published, type PublishedFiles } from './published.ts'

/** Verified as on import; throws with everything that is wrong. */
export function believe(files: PublishedFiles): Published {
  const published = readPublished(files)
  if (published.ok) return published.value
  const found = published.issues.map(({ path, message }) => `${path}: ${message.zh}`)
  throw new Error(found.join('\n'))
}
