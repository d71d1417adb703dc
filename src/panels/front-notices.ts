/** Beside a picture there is room for what would mislead if unsaid; the rest stands on its page. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Notice } from '../domain/notice.ts'

const FRONT_KINDS: ReadonlySet<Notice['kind']> = new Set([
  'contradiction',
  'cross-dispute',
  'conflict',
  'sic',
  'region',
  'rounding',
  'estimated',
])
const MOST = 2

export function frontNotices(view: IndicatorView): readonly Notice[] {
  return view.notices.filter((notice) => FRONT_KINDS.has(notice.kind)).slice(0, MOST)
}
