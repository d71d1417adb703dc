/** Words of data packs: taking the data away, and taking them in from a stick. */
import type { Bilingual } from '../contract/issue.ts'
import { formatBytes, formatSeq } from './offline-text.ts'
import type { Lang } from './lang.ts'
import { plural } from './plural-text.ts'

const WORDS = {
  packs: { zh: '数据包', en: 'Data packs' },
  packsAside: {
    zh: '一个zip，用U盘带到没有网的地方，逐个文件核对后才采用',
    en: 'A zip that travels by stick; every file is verified before anything is taken',
  },
  out: { zh: '带走', en: 'Take away' },
  export: { zh: '导出数据包', en: 'Export a data pack' },
  gathering: { zh: '正在收集', en: 'Gathering' },
  stop: { zh: '停下', en: 'Stop' },
  exportStopped: { zh: '已停下，没有导出', en: 'Stopped; nothing was exported' },
  unreachable: {
    zh: '没有导出：连不上服务器，原文件也没有存在本机',
    en: 'Not exported: the server cannot be reached, and its files are not kept here',
  },
  exportRefused: { zh: '没有导出', en: 'Not exported' },
  copyFile: {
    zh: '给别的离线包或清览网站用，导出数据包；给没有清览的电脑用，拷贝这个网页文件。',
    en: 'A pack is for another offline file or site; for a machine without Qinglan, copy the file of this page.',
  },
  in: { zh: '放入', en: 'Take in' },
  drop: { zh: '把数据包拖到这里，或', en: 'Drop a data pack here, or' },
  choose: { zh: '选择数据包', en: 'choose a data pack' },
  unkept: {
    zh: '这里存不了数据：采用后只保留到关掉本页；要留住，采用后再点“生成离线包”。',
    en: 'Nothing can be stored here: what is taken lasts until this page is closed. To keep it, make an offline file afterwards.',
  },
  verifying: { zh: '正在核对', en: 'Verifying' },
  taking: { zh: '正在采用', en: 'Taking it in' },
  take: { zh: '采用', en: 'Take it' },
  leave: { zh: '不采用', en: 'Leave it' },
  newCatalog: {
    zh: '指标目录有更新（名称、口径、断点等）',
    en: 'The catalogue of indicators is new (names, scopes, breaks)',
  },
  part: {
    zh: '这个离线包只含一部分数据：不能放入数据包，也不导出数据包。要新数据，请换一份完整的，或在清览网站上重新生成。',
    en: 'This offline file holds a part of the data: it takes no data packs and gives none. For newer data, take a whole file, or make one anew where Qinglan is served.',
  },
  noPublications: { zh: '没有新的出处', en: 'No new publications' },
  refusedStays: { zh: '本机的数据没有动。', en: 'The data here are unchanged.' },
  repairWith: { zh: '用它修复', en: 'Repair with it' },
  failed: { zh: '没有采用：浏览器的存储出错', en: 'Not taken: browser storage failed' },
  unreadable: {
    zh: '读不出这个文件；U盘可能已拔出',
    en: 'the file cannot be read; the stick may be gone',
  },
  oneOnly: { zh: '一次放入一个文件', en: 'one file at a time' },
} as const satisfies Record<string, Bilingual>

export type PackWord = keyof typeof WORDS

export function packWord(name: PackWord, lang: Lang): string {
  return WORDS[name][lang]
}

/** What an export would have in it. */
export function formatContents(seq: number, files: number, bytes: number, lang: Lang): string {
  return lang === 'zh'
    ? `${formatSeq(seq, lang)}的全部${files}个文件，解开后${formatBytes(bytes)}`
    : `All ${plural(files, 'file')} of ${formatSeq(seq, lang)}, ${formatBytes(bytes)} unpacked`
}

/** Of the archive: data set, number and day. The same in both languages, and in every file system. */
export function packFileName(dataset: string, seq: number, day: string): string {
  return `qinglan-${dataset}-${seq}-${day}.zip`
}

