/** Notices in words: a label of two to four characters, and what it means here. */
import type { Break, Region } from '../contract/catalog.ts'
import type { Contradiction } from '../domain/contradiction.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Notice } from '../domain/notice.ts'
import type { Point } from '../domain/point.ts'
import type { TargetView } from '../domain/target-view.ts'
import { formatBreakReason } from './break-text.ts'
import { crossDisputeWords, formatCrossDoubt } from './cross-dispute-text.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatDay, formatPeriod, formatPeriodKind } from './period-text.ts'
import { bookTitle, fullWidthPunctuation } from './rich.ts'
import { formatTarget } from './target-text.ts'

export interface NoticeText {
  readonly label: string
  readonly text: string
  /** Contradictions and conflicts: labelled in the colour of trouble. */
  readonly isGrave: boolean
}

type Words = Pick<NoticeText, 'label' | 'text'>

function noteOf(point: Point): string {
  return fullWidthPunctuation(point.statement.note ?? '')
}

function sentenceOf(text: string, lang: Lang): string {
  if (text === '') return ''
  return lang === 'zh' ? `${text}。` : `${text}.`
}

/** Whole sentences, one after the other; empty ones leave no gap. */
function joinSentences(sentences: readonly string[], lang: Lang): string {
  return sentences.filter((each) => each !== '').join(lang === 'zh' ? '' : ' ')
}

/** One document alone, or two beside each other, whose parts come to more than the whole. */
function excessWords({ point, against }: Contradiction, sum: string, lang: Lang): Words {
  const isOne = against.id === point.source.id
  const title = bookTitle(against.title)
  if (lang === 'en') {
    const beside = isOne ? '' : ` beside ${title} (${against.published})`
    return {
      label: 'In doubt',
      text: `Published ${point.source.published}${beside}: the parts come to ${sum}, more than their whole; not joined, not compared.`,
    }
  }
  const beside = isOne ? '' : `与${title}（${against.published}）对照`
  return {
    label: '存疑',
    text: `${point.source.published}公布${beside}：各部分合计${sum}，超过总数；不连线、不比较。`,
  }
}

function contradictionWords(contradiction: Contradiction, view: IndicatorView, lang: Lang): Words {
  const { point, against, other, sum } = contradiction
  if (sum) return excessWords(contradiction, formatFigure(sum, view.indicator, lang), lang)
  const now = formatFigure(point.reading, view.indicator, lang)
  const before = other ? formatFigure(other.reading, view.indicator, lang) : ''
  const note = noteOf(point)
  const title = bookTitle(against.title)
  if (lang === 'en') {
    const said = before === '' ? 'speaks of it otherwise' : `said ${before}`
    return {
      label: 'In doubt',
      text: `${point.source.published} says ${now}, ${title} (${against.published}) ${said}; not joined, not compared.${note === '' ? '' : ` ${note}`}`,
    }
  }
  const said = before === '' ? '说法不同' : `为${before}`
  return {
    label: '存疑',
    text: `${point.source.published}公布为${now}，此前${title}（${against.published}）${said}；两数不连线、不比较。${sentenceOf(note, lang)}`,
  }
}

function conflictWords(point: Point, view: IndicatorView, lang: Lang): Words {
  const others = point.rivals
    .map((rival) => `${formatFigure(rival.reading, view.indicator, lang)} (${rival.source.title})`)
    .join(lang === 'zh' ? '、' : ', ')
  const when = formatPeriod(point.period, lang)
  return lang === 'zh'
    ? { label: '同日两说', text: `${when}：同一天另有${others}。` }
    : { label: 'Conflict', text: `${when}: published on the same day also ${others}.` }
}

function breakWords(cut: Break, lang: Lang): Words {
  const day = formatDay(cut.from, lang)
  const reason = formatBreakReason(cut, lang)
  return lang === 'zh'
    ? { label: '断点', text: `${day}起${reason}。前后不连线、不比较、不算趋势。` }
    : {
        label: 'Break',
        text: `From ${day}: ${reason}. The two sides are not joined or compared.`,
      }
}

