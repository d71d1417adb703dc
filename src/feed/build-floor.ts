/** The generation that this build was made with; put in place by vite.config.ts. */
import type { Floor } from './plan-update.ts'

declare const __BUILD_FLOOR__: Floor & { readonly dataset: string }

export const BUILD_FLOOR = __BUILD_FLOOR__
