/** What the schemas ask for, in words, by the names that their checks carry. */
import type { Bilingual } from './issue.ts'

/** Follows what was found: "2026-02-30", expected … */
export const EXPECTED_FORMS: ReadonlyMap<string, Bilingual> = new Map([
  [
    'id',
    {
      zh: '小写字母、数字和单个连字符组成的编号',
      en: 'an id of lower-case letters, digits and single hyphens',
    },
  ],
  ['date', { zh: '存在的日期（YYYY-MM-DD）', en: 'a date that exists (YYYY-MM-DD)' }],
  [
    'period',
    {
      zh: '存在的时期（2022、2022-Q1、2022-05、2022-05-29 或 2022-01/2022-06）',
      en: 'a period that exists (2022, 2022-Q1, 2022-05, 2022-05-29 or 2022-01/2022-06)',
    },
  ],
  ['time', { zh: '带时区的时间（ISO 8601）', en: 'a time with offset (ISO 8601)' }],
  ['url', { zh: 'http 或 https 网址', en: 'an http or https address' }],
])

/** Sentences of their own: what is wrong is not one value. */
export const BROKEN_RULES: ReadonlyMap<string, Bilingual> = new Map([
  ['unknown', { zh: '不认识的字段', en: 'an unknown field' }],
  ['absent', { zh: '缺少这个字段', en: 'this field is absent' }],
  ['reason', { zh: '缺失值没有写原因', en: 'a missing value without a reason' }],
  ['missing', { zh: '状态为 M（缺失）却有数值', en: 'status M (missing) with a value' }],
  [
    'digits',
    {
      zh: '数值的小数位多于所写的位数，或有效数字超过 15 位',
      en: 'more digits than the decimals say, or more than 15 digits altogether',
    },
  ],
])
