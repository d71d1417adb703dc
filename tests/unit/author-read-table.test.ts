import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/author/decode-text.ts'
import { readTable } from '../../src/author/read-table.ts'

function encodeUtf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, !isBigEndian)
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(2 + at * 2, text.charCodeAt(at), !isBigEndian)
  }
  return bytes
}

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('the encoding of a file', () => {
  const TEXT = 'id,zh,en\nair,空气,Air\n'
  // "空气" in GB 18030.
  const gb18030 = Uint8Array.from([
    ...utf8('id,zh,en\nair,'),
    0xbf,
    0xd5,
    0xc6,
    0xf8,
    ...utf8(',Air\n'),
  ])

  it.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 BOM', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(TEXT)])],
    ['UTF-16LE', encodeUtf16(TEXT, false)],
    ['UTF-16BE', encodeUtf16(TEXT, true)],
    ['GB18030', gb18030],
  ])('is found: %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, encoding })
  })

  it('reads the four-byte characters of GB18030 that GBK does not have', () => {
    const bytes = Uint8Array.from([0x95, 0x32, 0x82, 0x36, 0xbf, 0xd5])
    expect(decodeText(bytes)).toEqual({ text: '𠀀空', encoding: 'GB18030' })
  })

  it.each([
    ['bytes of no encoding', [0x69, 0x64, 0xff, 0xff]],
    ['UTF-8 that is cut off behind its mark', [0xef, 0xbb, 0xbf, 0xe7, 0xa9]],
    ['UTF-16 with half a character', [0xff, 0xfe, 0x41]],
    ['UTF-16 with half a surrogate pair', [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]],
  ])('is refused: %s', (_name, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBeNull()
  })
})

describe('the rows of a table', () => {
  it('are numbered as a spreadsheet numbers them, blank ones and quoted line ends included', () => {
    const text = 'id,zh,en\r\n\r\nair,空气,Air\r\n,,\r\nwater,"水\n和",Water\r\nsoil,土,Soil'
    const { rows, issues } = readTable('themes.csv', text)
    expect(issues).toEqual([])
    expect(rows.map((row) => [row.number, row.cell('id')])).toEqual([
      [3, 'air'],
      [5, 'water'],
      [6, 'soil'],
    ])
    expect(rows[1]?.path('zh')).toBe('themes.csv:5:zh')
  })

  it('may end in empty columns, as spreadsheets leave them, but not in cells without a name', () => {
    const { rows, issues } = readTable(
      'themes.csv',
      'id,zh,en,,\nair,空气,Air,,\nsoil,土,Soil,,x\n',
    )
    expect(rows.map((row) => row.cell('en'))).toEqual(['Air'])
    expect(issues.map(({ path, message }) => `${path}: ${message.en}`)).toEqual([
      'themes.csv:3:*: 5 fields, expected 3 as in the header',
    ])
  })

  it('may be separated by tabs, as in the Unicode text of a spreadsheet', () => {
    const { table, rows } = readTable('table.txt', 'id\tzh\ten\nair\t空气, 大气\tAir\n')
    expect(table).toBe('themes')
    expect(rows[0]?.cell('zh')).toBe('空气, 大气')
  })

  it('keep a quote inside an unquoted field as text', () => {
    const { rows, issues } = readTable('themes.csv', 'id,zh,en\nair,5" 管,Air\n')
    expect(issues).toEqual([])
    expect(rows[0]?.cell('zh')).toBe('5" 管')
  })

  it('come back from any CSV that a library has written', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.trim())
      .filter((text) => !/\r/.test(text))
    const record = fc.tuple(fc.constant('id'), cell, cell)
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), (records) => {
        const text = Papa.unparse([['id', 'zh', 'en'], ...records], { newline: '\r\n' })
        const { rows, issues } = readTable('themes.csv', text)
        expect(issues).toEqual([])
        expect(rows.map((row) => [row.cell('id'), row.cell('zh'), row.cell('en')])).toEqual(records)
      }),
    )
  })
})
