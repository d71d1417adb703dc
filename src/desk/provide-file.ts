/** Hands what stands in the one file to everything inside the app. */
import type { App } from 'vue'
import type { FileBlock } from '../contract/file-block.ts'
import type { Checked } from '../contract/issue.ts'
import { openMemoryStore } from '../db/memory-store.ts'
import { createSha256 } from '../feed/sha256.ts'
import { fileSourceOf, type FileData } from '../offline/open-file.ts'
import { provideData } from '../stores/data-store.ts'
import { fileDataTools } from '../stores/file-data-tools.ts'
import { fileStateOf } from '../stores/file-state.ts'
import { deskDeviceKey } from './desk-device.ts'
import { fileDevice } from './file-device.ts'
import { offlineFileKey, openFileTools } from './offline-file-tools.ts'
import { describeFile, oneFileKey } from './one-file.ts'

const NOTHING: Pick<FileBlock, 'manifest' | 'files'> = { manifest: '', files: [] }

/** Where the data cannot be used there are the reasons, and no other file can be made. */
export function provideFile(
  app: App,
  window: Window & typeof globalThis,
  found: Checked<FileData>,
): void {
  const source = fileSourceOf(found.ok ? found.value.block : NOTHING)
  const tools = fileDataTools(window, {
    store: found.ok ? found.value.store : openMemoryStore(undefined, 'embedded'),
    dataset: found.ok ? found.value.generation.head.manifest.dataset : '',
    sha256: createSha256(window.crypto.subtle as SubtleCrypto | undefined),
    source,
  })
  const initial = fileStateOf(found.ok ? { ok: true, value: found.value.generation } : found)
  // What does not agree is named where the page would stand.
  provideData(app, { tools, initial: { ...initial, refusals: [] } })
  app.provide(oneFileKey, describeFile(found))
  app.provide(deskDeviceKey, fileDevice(window, tools))
  if (found.ok) app.provide(offlineFileKey, openFileTools(window))
}