/** Names the region of a point that is not the one shown: 河南省2015年 …. */
function regionPrefix(point: Point, view: IndicatorView, lang: Lang): string {
  const peer = view.peers.find((series) => series.region.code === point.statement.region)
  if (!peer) return ''
  return lang === 'zh' ? peer.region.name.zh : `${peer.region.name.en}, `
}

function pointList(points: readonly Point[], view: IndicatorView, lang: Lang): string {
  const separator = lang === 'zh' ? '；' : '; '
  return points
    .map((point) => {
      const figure = formatFigure(point.reading, view.indicator, lang)
      const note = noteOf(point)
      const noted = note === '' ? '' : lang === 'zh' ? `（${note}）` : ` (${note})`
      const where = regionPrefix(point, view, lang)
      const when = formatPeriod(point.period, lang)
      return `${where}${when}${lang === 'zh' ? '' : ': '}${figure}${noted}`
    })
    .join(separator)
}

/** Twenty derived months are named by their common note; a few are listed one by one. */
function derivedText(points: readonly Point[], view: IndicatorView, lang: Lang): string {
  const byNote = new Map<string, Point[]>()
  for (const point of points) {
    const group = byNote.get(noteOf(point))
    if (group) group.push(point)
    else byNote.set(noteOf(point), [point])
  }
  return [...byNote]
    .map(([note, group]) => {
      const first = group[0]
      if (!first || group.length < 3) return pointList(group, view, lang)
      const years = [...new Set(group.map((point) => point.period.text.slice(0, 4)))].sort()
      const span = years.length === 1 ? years[0] : `${years[0]}—${years[years.length - 1]}`
      return lang === 'zh'
        ? `${span}年的${group.length}个数${note}`
        : `${group.length} figures of ${span}: ${note}`
    })
    .join(lang === 'zh' ? '；' : '; ')
}

const POINTS_LABELS = {
  definition: { zh: '口径不同', en: 'Definition' },
  estimated: { zh: '推算', en: 'Estimated' },
  provisional: { zh: '初步数', en: 'Provisional' },
  forecast: { zh: '预测', en: 'Forecast' },
  missing: { zh: '缺失', en: 'Missing' },
  revised: { zh: '已修订', en: 'Revised' },
  status: { zh: '状态改变', en: 'Status' },
} as const

function pointsWords(
  kind: keyof typeof POINTS_LABELS,
  points: readonly Point[],
  view: IndicatorView,
  lang: Lang,
): Words {
  const aside = {
    definition: { zh: '单独画出，不连线、不参与比较。', en: 'Drawn apart, never joined.' },
    estimated: { zh: '以空心标记。', en: 'Drawn hollow.' },
    provisional: { zh: '以半空心标记。', en: 'Drawn half-filled.' },
    forecast: {
      zh: '以虚线描边，不是观测值，不连线、不参与比较。',
      en: 'Drawn with a dashed outline: not observed, never joined or compared.',
    },
    missing: { zh: '', en: '' },
    revised: { zh: '此前的数见“修订”。', en: 'Earlier figures stand under revisions.' },
    status: { zh: '数未变，此前的状态见“修订”。', en: 'The figure held; see revisions.' },
  }[kind][lang]
  const isDerived = kind === 'estimated' || kind === 'provisional'
  const text = isDerived ? derivedText(points, view, lang) : pointList(points, view, lang)
  return {
    label: POINTS_LABELS[kind][lang],
    text: joinSentences([sentenceOf(text, lang), aside], lang),
  }
}

function roundingWords(earlier: Point, later: Point, view: IndicatorView, lang: Lang): Words {
  const a = formatFigure(earlier.reading, view.indicator, lang)
  const b = formatFigure(later.reading, view.indicator, lang)
  return lang === 'zh'
    ? {
        label: '四舍五入',
        text: `${a}（${earlier.source.published}）与${b}（${later.source.published}）相差在末位取舍之内，是同一存量，不算减少。`,
      }
    : {
        label: 'Rounding',
        text: `${a} (${earlier.source.published}) and ${b} (${later.source.published}) differ by rounding only: one and the same stock, not a fall.`,
      }
}

