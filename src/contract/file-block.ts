/**
 * The data inside the one file (`qinglan.html`): manifest and files word for word, so that they can be
 * verified by the manifest's own sizes and hashes wherever the file is opened.
 */
import * as v from 'valibot'
import { DateSchema, IdSchema } from './fields.ts'
import { issue, type Checked } from './issue.ts'

const FILE_FORMAT = 'qinglan-file/1'
/** Of the element that holds the block. */
export const BLOCK_ID = 'qinglan-data'
/** How the block begins in the file; nothing before it may hold the same text. */
export const BLOCK_START = `<script type="application/json" id="${BLOCK_ID}">`
export const BLOCK_END = '</script>'

const PartSchema = v.strictObject({
  /** Only what was published until this day; null: everything. */
  asOf: v.nullable(DateSchema),
  /** Only indicators of these themes; null: all. */
  themes: v.nullable(v.array(IdSchema)),
})

const BlockSchema = v.strictObject({
  format: v.literal(FILE_FORMAT),
  /** Day on which a reader had the file made; null for the one of the build. */
  made: v.nullable(DateSchema),
  /** What was chosen of the published data; null: all of them. */
  part: v.nullable(PartSchema),
  manifest: v.string(),
  /** By path below the manifest's folder; a list, because a name may be one that objects inherit. */
  files: v.array(v.strictObject({ path: v.string(), text: v.string() })),
})

export type FileBlock = v.InferOutput<typeof BlockSchema>
export type FilePart = v.InferOutput<typeof PartSchema>

/** No text in it can end the block or begin a comment or a script: JSON has another way to write "<". */
export function writeBlock(block: Omit<FileBlock, 'format'>): string {
  return JSON.stringify({ format: FILE_FORMAT, ...block }).replace(/</g, '\\u003c')
}

/** Only its form is looked at here: what it holds is verified by its manifest. */
export function parseBlock(text: string): Checked<FileBlock> {
  try {
    const result = v.safeParse(BlockSchema, JSON.parse(text))
    if (result.success) return { ok: true, value: result.output }
  } catch {
    // Said below.
  }
  const zh = '文件里的数据不完整：可能没有复制完，或被别的程序改过'
  const en = 'the data in this file are not whole: copied in part, or changed by another program'
  return { ok: false, issues: [issue(BLOCK_ID, 'block', zh, en)] }
}
