/**
 * The picture that stands while the page is loaded anew: what the wall shows, kept as plain values,
 * and put up again by public/wall-curtain.js before the new page paints anything. Chromium shows an
 * empty ground in between otherwise (seen in 156: its paint holding ends with the first frame).
 */

/** An element as [name, namespace, attributes, style, children], a text as itself. */
export type CurtainNode =
  | string
  | readonly [
      name: string,
      namespace: string | null,
      attributes: readonly (readonly [string, string])[],
      style: string,
      children: readonly CurtainNode[],
    ]

/** Read by public/wall-curtain.js. */
export const CURTAIN_NAME = 'qinglan-wall-curtain'
const CURTAIN_ID = 'curtain'

/** What a reader hears or a test asks for belongs to the wall alone. */
const LEFT_OUT = /^(?:id|style|role|data-panel|data-state|data-figure)$|^aria-/

function hasStyle(element: Element): element is Element & ElementCSSInlineStyle {
  return 'style' in element
}

export function drawCurtain(element: Element): CurtainNode {
  const attributes = [...element.attributes]
    .filter(({ name }) => !LEFT_OUT.test(name))
    .map(({ name, value }) => [name, value] as const)
  const children = [...element.childNodes].flatMap((child): CurtainNode[] => {
    if (child instanceof Element) return [drawCurtain(child)]
    return child.nodeType === 3 ? [child.textContent ?? ''] : []
  })
  const style = hasStyle(element) ? element.style.cssText : ''
  return [element.localName, element.namespaceURI, attributes, style, children]
}

/** Right before a reload. Where nothing can be kept the new page comes without a curtain. */
export function keepCurtain(
  getStorage: () => Pick<Storage, 'setItem'> | undefined,
  element: Element | null,
): void {
  if (!element) return
  try {
    getStorage()?.setItem(CURTAIN_NAME, JSON.stringify(drawCurtain(element)))
  } catch {
    // Storage is refused here, or the picture is too large for it.
  }
}

/** Once the new page has painted. */
export function raiseCurtain(document: Pick<Document, 'getElementById'>): void {
  document.getElementById(CURTAIN_ID)?.remove()
}
