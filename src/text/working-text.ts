/** 算给你看: how a verdict came about, line by line. */
import type { Bilingual } from '../contract/issue.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Judgement } from '../domain/judgement.ts'
import { lastDayOf } from '../domain/period.ts'
import { endOf, isTask, startOf, type Plan } from '../domain/plan.ts'
import type { Point } from '../domain/point.ts'
import { roundingOf } from '../domain/reading.ts'
import { formatComputed, formatShare } from './computed-text.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatNumber, formatQualifier, formatUnit } from './number-text.ts'
import { formatComparison, formatDisagreement, formatProjection, METHODS } from './opinion-text.ts'
import { formatPeriod } from './period-text.ts'
import { bookTitle } from './rich.ts'
import { formatTarget, formatTargetSign } from './target-text.ts'
import { formatTargetPath } from './target-path-text.ts'
import { CRITICAL, formatObstacle, formatVerdict, formatVerdictDoubt } from './verdict-text.ts'

export interface WorkingLine {
  readonly label: string
  readonly text: string
}

const LABELS = {
  target: { zh: '目标', en: 'Target' },
  path: { zh: '基期与分期', en: 'Plan' },
  figure: { zh: '依据', en: 'Figure' },
  formula: { zh: '算式', en: 'Working' },
  limits: { zh: '界限', en: 'Limits' },
  verdict: { zh: '结论', en: 'Verdict' },
  pace: { zh: '还需', en: 'Pace' },
  projection: METHODS.projection,
  comparison: METHODS.comparison,
  differ: { zh: '方法不一', en: 'Methods differ' },
} as const satisfies Record<string, Bilingual>

interface Desk {
  readonly judgement: Judgement
  readonly view: IndicatorView
  readonly lang: Lang
}

function plainValue(value: number): string {
  return String(value).replace('-', '−')
}

function sourced(point: Point, { view, lang }: Desk): string {
  const figure = formatFigure(point.reading, view.indicator, lang)
  const title = bookTitle(point.source.title)
  const when = formatPeriod(point.period, lang)
  return lang === 'zh'
    ? `${when}${figure}，见${title}（${point.source.published}）`
    : `${when}: ${figure}; ${title} (${point.source.published})`
}

/** Where the plan starts, and where it should have stood on the way. */
function pathText({ judgement, view, lang }: Desk): string {
  const { target } = judgement
  const path = formatTargetPath(target.target, lang)
  if (path !== '') return path
  if (isTask(target, view.indicator))
    return lang === 'zh' ? '期初从零起' : 'from zero at the start of the period'
  return lang === 'zh' ? '未公布' : 'not published'
}

function scheduleText(plan: Plan, point: Point, { judgement, lang }: Desk): string {
  const { completion, planned } = judgement
  if (completion === undefined || planned === undefined || point.reading.kind === 'missing')
    return ''
  const [from, to] = [startOf(plan).value, endOf(plan).value]
  const sum = `(${plainValue(point.reading.value)} − ${plainValue(from)}) ÷ (${plainValue(to)} − ${plainValue(from)})`
  const day = lastDayOf(point.period)
  const share = planned > 0 ? formatShare(completion / planned) : '—'
  return lang === 'zh'
    ? `完成率 C = ${sum} = ${formatShare(completion)}；${day}应完成 E = ${formatShare(planned)}；C ÷ E = ${share}`
    : `completion C = ${sum} = ${formatShare(completion)}; planned for ${day} E = ${formatShare(planned)}; C ÷ E = ${share}`
}

/** Signs as they stand on paper: 61 < 63, and what that means while it is not due. */
function comparisonSign({ judgement, lang }: Desk): string {
  const { target, point, verdict, goal } = judgement
  if (point?.reading.kind !== 'value') return ''
  const { value, decimals, qualifier } = point.reading
  const sign = value === goal ? '=' : value < goal ? '<' : '>'
  const sum = `${formatQualifier(qualifier)}${formatNumber(value, decimals)} ${sign} ${formatNumber(goal, target.reading.decimals)}`
  if (verdict !== 'not-due') return sum
  const isMet = target.target.type === 'at-most' ? value <= goal : value >= goal
  if (lang === 'zh') return `${sum}，目前${isMet ? '在' : '不在'}目标之内`
  return `${sum}: ${isMet ? 'within' : 'not within'} the target so far`
}

