/** What the policies of two servers must allow for a snippet to work. */
import type { ShareChoice } from './share-choice.ts'

export interface PolicyNeeds {
  /** Directives of the Content-Security-Policy of the page around; each needs our origin. */
  readonly directives: readonly string[]
  /** True where our server must let the page's site frame its panels (deploy/nginx/hosts.conf). */
  readonly isFramed: boolean
}

/** `hasPicture`: what stands inside, for where the panel cannot be had, holds a picture. */
export function policyNeeds(
  { rung, isObject, tellsHeight }: Pick<ShareChoice, 'rung' | 'isObject' | 'tellsHeight'>,
  hasPicture: boolean,
): PolicyNeeds {
  const picture = hasPicture ? ['img-src'] : []
  switch (rung) {
    case 'element':
      // Its sheet is adopted by its shadow root, which style-src does not rule.
      return { directives: ['script-src', 'connect-src', ...picture], isFramed: false }
    case 'frame': {
      const script = tellsHeight ? ['script-src'] : []
      // An object's page is a frame too: browsers ask both directives.
      const frame = isObject ? ['object-src', 'frame-src', ...picture] : ['frame-src']
      return { directives: [...frame, ...script], isFramed: true }
    }
    case 'picture':
      return { directives: ['img-src'], isFramed: false }
    case 'table':
      return { directives: [], isFramed: false }
  }
}
