/** Words of the dialog that makes the code for other people's pages, and of that code. */
import type { Indicator, Region } from '../contract/catalog.ts'
import type { Bilingual } from '../contract/issue.ts'
import type { Publication } from '../contract/statement.ts'
import type { ObservationStatus } from '../contract/snapshot.ts'
import type { Point } from '../domain/point.ts'
import type { AsOf } from '../domain/standing.ts'
import { formatFigurePeriod } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatUnit } from './number-text.ts'
import { formatDay, formatPeriod } from './period-text.ts'
import { bookTitle, fullWidthPunctuation } from './rich.ts'
import { formatStatus } from './status-text.ts'
import { word } from './ui-words.ts'

const WORDS = {
  title: { zh: '嵌入网页', en: 'Embed' },
  close: { zh: '关闭', en: 'Close' },
  form: { zh: '方式', en: 'Form' },
  element: { zh: '组件', en: 'Element' },
  elementFor: {
    zh: '能放脚本时首选，随页面字体和宽度',
    en: 'Best where a script may stand: takes type and width of the page',
  },
  frame: { zh: '框架', en: 'Frame' },
  frameFor: {
    zh: '只能贴 iframe 时用，与页面隔开',
    en: 'Where an iframe is all that can be pasted',
  },
  picture: { zh: '图片', en: 'Picture' },
  pictureFor: {
    zh: '只能放图片时用，窄处字小',
    en: 'Where only a picture can be put; small where it is narrow',
  },
  table: { zh: '表格', en: 'Table' },
  tableFor: {
    zh: '什么都不让嵌时用，不会自己更新',
    en: 'Where nothing may be embedded; it never changes',
  },
  data: { zh: '数据', en: 'Data' },
  live: { zh: '随数据更新', en: 'Follows the data' },
  pictureIsLive: {
    zh: '图片总是最新的一张。要停在某一天，用组件、框架或表格。',
    en: 'The picture is always the latest. To stay on a day, take element, frame or table.',
  },
  pictureIsHome: {
    zh: '图片只有本市的一张。',
    en: 'There is a picture of the city alone.',
  },
  tableIsPinned: {
    zh: '表格写明所知截至哪一天，不会自己更新。',
    en: 'The table names its day and does not change.',
  },
  more: { zh: '另外', en: 'Also' },
  object: {
    zh: '用 object 代替 iframe：框架被拒绝时，显示图和文字',
    en: 'object instead of iframe: shows picture and words where the frame is refused',
  },
  tellsHeight: {
    zh: '附一行脚本：框架的高度随宽窄和展开的表格变',
    en: 'A line of script: the height follows the width and an opened table',
  },
  months: { zh: '含逐月的数', en: 'With the single months' },
  preview: { zh: '预览', en: 'Preview' },
  width: { zh: '宽（像素）', en: 'Width, px' },
  full: { zh: '全宽', en: 'Full' },
  loading: { zh: '正在读取', en: 'Loading' },
  previewFailed: {
    zh: '预览未能载入，联网后重新打开；下面的代码照样能用。',
    en: 'The preview could not be loaded; open this again online. The code is right all the same.',
  },
  phoneHeight: {
    zh: '高度按 360 像素宽的手机留足，宽处下方会空一些；只放在某一宽度的栏里的，选那个宽度。',
    en: 'The height is enough for a phone of 360 px and leaves room below where it is wider; for a column of one width choose that width.',
  },
  internal: {
    zh: '这是内部版：代码只能用在内网的网页里。',
    en: 'This is the internal edition: the code is for pages of the intranet alone.',
  },
  tableLook: { zh: '字体、边线随目标网页。', en: 'Type and rules are those of the page around.' },
  code: { zh: '代码', en: 'Code' },
  copy: { zh: '复制代码', en: 'Copy code' },
  copied: { zh: '已复制', en: 'Copied' },
  selected: {
    zh: '已选中，请按 Ctrl+C',
    en: 'Selected: press Ctrl+C',
  },
  webmaster: { zh: '给网站管理员', en: 'For the webmaster' },
  policy: {
    zh: '目标网站若有内容安全策略（CSP），加上以下各项；已有的项，只添网址：',
    en: 'If the page around has a Content-Security-Policy, add these; where one is there already, add the address to it:',
  },
  noPolicy: { zh: '不用改任何设置。', en: 'Nothing needs to be changed.' },
  hosts: {
    zh: '并在本站服务器 /etc/nginx/qinglan/hosts.conf 的这一行里添上目标网站（原有的留着），再重新载入 nginx；否则框架被拒绝：',
    en: 'And add its host to this line of /etc/nginx/qinglan/hosts.conf on our server, keeping those that are there, and reload nginx; else the frame is refused:',
  },
  local: {
    zh: '代码里的网址只在这台电脑上有效：请从正式网址打开本页再取。',
    en: 'The addresses in it work on this machine only: take the code from the public site.',
  },
  plainHttp: {
    zh: '网址以 http 开头：放进 http 网页可以，放进 https 网页显示不出来。',
    en: 'The addresses begin with http: a page on http shows them, a page on https does not.',
  },
  allFigures: { zh: '全部数据与出处', en: 'All figures and sources' },
  noMonths: { zh: '不含逐月的数', en: 'without the single months' },
} as const satisfies Record<string, Bilingual>