function formulaText(desk: Desk): string {
  const { plan, point, verdict, completion, target } = desk.judgement
  if (!point) return ''
  const isSchedule = plan && completion !== undefined && target.target.type === 'reach'
  if (isSchedule) return scheduleText(plan, point, desk)
  return verdict === 'unassessable' ? '' : comparisonSign(desk)
}

function limitsText({ judgement, lang }: Desk): string {
  const { target, plan } = judgement
  if (target.target.type === 'reach' && plan) {
    return lang === 'zh'
      ? 'C ≥ 1 达标；C ÷ E ≥ 0.95 达序时；0.80—0.95 滞后；低于 0.80 严重滞后；到期仍 C < 1 逾期'
      : 'C ≥ 1 reached; C ÷ E ≥ 0.95 on schedule; 0.80–0.95 behind; below 0.80 far behind; C < 1 at the deadline overdue'
  }
  if (target.target.type === 'reach') {
    return lang === 'zh'
      ? '达到目标为达标，到期未达到为逾期；没有基期，到期之前不评快慢'
      : 'reached once the figure is at the target; overdue if it is not at the deadline; without a baseline no pace is judged before'
  }
  const sign = formatTargetSign(target)
  return lang === 'zh'
    ? `到期的数${sign}目标为达标，否则未达标；到期之前不评`
    : `${sign} the target in its own period is reached, else missed; before that nothing is said`
}

function verdictText({ judgement, lang }: Desk): string {
  const word = formatVerdict(judgement.verdict, lang)
  const { obstacle } = judgement
  if (!obstacle) return word
  return `${word}${lang === 'zh' ? '：' : ': '}${formatObstacle(obstacle, lang)}`
}

function paceText(desk: Desk): string {
  const { judgement, view, lang } = desk
  const { pace, target, point } = judgement
  if (!pace || !point) return ''
  const from = lastDayOf(point.period)
  const unit =
    view.indicator.unit === '%'
      ? lang === 'zh'
        ? '个百分点'
        : ' points'
      : formatUnit(view.indicator.unit, lang)
  const amount = formatComputed(Math.abs(pace.perYear), judgement)
  const day = lastDayOf(target.period)
  const isUp = pace.perYear > 0
  return lang === 'zh'
    ? `自${from}到${day}共${pace.days}天，平均每年需再${isUp ? '升' : '降'}${amount}${unit}`
    : `${pace.days} days from ${from} to ${day}: ${isUp ? 'up' : 'down'} ${amount} ${unit.trim()} a year on average`
}

function doubtLines({ judgement, lang }: Desk): readonly WorkingLine[] {
  return judgement.doubts.map((doubt) => {
    const { point } = judgement
    const half =
      doubt.kind === 'rounding' && point?.reading.kind === 'value'
        ? ` (±${roundingOf(point.reading)})`
        : ''
    const text = formatVerdictDoubt(doubt, lang)
    return {
      label: CRITICAL[lang],
      text:
        lang === 'zh'
          ? text.replace('，', `${half.replace(' (', '（').replace(')', '）')}，`)
          : text + half,
    }
  })
}

/** Inputs, formula, limits, result; then the other opinions and what would overturn it. */
export function formatWorking(
  judgement: Judgement,
  view: IndicatorView,
  lang: Lang,
): readonly WorkingLine[] {
  const desk: Desk = { judgement, view, lang }
  const { target, point } = judgement
  const source = `${bookTitle(target.source.title)}${lang === 'zh' ? '（' : ' ('}${target.source.published}${lang === 'zh' ? '）' : ')'}`
  const set = `${formatTarget(target, view.indicator, lang)}${lang === 'zh' ? '，见' : '; '}${source}`
  const hasPath = target.target.type === 'reach' || target.target.baseline !== undefined
  const lines: readonly (readonly [keyof typeof LABELS, string])[] = [
    ['target', set],
    ['path', hasPath ? pathText(desk) : ''],
    ['figure', point ? sourced(point, desk) : lang === 'zh' ? '没有可用的数' : 'none'],
    ['formula', formulaText(desk)],
    ['limits', limitsText(desk)],
    ['verdict', verdictText(desk)],
    ['pace', paceText(desk)],
    ['projection', formatProjection(judgement, lang)],
    ['comparison', hasPath ? formatComparison(judgement, lang) : ''],
    ['differ', formatDisagreement(judgement, lang)],
  ]
  return [
    ...lines
      .filter(([, text]) => text !== '')
      .map(([label, text]) => ({ label: LABELS[label][lang], text })),
    ...doubtLines(desk),
  ]
}
