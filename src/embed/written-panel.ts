/** A panel's own file, read from another page: its markup and its sheet, without a word of markup parsed. */

/** `XMLHttpRequest` gives a document even where the host's Trusted Types refuse to parse text (tried). */
export function readDocument(
  window: Window & typeof globalThis,
  url: string,
  signal: AbortSignal,
): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new window.XMLHttpRequest()
    request.open('GET', url)
    request.responseType = 'document'
    request.onload = () => {
      const isRead = request.status === 200
      resolve(isRead ? request.responseXML : null)
    }
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send()
  })
}

/**
 * Addresses of the panel's file in full: in another page they would lead elsewhere. `root` still stands
 * in its own document.
 */
export function absolutise(root: HTMLElement, fileUrl: string): void {
  for (const link of root.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    link.setAttribute('href', new URL(href, fileUrl).href)
  }
}

/**
 * The frame's sheet for a shadow root: tokens stand on the host element, and sizes go by 16 px, because
 * the page around may have any type at its root.
 */
export function sheetForShadow(text: string): string {
  return text
    .replace(/:root\b/g, ':host')
    .replace(/(\d*\.?\d+)rem\b/g, (_, size: string) => `${Number(size) * 16}px`)
}
