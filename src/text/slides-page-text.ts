/** Words of the page where a wall's slides are arranged. */
import type { Bilingual } from '../contract/issue.ts'
import type { Lang } from './lang.ts'
import { plural } from './plural-text.ts'
import { PHRASE_END } from './rich.ts'

const WORDS = {
  deck: {
    zh: '选页、排序，预览就是大屏上的样子；全部设置都写在下面的网址里。',
    en: 'Choose and order the slides; the address below holds every setting.',
  },
  slides: { zh: '轮播的页', en: 'Slides' },
  asData: { zh: '随数据而定', en: 'As the data give' },
  clear: { zh: '清空', en: 'Clear' },
  cleared: { zh: '已清空', en: 'Cleared' },
  reset: { zh: '恢复默认', en: 'Reset' },
  noneChosen: { zh: '还没有选页', en: 'No slide is chosen' },
  noneChosenHint: {
    zh: '在下面添加；空着时，大屏按数据自己轮播。',
    en: 'Add some below; as long as there are none, the wall shows those of the data.',
  },
  moveUp: { zh: '上移', en: 'Move up' },
  moveDown: { zh: '下移', en: 'Move down' },
  remove: { zh: '移除', en: 'Remove' },
  keys: { zh: 'Alt 加 ↑ ↓ 也可移动', en: 'Alt with ↑ ↓ moves, too' },
  unknownSlide: {
    zh: '没有这一页，或当日尚无数据；大屏会略过',
    en: 'No such slide, or nothing known on the day; the wall leaves it out',
  },
  noSlides: { zh: '当日尚无可显示的页', en: 'Nothing to show was known on that day' },
  themeSlide: { zh: '主题', en: 'Theme' },
  indicator: { zh: '指标', en: 'Indicator' },
  page: { zh: '专页', en: 'Slide' },
  add: { zh: '添加一页', en: 'Add a slide' },
  addHint: { zh: '指标或主题：中文、拼音首字母、英文', en: 'Indicator or theme' },
  addButton: { zh: '加为一页', en: 'Add' },
  nothingFound: { zh: '没有找到，换个说法', en: 'Nothing found; try another word' },
  preview: { zh: '预览', en: 'Preview' },
  screen: { zh: '屏幕形状', en: 'Shape of the screen' },
  loading: { zh: '正在读取', en: 'Loading' },
  previewFailed: {
    zh: '预览未能载入，联网后重新打开本页',
    en: 'The preview could not be loaded: open this page again online',
  },
  slideFailed: { zh: '这一页未能显示', en: 'This slide could not be shown' },
  settings: { zh: '设置', en: 'Settings' },
  settingsAside: { zh: '留空即默认', en: 'Empty means the default' },
  pace: { zh: '节奏与时段', en: 'Pace and hours' },
  content: { zh: '内容', en: 'Content' },
  look: { zh: '屏幕', en: 'Screen' },
  address: { zh: '大屏网址', en: 'Address of the wall' },
  copy: { zh: '复制网址', en: 'Copy address' },
  copied: { zh: '已复制', en: 'Copied' },
  selected: {
    zh: '浏览器不让复制：已选中，请按 Ctrl+C',
    en: 'Copying is refused here: it is selected, press Ctrl+C',
  },
  open: { zh: '打开大屏', en: 'Open the wall' },
  code: { zh: '扫码得到同一网址', en: 'The same address to scan' },
  codeTooLong: { zh: '网址太长，画不成二维码', en: 'Too long an address for a code' },
  paste: { zh: '载入别处的大屏网址', en: 'Load an address from elsewhere' },
  pasteHint: { zh: '粘贴大屏的网址全文', en: 'Paste the whole address of a wall' },
  load: { zh: '载入', en: 'Load' },
  loaded: { zh: '已载入', en: 'Loaded' },
  notAnAddress: {
    zh: '不是大屏的网址：应是 wall.html 或其后以 ? 开头的部分',
    en: 'Not the address of a wall: wall.html, or what follows it from ? on, is needed',
  },
  kept: { zh: '已记在这台设备上', en: 'Kept on this device' },
  notKept: {
    zh: '这个浏览器不让保存：关掉本页就没有了，请留存网址',
    en: 'This browser keeps nothing: save the address before you leave',
  },
} as const satisfies Record<string, Bilingual>

export type SlidesWord = keyof typeof WORDS

export function slidesWord(name: SlidesWord, lang: Lang): string {
  return WORDS[name][lang]
}

/** "3分20秒". */
function formatSeconds(seconds: number, lang: Lang): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  const zh = [minutes > 0 ? `${minutes}分` : '', rest > 0 || minutes === 0 ? `${rest}秒` : '']
  const en = [minutes > 0 ? `${minutes} min` : '', rest > 0 || minutes === 0 ? `${rest} s` : '']
  return lang === 'zh' ? zh.join('') : en.filter((part) => part !== '').join(' ')
}

/** "10页轮播，一轮3分20秒"; `seconds` of a whole round. */
export function formatRound(count: number, seconds: number, lang: Lang): string {
  if (count === 0) return slidesWord('noSlides', lang)
  const whole = Math.round(seconds)
  if (lang === 'zh') return `${count}页轮播，${PHRASE_END}一轮${formatSeconds(whole, lang)}`
  return `${plural(count, 'slide')}, ${formatSeconds(whole, lang)} a round`
}

/** "14秒": how long one slide stands. */
export function formatDwell(seconds: number, lang: Lang): string {
  return formatSeconds(Math.round(seconds), lang)
}

/** What a screen reader hears of a button in a list: "上移：蓝天". */
export function formatAct(act: SlidesWord, title: string, lang: Lang): string {
  return `${slidesWord(act, lang)}${lang === 'zh' ? '：' : ': '}${title}`
}

/** "蓝天现在是第2页". `place` counts from 1. */
export function formatPlace(title: string, place: number, lang: Lang): string {
  return lang === 'zh' ? `${title}现在是第${place}页` : `${title} is slide ${place} now`
}

export function formatRemoved(title: string, lang: Lang): string {
  return lang === 'zh' ? `已移除${title}` : `Removed: ${title}`
}

/** "已是第2页". */
export function formatListed(place: number, lang: Lang): string {
  return lang === 'zh' ? `已是第${place}页` : `Slide ${place}`
}

/** "放进第2页": a further indicator beside those of a slide. */
export function formatBeside(place: number, lang: Lang): string {
  return lang === 'zh' ? `放进第${place}页` : `Put on slide ${place}`
}

/** Several indicators on one slide. */
export function formatBesideEachOther(names: readonly string[], lang: Lang): string {
  return names.join(lang === 'zh' ? '、' : ', ')
}

/** "已载入；这些读不懂，按默认：dwell=abc". */
export function formatLoaded(rejected: readonly string[], lang: Lang): string {
  if (rejected.length === 0) return slidesWord('loaded', lang)
  return lang === 'zh'
    ? `已载入；这些读不懂，按默认：${rejected.join('、')}`
    : `Loaded; not understood and left at the default: ${rejected.join(', ')}`
}

/** Said above the address: "设置有误，大屏按默认：每页停留、值守时段"; empty where every setting is in it. */
export function formatFaults(labels: readonly string[], lang: Lang): string {
  if (labels.length === 0) return ''
  return lang === 'zh'
    ? `设置有误，大屏会按默认：${labels.join('、')}`
    : `Not understood, so the wall keeps the default: ${labels.join(', ')}`
}

/** "6656×1792". */
export function formatPixels(width: number, height: number): string {
  return `${width}×${height}`
}
