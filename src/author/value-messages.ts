/** What is said of a single cell. */
import type { Bilingual } from '../contract/issue.ts'
import type { WordOf } from './choice-words.ts'
import { otherNamesOf, type ColumnName } from './column-names.ts'
import { quote, refusal, type Refusal } from './refusal.ts'
import { suggestDate, suggestPeriod, suggestTurnedPeriod } from './written-date.ts'

const EMPTY: Bilingual = { zh: '空', en: 'nothing' }

function shown(found: string): Bilingual {
  return found === '' ? EMPTY : quote(found)
}

const EXAMPLES: ReadonlyMap<ColumnName, string> = new Map<ColumnName, string>([
  ['publication', 'jz-press-2024-07-01'],
  ['indicator', 'pm25'],
  ['region', '410800'],
  ['unit', '微克/立方米'],
  ['title', '2024年上半年新闻发布会'],
  ['publisher', '焦作市生态环境局'],
  ['zh', 'PM2.5平均浓度'],
  ['en', 'PM2.5 mean concentration'],
  ['scope', '城市站点'],
  ['reason', '监测状态改变'],
  ['number', '12'],
  ['leadUnit', '市住建局'],
])

export function emptyCell(column: ColumnName): Refusal {
  const example = EXAMPLES.get(column)
  const [zh, en] = example === undefined ? ['', ''] : [`，如 ${example}`, `, such as ${example}`]
  const name = otherNamesOf(column)[0] ?? column
  return refusal('empty-cell', EMPTY, `${name}（${column}）${zh}`, `${column}${en}`)
}

export function unshowableCharacter(name: string): Refusal {
  return refusal(
    'control-character',
    { zh: `不可见的字符 ${name}`, en: `the invisible character ${name}` },
    '一行普通文字',
    'one line of plain text',
  )
}

export function textTooLong(length: number, most: number): Refusal {
  return refusal(
    'text-too-long',
    { zh: `${length} 个字符`, en: `${length} characters` },
    `不超过 ${most} 个`,
    `at most ${most}`,
  )
}

export function badId(found: string): Refusal {
  return refusal(
    'bad-id',
    shown(found),
    '由小写字母、数字和单个连字符组成的编号，如 pm25',
    'an id of lower-case letters, digits and single hyphens, such as pm25',
  )
}

export function badUrl(found: string): Refusal {
  return refusal(
    'bad-url',
    shown(found),
    '以 http:// 或 https:// 开头的网址，或留空',
    'an address that begins with http:// or https://, or nothing',
  )
}

const DATE_VERB: Bilingual = { zh: '日期应写作', en: 'a date is written' }
const PERIOD_VERB: Bilingual = { zh: '时期应写作', en: 'a period is written' }

function otherwiseWritten(code: string, found: string, right: string, verb: Bilingual): Refusal {
  return { ...refusal(code, shown(found), right, right), verb }
}

export function badDate(found: string): Refusal {
  const right = suggestDate(found)
  if (right !== undefined) return otherwiseWritten('bad-date', found, right, DATE_VERB)
  return refusal(
    'bad-date',
    shown(found),
    '存在的日期，如 2023-05-29',
    'a date that exists, such as 2023-05-29',
  )
}

const TURNED_VERB: Bilingual = {
  zh: '像是表格软件把时期改成了日期，',
  en: 'which looks like a period that the spreadsheet has turned into a date;',
}

function turnedIntoDate(found: string, right: string): Refusal {
  const zh = `时期应写作 ${right}；先把这一列设为文本`
  const en = `a period is written ${right}: format the column as text first`
  return { ...refusal('bad-period', shown(found), zh, en), verb: TURNED_VERB }
}

export function badPeriod(found: string): Refusal {
  const date = suggestDate(found)
  if (date !== undefined) return otherwiseWritten('bad-period', found, date, DATE_VERB)
  const turned = suggestTurnedPeriod(found)
  if (turned !== undefined) return turnedIntoDate(found, turned)
  const period = suggestPeriod(found)
  if (period !== undefined) return otherwiseWritten('bad-period', found, period, PERIOD_VERB)
  return refusal(
    'bad-period',
    shown(found),
    '存在的时期，如 2022、2022-Q1、2022-05、2022-05-29、2022-01/2022-06',
    'a period that exists, such as 2022, 2022-Q1, 2022-05, 2022-05-29, 2022-01/2022-06',
  )
}

export function badRegionCode(found: string): Refusal {
  return refusal(
    'bad-region-code',
    shown(found),
    'GB/T 2260 的六位代码，如 410800',
    'a six-digit code of GB/T 2260, such as 410800',
  )
}

export function notANumber(found: string): Refusal {
  return refusal(
    'not-a-number',
    shown(found),
    '数字，如 1234.5（不带千分位和指数）',
    'a number such as 1234.5 (no thousands separators, no exponent)',
  )
}

export function tooManyDigits(found: string): Refusal {
  return refusal(
    'too-many-digits',
    shown(found),
    '最多 15 位有效数字、12 位小数',
    'at most 15 significant digits and 12 decimals',
  )
}

export function numberSuffix(found: string, unit: string): Refusal {
  return refusal(
    'number-suffix',
    shown(found),
    `单位为${unit}的数字，后面至多是同类单位`,
    `a number in ${unit}, followed by nothing but a unit of its kind`,
  )
}

export function badMilestones(found: string): Refusal {
  return refusal(
    'bad-milestones',
    shown(found),
    '时期:数值，用分号隔开，如 2023:10;2024:25',
    'period:value separated by semicolons, such as 2023:10;2024:25',
  )
}

export function halfBaseline(): Refusal {
  return refusal(
    'half-baseline',
    EMPTY,
    '基期和基期值同时填写，或同时留空',
    'baseline period and baseline value together, or neither',
  )
}

export function badRevision(found: string): Refusal {
  return refusal('bad-revision', shown(found), '从 1 起的整数', 'a whole number from 1')
}

function withWord(code: string, word: string, open: string, close: string): string {
  return word.toLowerCase() === code.toLowerCase() ? code : `${code}${open}${word}${close}`
}

/** A cell that takes one of a closed list, by its code or by its word. */
export function notAChoice<T extends string>(
  code: string,
  found: string,
  choices: readonly T[],
  wordOf?: WordOf<T>,
): Refusal {
  const word = wordOf ?? ((choice: T) => choice)
  const zh = choices.map((choice) => withWord(choice, word(choice, 'zh'), '（', '）')).join('、')
  const en = choices.map((choice) => withWord(choice, word(choice, 'en'), ' (', ')')).join(', ')
  return refusal(code, shown(found), `${zh}${wordOf ? '' : ' '}之一`, `one of ${en}`)
}
