/** Words of the page that says what this device keeps, and what may be counted on where it runs. */
import type { Bilingual } from '../contract/issue.ts'
import type { Lang } from './lang.ts'
import { plural } from './plural-text.ts'
import { PHRASE_END } from './rich.ts'

const WORDS = {
  stored: { zh: '数据与保存', en: 'Data and storage' },
  data: { zh: '数据', en: 'Data' },
  size: { zh: '大小', en: 'Size' },
  verified: { zh: '核对', en: 'Verified' },
  keeping: { zh: '保留', en: 'Kept' },
  start: { zh: '断网', en: 'No network' },
  nothingStored: { zh: '还没有', en: 'None yet' },
  persist: { zh: '请浏览器长期保存', en: 'Ask the browser to keep it' },
  notPersisted: {
    zh: '浏览器这次没有答应；把本站加为书签，或装成桌面应用后再请一次',
    en: 'The browser has not agreed this time; bookmark or install this site, then ask again',
  },
  verify: { zh: '重新核对', en: 'Verify again' },
  repair: { zh: '修复', en: 'Repair' },
  clear: { zh: '清空', en: 'Clear' },
  stop: { zh: '停下', en: 'Stop' },
  verifying: { zh: '正在核对', en: 'Verifying' },
  repairing: { zh: '正在重新读入，原来的先留着', en: 'Taking everything anew; what is here stays' },
  repaired: { zh: '已全部重新读入并替换', en: 'Everything was taken anew and replaced' },
  stopped: { zh: '已停下，什么都没有动', en: 'Stopped; nothing was changed' },
  repairOffline: {
    zh: '连不上服务器，什么都没有动；有数据包也可以用它修复',
    en: 'The server cannot be reached; nothing was changed. A data pack can repair, too',
  },
  repairOlder: {
    zh: '服务器上的比本机旧，什么都没有动；放入原来的数据包就能修复',
    en: 'The server has older data; nothing was changed. Take in the pack that brought these to repair them',
  },
  repairRefused: { zh: '没有修复，什么都没有动', en: 'Not repaired; nothing was changed' },
  filesNotKept: {
    zh: '数据已修复；断网时用的文件这次没有补齐，联网后再试',
    en: 'The data are repaired; the files for use without a network are not yet complete, try again online',
  },
  clearAsk: {
    zh: '数据和断网时用的文件都从这台设备上删去，U盘里的不动；配色和语言留着。先关掉本站别的标签页。',
    en: 'Data and files for use without a network are deleted from this device, not from any stick; theme and language stay. Close other tabs of this site first.',
  },
  clearYes: { zh: '清空', en: 'Clear' },
  clearNo: { zh: '不清空', en: 'Keep' },
  cleared: {
    zh: '已清空。关掉本页就什么都不留；接着看，请重新打开。',
    en: 'Cleared. Close this page and nothing remains; to go on reading, open it again.',
  },
  reopen: { zh: '重新打开', en: 'Open again' },
  failed: {
    zh: '浏览器的存储出错，请重新打开本页',
    en: 'Browser storage failed: open this page again',
  },
  oneFile: { zh: '离线包', en: 'Offline file' },
  oneFileWhy: {
    zh: '程序和数据在一个网页文件里，拷到U盘，双击就能看，不用网络和服务器；可只含截至某天的、或选定的主题。',
    en: 'App and data in one web page: copy it to a stick and open it; no network, no server. As of a day or of chosen themes, if you like.',
  },
} as const satisfies Record<string, Bilingual>

export type OfflineWord = keyof typeof WORDS

export function offlineWord(name: OfflineWord, lang: Lang): string {
  return WORDS[name][lang]
}

