/**
 * The data of the one file, taken in as from a server: verified name by name against their manifest,
 * because a stick, a mail gate or an editor may have damaged the file on its way. That proves the
 * file whole, not its origin: whoever can rewrite it can rewrite the manifest too.
 */
import { parseBlock, type FileBlock } from '../contract/file-block.ts'
import type { Checked } from '../contract/issue.ts'
import { parseManifest } from '../contract/parse.ts'
import { openMemoryStore } from '../db/memory-store.ts'
import type { Generation, GenerationStore } from '../db/store-port.ts'
import type { StartTimer } from '../db/timer.ts'
import type { FetchLike } from '../feed/fetch-bounded.ts'
import type { Sha256 } from '../feed/sha256.ts'
import { MANIFEST_PATH } from '../feed/take-manifest.ts'
import { runUpdate } from '../feed/update.ts'

/** No such host can be (RFC 6761): what is asked for there can only come from the file. */
const FILE_URL = 'https://file.invalid/'

export interface FileSource {
  /** Paths in the manifest are relative to it. */
  readonly manifestUrl: string
  /** Answers from the file. */
  readonly fetch: FetchLike
}

export interface FileData {
  readonly block: FileBlock
  readonly generation: Generation
  /** Holds the generation; nothing is read from or kept on the machine. */
  readonly store: GenerationStore
}

export interface FileTools {
  readonly sha256: Sha256
  readonly startTimer: StartTimer
}

export function fileSourceOf({
  manifest,
  files,
}: Pick<FileBlock, 'manifest' | 'files'>): FileSource {
  const texts = new Map(files.map(({ path, text }) => [FILE_URL + path, text]))
  texts.set(FILE_URL + MANIFEST_PATH, manifest)
  return {
    manifestUrl: FILE_URL + MANIFEST_PATH,
    fetch: async (url) => {
      const text = texts.get(url)
      if (text === undefined) return new Response(null, { status: 404 })
      return new Response(text, { headers: { 'content-type': 'application/json' } })
    },
  }
}

/** `text` is that of the block; everything that is wrong with it is told, by the name of its file. */
export async function openFileData(text: string, tools: FileTools): Promise<Checked<FileData>> {
  const block = parseBlock(text)
  if (!block.ok) return block
  const manifest = parseManifest(block.value.manifest)
  if (!manifest.ok) return manifest
  const { dataset, written } = manifest.value
  const store = openMemoryStore(undefined, 'embedded')
  const result = await runUpdate(store, {
    ...fileSourceOf(block.value),
    ...tools,
    dataset,
    // The data's own time: nothing here was fetched.
    nowMs: () => Date.parse(written),
    // What lies in the browser's storage on file:// was perhaps put there by another file.
    tombstone: { read: () => null, write: () => false },
    buildFloor: null,
  })
  const generation = result.kind === 'updated' ? await store.readGeneration() : null
  if (generation) return { ok: true, value: { block: block.value, generation, store } }
  return { ok: false, issues: result.kind === 'refused' ? result.issues : [] }
}
