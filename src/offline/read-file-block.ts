/** The data block of the document that is open: the one place that the one file takes its data from. */
import { BLOCK_ID } from '../contract/file-block.ts'
import { createSha256 } from '../feed/sha256.ts'
import { openFileData, type FileData } from './open-file.ts'
import type { Checked } from '../contract/issue.ts'

/** Without the block nothing can be used, and that is said. */
export function readFileBlock(window: Window): Promise<Checked<FileData>> {
  const text = window.document.getElementById(BLOCK_ID)?.textContent ?? ''
  return openFileData(text, {
    sha256: createSha256(window.crypto.subtle as SubtleCrypto | undefined),
    startTimer: (run, delayMs) => {
      const id = window.setTimeout(run, delayMs)
      return () => window.clearTimeout(id)
    },
  })
}