/** "312 KB", "1.2 MB"; below a kilobyte in bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  if (kilobytes < 1000) return `${Math.round(kilobytes)} KB`
  const megabytes = kilobytes / 1024
  return `${megabytes < 100 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}

/** "2026-11-25 21:40" by the reader's clock. */
export function formatMoment(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** "第1号": the number of a generation. */
export function formatSeq(seq: number, lang: Lang): string {
  return lang === 'zh' ? `第${seq}号` : `No. ${seq}`
}

/** Publications, figures and the day of the latest document. */
export function formatHoldings(
  of: { readonly publications: number; readonly observations: number; readonly day: string | null },
  lang: Lang,
): string {
  const { publications, observations, day } = of
  if (lang === 'zh') {
    const until = day ? `，最近一份公布于${day}` : ''
    return `${publications}份出处、${observations}个数${until}`
  }
  const until = day ? `, the latest of ${day}` : ''
  return `${plural(publications, 'publication')}, ${plural(observations, 'figure')}${until}`
}

export function formatSizes(dataBytes: number, usedBytes: number | null, lang: Lang): string {
  const data = formatBytes(dataBytes)
  if (lang === 'zh') {
    return `数据文件${data}${usedBytes ? `；连同程序，本站在浏览器里共占${formatBytes(usedBytes)}` : ''}`
  }
  return `${data} of data files${usedBytes ? `; ${formatBytes(usedBytes)} in this browser, the app included` : ''}`
}

/** How far something is: "正在核对 12/28". */
export function formatStep(what: string, done: number, all: number): string {
  return `${what} ${done}/${all}`
}

/** After every record and file has been looked at. */
export function formatSound(
  counts: { readonly publications: number; readonly series: number; readonly observations: number },
  keptFiles: number | null,
  lang: Lang,
): string {
  const { publications, series, observations } = counts
  if (lang === 'zh') {
    const files = keptFiles === null ? '' : `，${keptFiles}个断网时用的文件`
    return `全部一致：${publications}份出处、${series}条序列、${observations}个数${files}`
  }
  const files = keptFiles === null ? '' : `, ${plural(keptFiles, 'file')} for use without a network`
  return `All agree: ${plural(publications, 'publication')}, ${series} series, ${plural(observations, 'figure')}${files}`
}

/** `spoiled`: paths of the kept files that are wrong; `isStoreSpoiled`: records of the store are. */
export function formatSpoiled(
  isStoreSpoiled: boolean,
  spoiled: readonly string[],
  lang: Lang,
): string {
  const isChinese = lang === 'zh'
  const records = isChinese
    ? '存下的数据与记下的校验不符'
    : 'the stored data do not agree with their checksums'
  const names = spoiled.slice(0, 3).join(isChinese ? '、' : ', ')
  const more = spoiled.length > 3 ? (isChinese ? '等' : ' and others') : ''
  const files = isChinese
    ? `断网时用的文件有${spoiled.length}个缺了或坏了：${names}${more}`
    : `${plural(spoiled.length, 'file')} for use without a network missing or damaged: ${names}${more}`
  const found = [...(isStoreSpoiled ? [records] : []), ...(spoiled.length > 0 ? [files] : [])]
  return isChinese ? `${found.join('；')}。请修复。` : `${found.join('; ')}. Please repair.`
}

/** Of the head of the page, by the verdict. */
const VERDICTS = {
  looking: { zh: '正在查看这台设备', en: 'Looking at this device' },
  ready: {
    zh: `断网也能打开，${PHRASE_END}数据已存在这台设备上`,
    en: 'Opens without a network: the data are stored on this device',
  },
  'ready-from-files': {
    zh: `断网也能打开，${PHRASE_END}用随程序存下的数据`,
    en: 'Opens without a network, with the data stored beside the app',
  },
  settling: {
    zh: `数据已存下，${PHRASE_END}正在为断网时打开做准备`,
    en: 'The data are stored; getting ready to open without a network',
  },
  'needs-server': {
    zh: `数据已存在这台设备上，${PHRASE_END}打开本页要连得上服务器`,
    en: 'The data are stored on this device; opening the page needs the server',
  },
  unstored: {
    zh: `数据还没有存到这台设备上，${PHRASE_END}连上服务器或放入数据包就能存`,
    en: 'No data are stored on this device yet: reach the server, or take in a data pack',
  },
  carried: {
    zh: `不用联网，${PHRASE_END}程序和数据都在这个文件里`,
    en: 'No network needed: app and data are in this file',
  },
  memory: {
    zh: `这个浏览器不让存数据，${PHRASE_END}关掉本页就没有了`,
    en: 'This browser stores nothing: the data go when this page is closed',
  },
} as const satisfies Record<string, Bilingual>

export function formatVerdict(verdict: keyof typeof VERDICTS, lang: Lang): string {
  return VERDICTS[verdict][lang]
}
