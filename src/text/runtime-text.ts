/** What the place where a page runs means for its reader, in plain words. */
import type { Bilingual } from '../contract/issue.ts'
import type { Lang } from './lang.ts'

/** By the runtime of offline/readiness.ts. */
const MEANINGS = {
  secure: {
    zh: '这是https网站或本机地址：数据和程序都能存在这台设备上，联网时自己更新。',
    en: 'This is an https site or an address of this machine: data and app can both be kept here, and update by themselves.',
  },
  'plain-http': {
    zh: '这是http网站，没有https：查看、更新、数据包都照常；断网时打开、长期保存、复制按钮、大屏常亮这几样，浏览器只给https网站。要在断网的地方看，用下面的“生成离线包”。',
    en: 'This is a plain http site: reading, updates and data packs all work; starting without a network, lasting storage, copy buttons and a wall that stays lit are given to https sites only. To read it without a network, make an offline file below.',
  },
  file: {
    zh: '这是从文件打开的：不联网、不更新，只看文件里带来的数据；这台设备上别的网页文件存过什么，一概不用。',
    en: 'This was opened from a file: no network, no updates, only the data that came in it; whatever other files have stored on this machine is not used.',
  },
  'frame-refused': {
    zh: '这一页嵌在别的网页里，浏览器不让嵌入的网页存数据；直接打开本站就能存。',
    en: 'This page stands inside another site, and the browser lets embedded pages store nothing; open this site itself to store data.',
  },
  'frame-own': {
    zh: '这一页嵌在别的网页里，浏览器只给这一处单独的存储；直接打开本站，另存一份。',
    en: 'This page stands inside another site, and has storage for this one place alone; this site itself keeps its own.',
  },
  sandboxed: {
    zh: '这一页嵌在别的网页的沙盒里，什么都存不了；直接打开本站就能存。',
    en: 'This page stands in a sandbox of another site, where nothing can be stored; open this site itself to store data.',
  },
} as const satisfies Record<string, Bilingual>

/** Where the place would allow it, and the browser does not. */
const REFUSED = {
  secure: {
    zh: '这个地址本来可以存数据，是浏览器不让：可能是隐私模式、浏览器设置或设备空间不够。查看、放入数据包都照常。',
    en: 'This address could store data, but the browser does not let it: a private window, its settings, or a full disk. Reading and data packs work all the same.',
  },
  'plain-http': {
    zh: '这是http网站，数据本来可以存，是浏览器不让：可能是隐私模式、浏览器设置或设备空间不够。查看、放入数据包都照常；断网时打开、复制按钮、大屏常亮，浏览器只给https网站。要在断网的地方看，用下面的“生成离线包”。',
    en: 'This plain http site could store data, but the browser does not let it: a private window, its settings, or a full disk. Reading and data packs work all the same; starting without a network, copy buttons and a wall that stays lit are given to https sites only. To read it without a network, make an offline file below.',
  },
} as const satisfies Record<string, Bilingual>

export function formatRuntime(
  runtime: keyof typeof MEANINGS,
  isRefused: boolean,
  lang: Lang,
): string {
  const isOwnChoice = runtime === 'secure' || runtime === 'plain-http'
  return (isRefused && isOwnChoice ? REFUSED[runtime] : MEANINGS[runtime])[lang]
}

const STARTS = {
  ready: {
    zh: '能打开：程序和数据都已存好',
    en: 'Opens: app and data are both stored',
  },
  carried: { zh: '能打开：现在就是这样打开的', en: 'Opens: it was opened so just now' },
  settling: { zh: '还不能：程序正在存到本机', en: 'Not yet: the app is being stored' },
  'no-worker': {
    zh: '打不开：这里浏览器不给存程序；已经打开的页面断网后照样能看',
    en: 'Does not open: the browser stores no app here; a page that is open goes on without a network',
  },
  failed: {
    zh: '打不开：程序没有存成；重新打开本页会再存一次',
    en: 'Does not open: the app could not be stored; opening this page again tries once more',
  },
} as const satisfies Record<string, Bilingual>