export function formatExported(name: string, lang: Lang): string {
  return lang === 'zh' ? `已导出：${name}` : `Exported: ${name}`
}

/** The files that can be fetched are those of another number. */
export function formatOther(found: number, shown: number, lang: Lang): string {
  if (lang === 'en') {
    return `Not exported: what can be fetched is No. ${found}, and this is No. ${shown}. Pass on the pack that brought it.`
  }
  return `没有导出：能取到的是第${found}号，不是本机的第${shown}号；请转交原来的数据包。`
}

/** "从第1号到第2号". */
export function formatChange(from: number | null, to: number, lang: Lang): string {
  if (from === null) {
    return lang === 'zh' ? `本机还没有数据，采用第${to}号` : `Nothing is stored here yet: No. ${to}`
  }
  return lang === 'zh' ? `从第${from}号到第${to}号` : `From No. ${from} to No. ${to}`
}

/** How much of what is new comes. */
export function formatNew(publications: number, figures: number, lang: Lang): string {
  return lang === 'zh'
    ? `新增${publications}份出处、${figures}个数`
    : `${plural(publications, 'new publication')}, ${plural(figures, 'figure')}`
}

/** "55个数", with the revision where it is not the first. */
export function formatGivenHere(figures: number, revision: number, lang: Lang): string {
  const mended = lang === 'zh' ? `转录更正第${revision}版，` : `revision ${revision}, `
  return `${revision > 1 ? mended : ''}${lang === 'zh' ? `${figures}个数` : plural(figures, 'figure')}`
}

/** Names beyond those listed. */
export function formatMore(more: number, lang: Lang): string {
  return lang === 'zh' ? `还有${more}项` : `and ${more} more`
}

export function formatSame(seq: number, lang: Lang): string {
  return lang === 'zh' ? `与本机的第${seq}号相同，不用采用` : `The same as No. ${seq} here`
}

export function formatNotTaken(name: string, lang: Lang): string {
  return lang === 'zh' ? `没有采用：${name}` : `Not taken: ${name}`
}

export function formatTaken(seq: number, isKept: boolean, lang: Lang): string {
  if (lang === 'zh') {
    return isKept ? `已采用第${seq}号，存在这台设备上` : `已采用第${seq}号，只保留到关掉本页`
  }
  return isKept
    ? `No. ${seq} is taken and stored here`
    : `No. ${seq} is taken until this page is closed`
}

/** By the code of what is wrong: what a clerk may do about it. */
const ADVICE: Readonly<Record<string, Bilingual>> = {
  rollback: {
    zh: '这个包比本机的数据旧，不用放入。',
    en: 'This pack is older than the data here: leave it.',
  },
  dataset: {
    zh: '这是另一座城市的数据，或者是内部版、部分版的，不能放进这里。',
    en: 'These are the data of another city, or of an internal or partial edition: they do not belong here.',
  },
  'not-zip': {
    zh: '要的是在清览里点“导出数据包”得到的 zip；如果就是它，可能没有拷完，请重新拷贝。',
    en: 'Wanted is the zip that “Export a data pack” gives; if this is it, the copy may have been cut short: copy it again.',
  },
  'no-manifest': {
    zh: '这不是清览的数据包，或者解开后重新压缩过。请用导出时的原件。',
    en: 'This is no data pack of Qinglan, or it was unpacked and packed again. Take the file as it was exported.',
  },
}

const DAMAGED: Bilingual = {
  zh: '请重新拷贝；还不行，就在原来的地方重新导出一份。',
  en: 'Copy it again; if that does not help, export it anew where it came from.',
}

/** What to do about a pack that was refused, by the code of its first fault. */
export function formatAdvice(code: string, lang: Lang): string {
  const known = code === 'zip-name' ? 'no-manifest' : code
  return (ADVICE[known] ?? DAMAGED)[lang]
}
