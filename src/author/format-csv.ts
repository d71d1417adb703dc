/** Rows of cells → CSV; every row ends with the line end, the last one too. */
import Papa from 'papaparse'

/**
 * A Chinese Excel takes a CSV without the mark for GBK. The Data Package standard recommends UTF-8
 * without it and allows it; the encoding is `utf-8` either way (IANA registers no other name).
 */
export const BYTE_ORDER_MARK = '\ufeff'

export function formatCsv(rows: readonly (readonly string[])[], newline: '\n' | '\r\n'): string {
  return `${Papa.unparse(rows, { newline })}${newline}`
}