/** `isControlled`: this very page came from the worker. */
export function formatStart(start: keyof typeof STARTS, isControlled: boolean, lang: Lang): string {
  const said = STARTS[start][lang]
  if (start !== 'ready') return said
  if (isControlled) {
    return lang === 'zh' ? `${said}，本页就是从本机打开的` : `${said}; this page came from here`
  }
  return lang === 'zh' ? `${said}，下次起从本机打开` : `${said}; from the next time on, from here`
}

const KEEPINGS = {
  persisted: {
    zh: '浏览器已答应长期保存，不会自己清除',
    en: 'The browser has agreed to keep it and will not remove it by itself',
  },
  removable: {
    zh: '存着；设备空间不够时，浏览器可能自己清除',
    en: 'Stored; the browser may remove it when the disk is full',
  },
  untold: {
    zh: '存着；会留多久，这里浏览器不说',
    en: 'Stored; for how long, the browser does not say here',
  },
  memory: { zh: '没有存', en: 'Not stored' },
  carried: { zh: '和这个文件在一起', en: 'As long as this file' },
  looking: { zh: '正在查看', en: 'Looking' },
} as const satisfies Record<string, Bilingual>

/** By the codes of db/store-error.ts; others are said in general. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  missing: { zh: '这里没有浏览器的存储', en: 'there is no storage here' },
  denied: { zh: '浏览器不允许', en: 'the browser does not allow it' },
  quota: { zh: '设备空间不够', en: 'the disk is full' },
  timeout: { zh: '浏览器的存储没有应答', en: 'browser storage does not answer' },
}

const OTHER_REASON: Bilingual = {
  zh: '浏览器的存储打不开',
  en: 'browser storage does not open',
}

/** `why`: the code with which the store was refused; null where it was not. */
export function formatKeeping(
  keeping: keyof typeof KEEPINGS,
  why: string | null,
  lang: Lang,
): string {
  const said = KEEPINGS[keeping][lang]
  if (keeping !== 'memory' || why === null) return said
  const reason = (REASONS[why] ?? OTHER_REASON)[lang]
  return lang === 'zh' ? `${said}：${reason}` : `${said}: ${reason}`
}

export interface Vouching {
  /** The data stand in the file that is open. */
  readonly isCarried: boolean
  /** When it was taken in here, as a moment; null where it came with the page. */
  readonly takenIn: string | null
  /** When a server last confirmed that it is the newest. */
  readonly confirmed: string | null
  /** What the server has, where a data pack has brought more. */
  readonly serverSeq: number | null
}

/** Word joiners: a line breaks before it or after it. */
const SHA_256 = 'SHA\u2060-\u2060256'

/** Who has vouched for the data on screen, and when. */
export function formatVouching(vouching: Vouching, lang: Lang): string {
  const { isCarried, takenIn, confirmed, serverSeq } = vouching
  const isChinese = lang === 'zh'
  if (isCarried) {
    return isChinese
      ? `每个文件都核对过${SHA_256}，与清单一致`
      : `Every file checked by ${SHA_256} against the manifest`
  }
  const own = takenIn
    ? isChinese
      ? `${takenIn}读入，每个文件都核对过${SHA_256}`
      : `Taken in ${takenIn}, every file checked by ${SHA_256}`
    : isChinese
      ? '随网页送来，浏览器核对过校验值'
      : 'Came with the page, checked by the browser'
  if (serverSeq !== null) {
    return isChinese
      ? `${own}；来自数据包，服务器上还是第${serverSeq}号`
      : `${own}; from a data pack, the server still has No. ${serverSeq}`
  }
  if (confirmed === null) {
    return isChinese ? `${own}；还没有服务器确认是最新` : `${own}; no server has confirmed it yet`
  }
  return isChinese
    ? `${own}；${confirmed}服务器确认是最新`
    : `${own}; confirmed as the newest by the server ${confirmed}`
}
