/** All files of one generation, from the first of several places that has them whole. */
import type { Issue } from '../contract/issue.ts'
import { gatherFiles, type Gathered, type GatherTools } from './gather-files.ts'
import { takeManifest } from './take-manifest.ts'

/** Answers for the files beside a manifest: a server, a data pack, this browser's kept copies. */
export type FileSource = Pick<GatherTools, 'fetch' | 'manifestUrl'>

export type Gathering =
  | { readonly kind: 'gathered'; readonly gathered: Gathered }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  /** What can be fetched is the generation of this number, and not the one that was asked for. */
  | { readonly kind: 'other'; readonly seq: number }

async function gatherFrom(tools: GatherTools, manifestSha256: string): Promise<Gathering> {
  const found = await takeManifest(tools)
  if (found.kind !== 'taken') return found
  const { value } = found
  if (value.manifestSha256 !== manifestSha256) return { kind: 'other', seq: value.manifest.seq }
  const files = await gatherFiles(value, tools)
  return files.kind === 'taken' ? { kind: 'gathered', gathered: files.value } : files
}

/**
 * Where none has them, says what the first place says. Rejects with an AbortError when it is cancelled.
 * @param places asked one after the other; null: there is no such place here
 */
export async function gatherGeneration(
  places: readonly (() => Promise<FileSource | null>)[],
  manifestSha256: string,
  tools: Omit<GatherTools, keyof FileSource>,
): Promise<Gathering> {
  let first: Gathering | null = null
  for (const open of places) {
    const place = await open()
    if (!place) continue
    const answer = await gatherFrom({ ...tools, ...place }, manifestSha256)
    if (answer.kind === 'gathered') return answer
    first ??= answer
  }
  return first ?? { kind: 'unreachable' }
}
