/** Our site as the pages of others meet it: Debian's nginx, under the configuration that ships. */
import { copyDist } from './generations.ts'
import { openNginx } from './nginx.ts'
import type { Site } from './site.ts'

export interface EmbedSiteSettings {
  /** The folder that is served, a copy of dist if none is named. */
  readonly root?: string
  /** The address may be that of a folder in a site with patterns of its own. */
  readonly variant?: 'http' | 'sub-folder'
  /** Origins that may frame panels, beside our own. */
  readonly hosts: readonly string[]
}

export async function openEmbedSite({
  root,
  variant = 'http',
  hosts,
}: EmbedSiteSettings): Promise<Pick<Site, 'url' | 'stop'>> {
  // nginx runs as nobody, who may not be allowed into the folder of the repository.
  const copy = root === undefined ? copyDist() : null
  const nginx = await openNginx({
    root: root ?? copy?.root ?? '',
    variant,
    hosts: ["'self'", ...hosts].join(' '),
    brotli: true,
  })
  return {
    url: nginx.url,
    async stop() {
      await nginx.stop()
      copy?.remove()
    },
  }
}
