/** Where the form of the one file comes from: the server, or the file that is open. */
import type { InjectionKey } from 'vue'
import { templateOfDocument } from '../offline/document-template.ts'
import { browserStartTimer } from '../stores/browser-basics.ts'
import { localDay } from '../stores/today.ts'
import type { OfflineFileTools } from './make-offline-file.ts'

export const offlineFileKey: InjectionKey<OfflineFileTools> = Symbol('offline file')

type BrowserWindow = Window & typeof globalThis

function toolsOf(window: BrowserWindow, template: OfflineFileTools['template']): OfflineFileTools {
  return {
    template,
    startTimer: browserStartTimer(window),
    today: () => localDay(new window.Date()),
  }
}

/** `base` is the app's folder, with a slash at its end. */
export function servedFileTools(window: BrowserWindow, base: string): OfflineFileTools {
  return toolsOf(window, async (signal) => {
    // A server answers with the newest release, the worker with the one it has kept.
    const response = await window.fetch(`${base}qinglan.html`, { cache: 'no-cache', signal })
    return response.ok ? response.text() : null
  })
}

/** The document that is open is the form. */
export function openFileTools(window: BrowserWindow): OfflineFileTools {
  return toolsOf(window, async () => templateOfDocument(window.document))
}
