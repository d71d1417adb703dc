/** Words of the wall around its slides: what it is doing, and what is wrong, in short and at length. */
import type { Bilingual, Issue } from '../contract/issue.ts'
import type { AsOf } from '../domain/standing.ts'
import { formatNothingYet } from './as-of-text.ts'
import type { Lang } from './lang.ts'

const WORDS = {
  keys: {
    zh: '← → 或触摸左右两侧换页；空格停住或继续；数字跳到第几页，0为第10页；Esc离开',
    en: '← → or a touch at either side changes the slide; space holds or goes on; digits jump, 0 is the tenth; Esc leaves',
  },
  phone: { zh: '扫码在手机上看这一页', en: 'Scan to read this on a phone' },
} as const satisfies Record<string, Bilingual>

export function wallWord(name: keyof typeof WORDS, lang: Lang): string {
  return WORDS[name][lang]
}

/** What stands where there is no slide, and what comes of it. `day`: known as of it, or 'latest'. */
export function nothingWords(hasData: boolean, day: AsOf, lang: Lang): readonly [string, string] {
  if (!hasData) {
    return lang === 'zh'
      ? ['本机还没有数据，服务器也没有给出', '不到一分钟再试一次']
      : ['No data here yet, and none from the server', 'Trying again within a minute']
  }
  if (day !== 'latest') return [formatNothingYet(day, lang), asOfWords(day).long[lang]]
  return lang === 'zh'
    ? ['没有能显示的页', '有了新数据再试']
    : ['No slide can be shown', 'Trying again with new data']
}

/** "已停住，73秒后继续"; `pause` in milliseconds. */
export function formatPause(pause: number | 'held', lang: Lang): string {
  if (pause === 'held') return lang === 'zh' ? '已停住，按空格继续' : 'Held; space goes on'
  const seconds = Math.ceil(pause / 1000)
  return lang === 'zh' ? `已停住，${seconds}秒后继续` : `Paused, goes on in ${seconds} s`
}

export interface NoticeWords {
  readonly short: Bilingual
  readonly long: Bilingual
}

/** `time`: HH:MM of the last answer that was good, with its day where that is another; null where there has been none. */
export function offlineWords(time: string | null): NoticeWords {
  return {
    short: { zh: '离线', en: 'Offline' },
    long: time
      ? {
          zh: `服务器没有应答，${time}核对过，照旧显示`,
          en: `The server does not answer; last checked ${time}`,
        }
      : { zh: '服务器没有应答，照旧显示', en: 'The server does not answer' },
  }
}

/** Codes of src/feed/refusals.ts with which no data came at all. */
const NOTHING_CAME: ReadonlySet<string> = new Set([
  'status',
  'html',
  'stall',
  'too-slow',
  'interrupted',
])

/** A server that gives nothing is no fault of the data. */
export function refusedWords({ code, message }: Issue): NoticeWords {
  return {
    short: NOTHING_CAME.has(code)
      ? { zh: '服务器出错', en: 'Server error' }
      : { zh: '新数据有误', en: 'New data refused' },
    long: { zh: `照旧显示上一版：${message.zh}`, en: `The last good data stand: ${message.en}` },
  }
}

export function asOfWords(day: string): NoticeWords {
  return {
    short: { zh: `截至${day}`, en: `As of ${day}` },
    long: { zh: '历史版本，此后公布的不算', en: 'An earlier version: nothing later counts' },
  }
}

export function addressWords(parts: readonly string[]): NoticeWords {
  return {
    short: { zh: '网址有误', en: 'Address' },
    long: {
      zh: `网址中这些读不懂，已略过：${parts.join('、')}`,
      en: `Not understood in the address, left out: ${parts.join(', ')}`,
    },
  }
}

export function unkeptWords(): NoticeWords {
  return {
    short: { zh: '未存本机', en: 'Not stored' },
    long: {
      zh: '本机不能保存数据，断网重启后没有数据',
      en: 'This machine keeps no data: after a restart without network there are none',
    },
  }
}

/** `reason`: why the screen may go dark. */
export function lockWords(reason: Bilingual): NoticeWords {
  return { short: { zh: '屏幕可能熄灭', en: 'Screen may go dark' }, long: reason }
}
