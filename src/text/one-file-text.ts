/** What the one file says of itself: what it holds, of when, and that it does not update itself. */
import type { Bilingual } from '../contract/issue.ts'
import type { FilePart } from '../contract/file-block.ts'
import type { Lang } from './lang.ts'
import { formatDay } from './period-text.ts'
import type { NoticeWords } from './wall-text.ts'

const WORDS = {
  file: { zh: '离线包', en: 'Offline file' },
  takenHere: {
    zh: '只在这一页里，关掉就没有了；要留住，点“生成离线包”',
    en: 'In this page alone, until it is closed; to keep it, make an offline file',
  },
  noIndicator: {
    zh: '这个离线包不含这项指标',
    en: 'This offline file does not hold this indicator',
  },
  noPublication: {
    zh: '这个离线包不含这份出处',
    en: 'This offline file does not hold this publication',
  },
  noInspection: {
    zh: '这个离线包不含督察整改的数',
    en: 'This offline file holds nothing on inspection tasks',
  },
  damaged: { zh: '文件里的数据不能用', en: 'The data in this file cannot be used' },
  damagedWhy: {
    zh: '每个数据文件都按清单核对过，对不上的已列出。请重新复制一份，或到网上、内网的清览里重新生成。',
    en: 'Every data file was checked against its manifest; what does not agree is listed. Copy the file again, or make it anew where Qinglan is served.',
  },
  elsewhere: {
    zh: '嵌入代码、期限日历和数据文件不在这个离线包里，请到网上或内网的清览取。',
    en: 'Embed codes, the calendar and data files are not in this offline file: take them where Qinglan is served.',
  },
  wallHere: {
    zh: '这个网址只在本机有效：指的是这个文件在这里的位置。',
    en: 'This address holds on this machine only: it names the place of this file.',
  },
} as const satisfies Record<string, Bilingual>

export type OneFileWord = keyof typeof WORDS

export function oneFileWord(name: OneFileWord, lang: Lang): string {
  return WORDS[name][lang]
}

/** What the data in the file are. */
export interface HeldInFile {
  /** Number of the generation. */
  readonly seq: number
  /** Day of the latest publication; null where there is none. */
  readonly latestDay: string | null
  /** Names of all themes. */
  readonly themes: readonly Bilingual[]
}

/** How the file came about. */
export interface FileOrigin {
  /** Day on which it was made; null for the one of a release. */
  readonly made: string | null
  readonly part: FilePart | null
}

function partWords(part: FilePart | null, held: HeldInFile, lang: Lang): readonly string[] {
  if (!part) return []
  const themes = held.themes.map((name) => name[lang])
  const zh = [
    ...(part.asOf ? [`只含${formatDay(part.asOf, 'zh')}及以前公布的出处`] : []),
    ...(part.themes ? [`只含${themes.join('、')}`] : []),
    '没有的不等于没有公布',
  ]
  const en = [
    ...(part.asOf ? [`only what was published until ${formatDay(part.asOf, 'en')}`] : []),
    ...(part.themes ? [`only ${themes.join(', ')}`] : []),
    'what is missing here may well be published',
  ]
  return lang === 'zh' ? zh : en
}

/** "数据到2023年5月29日，编号1，2026年11月25日生成。不会自己更新，换新文件才有新数据。" */
export function formatFileFacts(origin: FileOrigin, held: HeldInFile, lang: Lang): string {
  const { seq } = held
  const latestDay = held.latestDay && formatDay(held.latestDay, lang)
  const made = origin.made && formatDay(origin.made, lang)
  const parts = partWords(origin.part, held, lang)
  if (lang === 'en') {
    const said = [
      latestDay ? `data until ${latestDay}` : 'no publication',
      `number ${seq}`,
      ...(made ? [`made on ${made}`] : []),
      ...parts,
    ]
    return `${said.join(', ')}; it does not update itself: newer data come with a newer file.`
  }
  const said = [
    latestDay ? `数据到${latestDay}` : '没有出处',
    `编号${seq}`,
    ...(made ? [`${made}生成`] : []),
    ...parts,
  ]
  return `${said.join('，')}。不会自己更新，换新文件才有新数据。`
}

/** On the wall: in short in its header, at length for whoever touches it. */
export function fileWords({ made, part }: FileOrigin): NoticeWords {
  return {
    short: part
      ? { zh: '离线包（部分）', en: 'Offline file (part)' }
      : { zh: '离线包', en: 'Offline file' },
    long: {
      zh: `${made ? `${formatDay(made, 'zh')}生成，` : ''}${part ? '只含一部分数据，' : ''}不会自己更新，换新文件才有新数据`,
      en: `${made ? `Made on ${formatDay(made, 'en')}` : 'An offline file'}${part ? ', with a part of the data' : ''}: it does not update itself`,
    },
  }
}

/** Where nothing in the file could be used. */
export function damagedFileWords(reason: Bilingual): NoticeWords {
  return {
    short: { zh: '文件有损', en: 'File damaged' },
    long: {
      zh: `文件里的数据不能用：${reason.zh}`,
      en: `The data in this file cannot be used: ${reason.en}`,
    },
  }
}

/** What stands on the wall then, and what comes of it. */
export function damagedWords(lang: Lang): readonly [string, string] {
  return [oneFileWord('damaged', lang), oneFileWord('damagedWhy', lang)]
}

/** Beside what the file says of itself, once a data pack was taken in it. */
export function formatTakenInFile(shown: number, held: number, lang: Lang): string {
  return lang === 'zh'
    ? `现在显示的是放入的第${shown}号，关掉或刷新就回到第${held}号。`
    : `Shown is No. ${shown}, which was taken in: closing or reloading brings back No. ${held}.`
}
