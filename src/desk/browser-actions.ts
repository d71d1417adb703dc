/** Small things that only a browser can do. */

/** Hands a text to the reader as a file. UTF-8 with BOM, so that Excel and WPS open it right. */
export function downloadText(window: Window, name: string, text: string): void {
  saveFile(window, name, ['\ufeff', text], 'text/csv;charset=utf-8')
}

/** Hands parts to the reader as one file. */
export function saveFile(
  window: Window,
  name: string,
  parts: readonly BlobPart[],
  type: string,
): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }))
  const link = window.document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the blob once the click is through.
  window.setTimeout(() => URL.revokeObjectURL(url), 1000)
}

export function printPage(window: Window): void {
  window.print()
}

/** Browsers have no clipboard on plain http, where an intranet often is, but still know the command. */
function copyByCommand(document: Document, text: string): boolean {
  const taken: string[] = []
  const take = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    taken.push(text)
  }
  document.addEventListener('copy', take, true)
  try {
    return document.execCommand('copy') && taken.length > 0
  } catch {
    return false
  } finally {
    document.removeEventListener('copy', take, true)
  }
}

/** False where the browser refuses. */
export async function copyText(window: Window, text: string): Promise<boolean> {
  try {
    await window.navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByCommand(window.document, text)
  }
}

export function copyAddress(window: Window): Promise<boolean> {
  return copyText(window, window.location.href)
}
