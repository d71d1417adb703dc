/** Words of the dialog that hands out the one file. */
import type { Bilingual } from '../contract/issue.ts'
import type { Lang } from './lang.ts'
import { formatDay } from './period-text.ts'

const WORDS = {
  close: { zh: '关闭', en: 'Close' },
  deck: {
    zh: '程序和数据在一个文件里。拷到U盘，在任何电脑上双击打开，不用网络，不用安装。',
    en: 'One file with the app and its data. Copy it to a stick, open it by a double click: no network, nothing to install.',
  },
  data: { zh: '数据', en: 'Data' },
  latest: { zh: '现有的全部', en: 'All that there is' },
  asOf: { zh: '截至某天，此后公布的不含', en: 'As known on a day; nothing later' },
  day: { zh: '截至', en: 'Day' },
  themes: { zh: '主题', en: 'Themes' },
  all: { zh: '全选', en: 'All' },
  none: { zh: '全不选', en: 'None' },
  noTheme: { zh: '至少选一个主题', en: 'Choose at least one theme' },
  noDay: { zh: '请填一个日期', en: 'Enter a day' },
  part: {
    zh: '只含一部分的文件会写明含什么；它不接受数据包。',
    en: 'A file with a part of the data says so, and takes no data packs.',
  },
  make: { zh: '生成', en: 'Make' },
  cancel: { zh: '取消', en: 'Cancel' },
  cancelled: { zh: '已取消，没有生成文件', en: 'Cancelled: no file was made' },
  preparing: { zh: '读取程序', en: 'Reading the app' },
  writing: { zh: '写成文件', en: 'Writing the file' },
  unreachable: {
    zh: '连不上服务器，本机也没有存下所需的文件。联网后再试。',
    en: 'The server cannot be reached, and what is needed is not stored here. Try again online.',
  },
  noTemplate: {
    zh: '服务器上没有可用的 qinglan.html，请把 build 写出的全部文件放到服务器上。',
    en: 'The server has no usable qinglan.html: put all files of the build on it.',
  },
  refused: { zh: '数据未通过核对，没有生成文件', en: 'The data did not pass: no file was made' },
  nothing: {
    zh: '这样选没有任何出处，没有生成文件',
    en: 'No publication is left by this choice: no file was made',
  },
} as const satisfies Record<string, Bilingual>

export type OfflineFileWord = keyof typeof WORDS

export function offlineFileWord(name: OfflineFileWord, lang: Lang): string {
  return WORDS[name][lang]
}

/** "现有的全部：28份出处，到2024年6月3日". */
export function formatAllData(publications: number, day: string, lang: Lang): string {
  const said = offlineFileWord('latest', lang)
  return lang === 'zh'
    ? `${said}：${publications}份出处，到${formatDay(day, 'zh')}`
    : `${said}: ${publications} publications, until ${formatDay(day, 'en')}`
}

export function formatGathering(done: number, all: number, lang: Lang): string {
  return lang === 'zh' ? `核对数据 ${done}/${all}` : `Verifying data ${done}/${all}`
}

/** `found`: number of the only data that can be fetched, which are not those on screen. */
export function formatOtherData(found: number, lang: Lang): string {
  return lang === 'zh'
    ? `没有生成文件：能取到的是第${found}号，不是页面上的这一号。请把带来数据的数据包一起带走。`
    : `No file was made: what can be fetched is No. ${found}, and not what is on screen. Carry along the pack that brought it.`
}

/** `bytes` of the file. */
export function formatMade(name: string, bytes: number, lang: Lang): string {
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`
  return lang === 'zh' ? `已生成“${name}”，${size}` : `Made "${name}", ${size}`
}
