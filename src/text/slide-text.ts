/** Words of the wall's slides. */
import type { Bilingual } from '../contract/issue.ts'
import type { Lang } from './lang.ts'

const WORDS = {
  inspectionNote: {
    zh: '推进中不等于滞后，故不评红绿。',
    en: 'In progress is not late: not judged.',
  },
  others: { zh: '其他近期出处', en: 'Other recent documents' },
  slideFailed: { zh: '此页未能显示', en: 'This slide could not be shown' },
  panelFailed: { zh: '此图未能显示', en: 'This panel could not be shown' },
  unknown: { zh: '尚无数据', en: 'nothing known' },
} as const satisfies Record<string, Bilingual>

export function slideWord(name: keyof typeof WORDS, lang: Lang): string {
  return WORDS[name][lang]
}

/** "另有8项": figures of the theme for which the slide has no room. */
export function formatLeft(count: number, lang: Lang): string {
  if (count <= 0) return ''
  return lang === 'zh' ? `本主题另有${count}项` : `${count} more of this theme`
}
