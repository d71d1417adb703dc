/** What is said of a figure that can be read but cannot be true, or names what does not exist. */
import type { Bilingual } from '../contract/issue.ts'
import { quote, refusal, type Refusal } from './refusal.ts'

function suggestion(near: readonly string[]): Bilingual {
  if (near.length === 0) return { zh: '', en: '' }
  return { zh: `，是否指 ${near.join('、')}`, en: `; did you mean ${near.join(', ')}` }
}

function unknown(code: string, found: string, what: Bilingual, near: readonly string[]): Refusal {
  const { zh, en } = suggestion(near)
  return refusal(code, quote(found), `${what.zh}${zh}`, `${what.en}${en}`)
}

export function unknownIndicator(found: string, near: readonly string[]): Refusal {
  const what = { zh: '目录中的指标', en: 'an indicator of the catalog' }
  return unknown('unknown-indicator', found, what, near)
}

export function unknownRegion(found: string, near: readonly string[]): Refusal {
  const what = { zh: '目录中的地区代码', en: 'a region code of the catalog' }
  return unknown('unknown-region', found, what, near)
}

export function unknownTheme(found: string, near: readonly string[]): Refusal {
  return unknown('unknown-theme', found, { zh: '目录中的主题', en: 'a theme of the catalog' }, near)
}

export function unknownPublication(found: string, near: readonly string[]): Refusal {
  const what = {
    zh: 'publications 表中或已发布的来源',
    en: 'a publication of this input or published before',
  }
  return unknown('unknown-publication', found, what, near)
}

/** Of a row whose publication nobody has declared. */
export function undeclaredPublication(found: string, near: readonly string[]): Refusal {
  const known = unknownPublication(found, near)
  const { zh, en } = known.expected
  return {
    ...known,
    expected: {
      zh: `${zh}；如是新的来源，请在 publications.csv 中为它加一行`,
      en: `${en}; if it is new, add a row for it to publications.csv`,
    },
  }
}

export function unknownUnit(
  found: string,
  shownIn: string | undefined,
  near: readonly string[],
): Refusal {
  const what =
    shownIn === undefined
      ? { zh: '单位表中的单位', en: 'a unit of the table' }
      : {
          zh: `${shownIn}（这项指标的单位）或能与它换算的单位`,
          en: `${shownIn}, the unit of this indicator, or one that converts to it`,
        }
  return unknown('unknown-unit', found, what, near)
}

const UNIT_VERB: Bilingual = { zh: '单位应写作', en: 'the unit is written' }

export function unitWrittenOtherwise(found: string, unit: string): Refusal {
  return { ...refusal('unknown-unit', quote(found), ` ${unit}`, unit), verb: UNIT_VERB }
}

export function otherDimension(found: string, unit: string, same: readonly string[]): Refusal {
  return refusal(
    'other-dimension',
    quote(found),
    `能换算为${unit}的单位：${same.join('、')}`,
    `a unit that converts to ${unit}: ${same.join(', ')}`,
  )
}

export function aboveWhole(value: string): Refusal {
  return refusal('above-whole', quote(value), '不超过 100% 的比例', 'a ratio of at most 100%')
}

export function negative(value: string): Refusal {
  return refusal('negative', quote(value), '不小于 0 的数', 'a number not below 0')
}

export function tooManyDays(value: string, days: number, period: string): Refusal {
  return refusal(
    'too-many-days',
    quote(value),
    `不超过 ${days} 的天数，${period} 只有 ${days} 天`,
    `at most ${days}, the days of ${period}`,
  )
}

export function badRank(value: string): Refusal {
  return refusal('bad-rank', quote(value), '从 1 起的整数位次', 'a rank, a whole number from 1')
}

export function missingReason(): Refusal {
  return refusal(
    'missing-reason',
    { zh: '空', en: 'nothing' },
    '数字，或在 reason 列写明缺失原因',
    'a number, or why it is missing in the column reason',
  )
}

export function reasonBesideValue(found: string): Refusal {
  return refusal(
    'reason-beside-value',
    quote(found),
    '空；有数值时没有缺失原因',
    'nothing: a value that is there has no reason to be missing',
  )
}

export function statusOfMissing(found: string): Refusal {
  return refusal(
    'status-of-missing',
    quote(found),
    'M；没有数值的状态只能是 M',
    'M, the only status of a missing value',
  )
}

export function missingWithValue(): Refusal {
  return refusal(
    'missing-with-value',
    quote('M'),
    '其他状态；M 只用于没有数值的行',
    'another status: M is for rows without a value',
  )
}

export function notYetOver(period: string, published: string): Refusal {
  return refusal(
    'not-yet-over',
    quote(period),
    `在发布日 ${published} 已结束的时期，预测用状态 F`,
    `a period that had ended on the day of publication, ${published}; a forecast has status F`,
  )
}

export function contradictsItself(found: string): Refusal {
  return refusal('contradicts-itself', quote(found), '另一份来源', 'another publication')
}

export function contradictsLater(found: string, published: string): Refusal {
  return refusal(
    'contradicts-later',
    quote(found),
    `不晚于 ${published} 的来源`,
    `a publication of ${published} or before`,
  )
}

/** `path` is where the first of the two stands. */
export function repeatedKey(path: string): Refusal {
  return refusal(
    'repeated-key',
    { zh: `与 ${path} 重复，内容不同`, en: `the same as ${path} with other content` },
    '一份来源中只出现一次',
    'it once in a publication',
  )
}

export function milestonesUnordered(due: string): Refusal {
  return refusal(
    'milestones-unordered',
    { zh: '先后不对的节点', en: 'milestones out of order' },
    `由早到晚、不晚于 ${due} 的节点`,
    `milestones from early to late, none after ${due}`,
  )
}

export function baselineTooLate(found: string): Refusal {
  return refusal(
    'baseline-too-late',
    quote(found),
    '早于节点和期限的基期',
    'a baseline before milestones and due date',
  )
}