function regionWords(asked: Region, shown: Region, lang: Lang): Words {
  return lang === 'zh'
    ? { label: '地区', text: `${asked.name.zh}没有这项数据，所示为${shown.name.zh}的数。` }
    : { label: 'Region', text: `No figures for ${asked.name.en}; shown: ${shown.name.en}.` }
}

function ownerWords(targets: readonly TargetView[], view: IndicatorView, lang: Lang): Words {
  const list = targets.map((target) => formatTarget(target, view.indicator, lang))
  return lang === 'zh'
    ? {
        label: '目标归属',
        text: `${list.join('；')}，不是${view.region.name.zh}的目标。`,
      }
    : {
        label: 'Whose target',
        text: `${list.join('; ')}: not a target of ${view.region.name.en}.`,
      }
}

function wordsOf(notice: Notice, view: IndicatorView, lang: Lang): Words {
  switch (notice.kind) {
    case 'contradiction':
      return contradictionWords(notice.contradiction, view, lang)
    case 'cross-dispute':
      return crossDisputeWords(notice.dispute, lang)
    case 'conflict':
      return conflictWords(notice.point, view, lang)
    case 'sic':
      return {
        label: lang === 'zh' ? '存疑' : 'In doubt',
        text: sentenceOf(noteOf(notice.point), lang),
      }
    case 'break':
      return breakWords(notice.cut, lang)
    case 'rounding':
      return roundingWords(notice.earlier, notice.later, view, lang)
    case 'mixed-periods': {
      const kinds = notice.kinds.map((kind) => formatPeriodKind(kind, lang))
      return lang === 'zh'
        ? { label: '期别', text: `${kinds.join('、')}的数各自成列，不连成一条线。` }
        : {
            label: 'Periods',
            text: `${kinds.join(', ')}: each a series of its own, never one line.`,
          }
    }
    case 'region':
      return regionWords(notice.asked, notice.shown, lang)
    case 'target-owner':
      return ownerWords(notice.targets, view, lang)
    case 'note': {
      const when = formatPeriod(notice.point.period, lang)
      const note = noteOf(notice.point)
      return lang === 'zh'
        ? { label: '附注', text: `${when}：${note}。` }
        : { label: 'Note', text: `${when}: ${note}` }
    }
    case 'single':
      return lang === 'zh'
        ? { label: '一期', text: '只有一期数据，不作趋势。' }
        : { label: 'One figure', text: 'A single observation: a fact, not a trend.' }
    default:
      return pointsWords(notice.kind, notice.points, view, lang)
  }
}

/** The same in few words, for a row that carries nothing but its figure; null where it is not grave. */
export function formatDoubt(notice: Notice, view: IndicatorView, lang: Lang): NoticeText | null {
  const full = formatNotice(notice, view, lang)
  if (!full.isGrave) return null
  if (notice.kind === 'cross-dispute') {
    return { ...full, text: formatCrossDoubt(notice.dispute, view.indicator, lang) }
  }
  if (notice.kind !== 'contradiction') return full
  if (!notice.contradiction.other) return { ...full, text: noteOf(notice.contradiction.point) }
  const { against, other, point } = notice.contradiction
  const before = formatFigure(other.reading, view.indicator, lang)
  const now = formatFigure(point.reading, view.indicator, lang)
  const { published } = point.source
  return lang === 'zh'
    ? { ...full, text: `${against.published}为${before}，${published}为${now}，两处不一致` }
    : { ...full, text: `${against.published}: ${before}, ${published}: ${now}; the two disagree` }
}

const GRAVE_KINDS: ReadonlySet<Notice['kind']> = new Set([
  'contradiction',
  'cross-dispute',
  'conflict',
  'sic',
])

export function formatNotice(notice: Notice, view: IndicatorView, lang: Lang): NoticeText {
  const isGrave = GRAVE_KINDS.has(notice.kind)
  return { ...wordsOf(notice, view, lang), isGrave }
}
