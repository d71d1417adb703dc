/** Whether the app stands in one file, beside which there is nothing, and what that file says of itself. */
import { inject, type InjectionKey } from 'vue'
import type { FileBlock, FilePart } from '../contract/file-block.ts'
import type { Checked, Issue } from '../contract/issue.ts'
import type { Generation } from '../db/store-port.ts'
import { knownUntil } from '../domain/known-until.ts'
import type { HeldInFile } from '../text/one-file-text.ts'

export interface OneFile {
  /** Day on which a reader had it made; null for the one of the build. */
  readonly made: string | null
  /** What of the published data it holds; null: all. */
  readonly part: FilePart | null
  /** Null where its data cannot be used. */
  readonly held: HeldInFile | null
  /** Why they cannot. */
  readonly issues: readonly Issue[]
}

export const oneFileKey: InjectionKey<OneFile> = Symbol('one file')

/** Null where the app is served, with pages, panels and data files beside it. */
export function useOneFile(): OneFile | null {
  return inject(oneFileKey, null)
}

interface OpenedFile {
  readonly block: Pick<FileBlock, 'made' | 'part'>
  readonly generation: Generation
}

/** It tells of the file as it was opened, whatever is taken in beside it later. */
export function describeFile(opened: Checked<OpenedFile>): OneFile {
  if (!opened.ok) return { made: null, part: null, held: null, issues: opened.issues }
  const { block, generation } = opened.value
  const { head } = generation
  const held = {
    seq: head.seq,
    latestDay: knownUntil(head.publications, 'latest').day,
    themes: head.catalog.themes.map(({ name }) => name),
  }
  return { made: block.made, part: block.part, held, issues: [] }
}
