/** Sentences about where the data come from right now. */
import type { Lang } from './lang.ts'

/** A data pack has brought more than the server has: nothing is wrong with either. */
export function formatServerBehind(server: number, here: number, lang: Lang): string {
  return lang === 'zh'
    ? `所示为第${here}号；服务器上还是第${server}号，等它更新就一致。`
    : `This is No. ${here}; the server still has No. ${server} and will catch up.`
}

/** "12/28份"; everything has come, and is being stored, once all are there. */
export function formatTakingIn(
  { done, all }: { readonly done: number; readonly all: number },
  lang: Lang,
): string {
  if (done === all)
    return lang === 'zh' ? `${all}份已到齐，正在存到本机` : `all ${all} are here; storing them`
  return lang === 'zh' ? `${done}/${all}份` : `${done} of ${all} documents`
}
