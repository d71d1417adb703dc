/**
 * The one file as a form to be filled: everything but the data stays as the build wrote it, byte by
 * byte, because its policy names scripts and sheets by their hashes.
 */
import { BLOCK_END, BLOCK_START } from '../contract/file-block.ts'

/** Around the element that the overview is written into. */
export const PAGE_START = '<!--qinglan-page-->'
export const PAGE_END = '<!--/qinglan-page-->'

export interface FileFilling {
  /** Of the document. */
  readonly title: string
  /** Number of the generation. */
  readonly seq: number
  /** From `writeBlock`. */
  readonly block: string
  /** Markup of the overview as written from these very data; null: the script makes it. */
  readonly page: string | null
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escape(text: string): string {
  return text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char)
}

/** Replaces what stands between two marks; null where the marks are not there. */
function putBetween(text: string, start: string, end: string, inside: string): string | null {
  const from = text.indexOf(start)
  const to = from < 0 ? -1 : text.indexOf(end, from + start.length)
  return to < 0 ? null : text.slice(0, from + start.length) + inside + text.slice(to)
}

/** Null where `template` is no such file, as where a server answers with a page of its own. */
export function fillTemplate(template: string, filling: FileFilling): string | null {
  const { title, seq, block, page } = filling
  const written = page === null ? '' : ' data-page="/"'
  const root = ` lang="zh-CN" data-as-of="latest" data-seq="${seq}"${written}`
  // In the order of the document: the data, whose texts are anybody's, come last.
  const steps = [
    ['<html', '>', root],
    ['<title>', '</title>', escape(title)],
    [PAGE_START, PAGE_END, `<div id="app">${page ?? ''}</div>`],
    [BLOCK_START, BLOCK_END, block],
  ] as const
  return steps.reduce<string | null>(
    (text, [start, end, inside]) => text && putBetween(text, start, end, inside),
    template,
  )
}
