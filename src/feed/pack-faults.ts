/** Why an archive is not a data pack that can be taken: one sentence for each reason. */
import { issue, type Issue } from '../contract/issue.ts'
import { MANIFEST_PATH } from './take-manifest.ts'

export const packFaults = {
  noManifest: (path: string): Issue =>
    issue(
      path,
      'no-manifest',
      `里面没有 ${MANIFEST_PATH}，不是本软件的数据包`,
      `there is no ${MANIFEST_PATH} in it: it is not a data pack of this software`,
    ),
  missing: (path: string): Issue =>
    issue(
      path,
      'missing',
      '清单列出了这个文件，数据包里没有',
      'the manifest lists this file, and the pack does not have it',
    ),
  unlisted: (path: string): Issue =>
    issue(
      path,
      'unlisted',
      '清单没有列出这个文件，数据包里不该有',
      'the manifest does not list this file, and a pack has no others',
    ),
} as const
