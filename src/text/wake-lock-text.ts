/** Whether the screen is kept on, and where it is not, why and what helps. */
import type { Lang } from './lang.ts'

export type WakeState =
  /** 'asking': not answered yet, or the page is out of sight. */
  | { readonly kind: 'held' | 'off-duty' | 'asking' }
  /** 'insecure': the page came over plain http, where browsers have no such lock. */
  | { readonly kind: 'insecure' | 'unsupported' }
  /** `reason`: the name that the browser gives it. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Empty where there is nothing to do. */
export function formatWakeState(state: WakeState, lang: Lang): string {
  const isChinese = lang === 'zh'
  switch (state.kind) {
    case 'insecure':
      return isChinese
        ? '非https访问，浏览器不能保持亮屏，请在系统里关闭自动熄屏'
        : 'plain http: the browser cannot keep the screen on, switch its time-out off in the system'
    case 'unsupported':
      return isChinese
        ? '此浏览器不能保持亮屏，请在系统里关闭自动熄屏'
        : 'this browser cannot keep the screen on, switch its time-out off in the system'
    case 'refused':
      return isChinese
        ? `浏览器拒绝保持亮屏（${state.reason}）`
        : `the browser refuses to keep the screen on (${state.reason})`
    default:
      return ''
  }
}