export type ShareWord = keyof typeof WORDS

export function shareWord(name: ShareWord, lang: Lang): string {
  return WORDS[name][lang]
}

/** "停在2024-06-03所知": a choice. */
export function formatPinnedTo(day: string, lang: Lang): string {
  return lang === 'zh' ? `停在${day}所知` : `As known on ${day}`
}

/** "焦作市 · PM2.5年均浓度". */
export function formatShared(region: Region, indicator: Indicator, lang: Lang): string {
  return `${region.name[lang]} · ${indicator.name[lang]}`
}

/** "按2024年6月3日所知": what stays when the data go on. */
function formatKnownOn(day: string, lang: Lang): string {
  const date = formatDay(day, lang)
  return lang === 'zh' ? `按${date}所知` : `as known on ${date}`
}

/** "来源：": before publisher, title and day of a document. */
export function sourceLabel(lang: Lang): string {
  return word('source', lang) + (lang === 'zh' ? '：' : ': ')
}

/** Publisher and title as the code writes them, in the language of the document. */
export function sourceNames({ publisher, title }: Publication): {
  readonly publisher: string
  readonly title: string
} {
  return { publisher: fullWidthPunctuation(publisher), title: bookTitle(title) }
}

/** For those who hear a picture: what it says, from where, and until when that holds. */
export function formatAlternative(
  sentence: string,
  source: Publication | undefined,
  { knownDay, asOf }: { readonly knownDay: string; readonly asOf: AsOf },
  lang: Lang,
): string {
  const stop = lang === 'zh' ? '。' : '. '
  const comma = lang === 'zh' ? '，' : ', '
  const names = source && sourceNames(source)
  const from = names
    ? sourceLabel(lang) + [names.publisher, names.title, source.published].join(comma) + stop
    : ''
  const known = formatKnownOn(knownDay, lang)
  const day = lang === 'zh' ? known : known.charAt(0).toUpperCase() + known.slice(1)
  const later = {
    zh: `${day}，图中以后可有更新的数。`,
    en: `${day}; the picture may have newer figures since.`,
  }
  const until = asOf === 'latest' ? later[lang] : day + stop
  return (sentence + stop + from + until).trim()
}

/** Behind the source of a picture that goes on while the words beneath it stay. */
export function formatMayBeNewer(knownDay: string, lang: Lang): string {
  const known = formatKnownOn(knownDay, lang)
  return lang === 'zh'
    ? `（${known}；图随数据更新，以图中所注为准）`
    : ` (${known}; the picture follows the data and names its own source)`
}

/** Caption of the table: place, indicator, unit, day of knowledge, what is left out. */
export function formatTableCaption(
  { region, indicator }: { readonly region: Region; readonly indicator: Indicator },
  { knownDay, leavesOutMonths }: { readonly knownDay: string; readonly leavesOutMonths: boolean },
  lang: Lang,
): string {
  const unit = formatUnit(indicator.unit, lang)
  const aside = [
    formatKnownOn(knownDay, lang),
    ...(leavesOutMonths ? [shareWord('noMonths', lang)] : []),
  ]
  const name = formatShared(region, indicator, lang)
  if (lang === 'en') return [unit === '' ? name : `${name}, ${unit}`, ...aside].join(', ')
  return `${name}（${[unit, ...aside].filter((part) => part !== '').join('，')}）`
}

/** "口径：全市": in the language of the source. */
export function scopeLabel(lang: Lang): string {
  return word('scope', lang) + (lang === 'zh' ? '：' : ': ')
}

/** "正式，存疑": a table in another page has no mark for it. */
export function formatDoubtfulStatus(
  status: ObservationStatus,
  isDoubtful: boolean,
  lang: Lang,
): string {
  const name = formatStatus(status, lang)
  if (!isDoubtful) return name
  const doubt = word('doubt', lang)
  return lang === 'zh' ? `${name}，${doubt}` : `${name}, ${doubt.toLowerCase()}`
}

/** The period behind a sentence that does not name it; else empty. */
export function formatPeriodAside(
  sentence: string,
  headline: Point,
  indicator: Indicator,
  lang: Lang,
): string {
  const period = formatFigurePeriod(headline, indicator, lang)
  if (sentence.includes(period) || sentence.includes(formatPeriod(headline.period, lang))) return ''
  return lang === 'zh' ? `（${period}）` : ` (${period})`
}

/** px. */
export function formatWidth(width: number | 'full', lang: Lang): string {
  return width === 'full' ? shareWord('full', lang) : String(width)
}
