/** Whether the app stands in one file, beside which there is nothing, and what that file says of itself. */
import { inject, type InjectionKey } from 'vue'
import type { FileBlock } from '../contract/file-block.ts'

export type OneFile = Pick<FileBlock, 'made' | 'part'>

export const oneFileKey: InjectionKey<OneFile> = Symbol('one file')

/** Null where the app is served, with pages, panels and data files beside it. */
export function useOneFile(): OneFile | null {
  return inject(oneFileKey, null)
}
