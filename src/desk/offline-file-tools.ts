/** Where the one file is made from: the server, or the file that is open. */
import type { InjectionKey } from 'vue'
import { createSha256 } from '../feed/sha256.ts'
import { templateOfDocument } from '../offline/document-template.ts'
import type { FileSource } from '../offline/open-file.ts'
import { browserStartTimer, manifestUrlOf } from '../stores/browser-basics.ts'
import { localDay } from '../stores/today.ts'
import type { OfflineFileTools } from './make-offline-file.ts'

export const offlineFileKey: InjectionKey<OfflineFileTools> = Symbol('offline file')

type BrowserWindow = Window & typeof globalThis

function toolsOf(
  window: BrowserWindow,
  source: FileSource,
  template: OfflineFileTools['template'],
): OfflineFileTools {
  return {
    ...source,
    template,
    sha256: createSha256(window.crypto.subtle as SubtleCrypto | undefined),
    startTimer: browserStartTimer(window),
    today: () => localDay(new window.Date()),
  }
}

/** `base` is the app's folder, with a slash at its end. */
export function servedFileTools(window: BrowserWindow, base: string): OfflineFileTools {
  const source: FileSource = {
    manifestUrl: manifestUrlOf(base),
    fetch: (url, init) => window.fetch(url, init),
  }
  return toolsOf(window, source, async (signal) => {
    // A server answers with the newest release, the worker with the one it has kept.
    const response = await window.fetch(`${base}qinglan.html`, { cache: 'no-cache', signal })
    return response.ok ? response.text() : null
  })
}

/** `source` answers from the file. */
export function openFileTools(window: BrowserWindow, source: FileSource): OfflineFileTools {
  return toolsOf(window, source, async () => templateOfDocument(window.document))
}
