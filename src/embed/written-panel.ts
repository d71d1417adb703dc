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
 * First of all rules: what the page around sets on the element would be inherited, save its font, and
 * whether the element is seen and may be pointed at. Custom properties are no part of `all`.
 */
const SHADOW_RESET =
  ':host{display:block}' +
  '.embed-root{all:initial;direction:ltr;display:block;font-family:inherit;' +
  'visibility:inherit;pointer-events:inherit}'

/**
 * The frame's sheet for a shadow root: tokens stand on the panel's root, where no rule of the page
 * around reaches, and sizes go by 16 px, because that page may have any type at its own root.
 */
export function sheetForShadow(text: string): string {
  const fitted = text
    .replace(/:root\b/g, '.embed-root')
    .replace(/(\d*\.?\d+)rem\b/g, (_, size: string) => `${Number(size) * 16}px`)
  return SHADOW_RESET + fitted
}
