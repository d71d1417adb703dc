/** Runs in the page: what of the slide in front does not fit, or is too small to be read from six metres. */

export interface WallFit {
  /** One line per fault, as "what: whose words". */
  readonly faults: readonly string[]
  /** Canvas px of the lead figure; null on slides that have none. */
  readonly leadPx: number | null
  readonly panels: number
  /** How many pieces of text were looked at. */
  readonly texts: number
}

export function measureWall(): WallFit {
  const SMALLEST = 28
  const wall = document.querySelector<HTMLElement>('.wall')
  const slide = document.querySelector<HTMLElement>('.layer.is-front .slide')
  if (!wall || !slide) throw new Error('no slide')
  const unit = Number.parseFloat(wall.style.getPropertyValue('--u'))
  const slack = 2 * unit + 1
  const faults: string[] = []

  interface Piece {
    readonly words: string
    readonly owner: Element
    readonly sizePx: number
    /** Where its ink can be: the em box, without the font's own room above and below it. */
    readonly box: DOMRect
  }

  function inkOf(rect: DOMRect, sizePx: number, share: number): DOMRect {
    const height = Math.min(rect.height, sizePx * share)
    return new DOMRect(rect.x, rect.y + (rect.height - height) / 2, rect.width, height)
  }

  /** On a phone the slide's title gives way to a notice, with three dots; on a wall never. */
  function givesWay(element: Element): boolean {
    return innerWidth < 480 && element.matches('.wall-title')
  }

  function piecesOf(node: Text): Piece[] {
    const owner = node.parentElement
    const words = (node.textContent ?? '').trim()
    if (!owner || words === '' || owner.closest('svg') || givesWay(owner)) return []
    const { fontSize, visibility } = getComputedStyle(owner)
    if (visibility !== 'visible') return []
    const sizePx = Number.parseFloat(fontSize)
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()]
      .filter(({ width }) => width > 0)
      .map((rect) => ({ words, owner, sizePx, box: inkOf(rect, sizePx, 0.86) }))
  }

  function drawnPieceOf(text: SVGTextElement): Piece[] {
    const words = (text.textContent ?? '').trim()
    if (words === '') return []
    const scale = text.getScreenCTM()?.a ?? 1
    const sizePx = Number.parseFloat(getComputedStyle(text).fontSize) * scale
    return [{ words, owner: text, sizePx, box: inkOf(text.getBoundingClientRect(), sizePx, 0.78) }]
  }

  const pieces: Piece[] = []
  for (const root of [slide, ...wall.querySelectorAll('.wall-header, .wall-ticks')]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) pieces.push(...piecesOf(walker.currentNode as Text))
    for (const text of root.querySelectorAll('svg text')) {
      pieces.push(...drawnPieceOf(text as SVGTextElement))
    }
  }

  const name = ({ words }: Piece) => `“${words.slice(0, 24)}”`
  function overBy(box: DOMRect, frame: DOMRect): number {
    return Math.max(
      frame.left - box.left,
      box.right - frame.right,
      frame.top - box.top,
      box.bottom - frame.bottom,
    )
  }
  const canvasPx = (px: number) => Math.round(px / unit)

  // Sizes, signs before words included.
  for (const piece of pieces) {
    if (piece.sizePx / unit < SMALLEST - 0.1)
      faults.push(`${(piece.sizePx / unit).toFixed(1)} px small: ${name(piece)}`)
  }
  for (const element of [
    slide,
    ...wall.querySelectorAll('.wall-header, .layer.is-front, .wall-header *, .layer.is-front *'),
  ]) {
    for (const place of ['::before', '::after']) {
      const { content, fontSize } = getComputedStyle(element, place)
      const isSign = content !== 'none' && content !== 'normal' && content !== '""'
      if (isSign && Number.parseFloat(fontSize) / unit < SMALLEST - 0.1)
        faults.push(
          `${(Number.parseFloat(fontSize) / unit).toFixed(1)} px small sign: ${content} of ${element.className}`,
        )
    }
  }

  // Inside the window, inside the slide, inside what it belongs to, and above the line of sources.
  const screen = new DOMRect(0, 0, innerWidth, innerHeight)
  const slideBox = slide.getBoundingClientRect()
  const source = slide.querySelector('.slide-source')
  const main = slide.querySelector('.slide-main')
  for (const piece of pieces) {
    const frames: [string, DOMRect][] = [['window', screen]]
    if (slide.contains(piece.owner)) frames.push(['slide', slideBox])
    if (main?.contains(piece.owner)) {
      if (source) {
        const { top } = source.getBoundingClientRect()
        frames.push(['sources', new DOMRect(0, 0, innerWidth, top)])
      }
      const home = piece.owner.closest('.slide-row, .slide-panel, .slide-latest, .slide-under > *')
      if (home) frames.push([home.className, home.getBoundingClientRect()])
      const picture = piece.owner.closest('.slide-chart')
      if (picture) frames.push(['picture', picture.getBoundingClientRect()])
    }
    for (const [what, frame] of frames) {
      const over = overBy(piece.box, frame)
      if (over > slack) faults.push(`outside ${what} by ${canvasPx(over)}: ${name(piece)}`)
    }
  }

  // Boxes that cut what is in them.
  for (const element of wall.querySelectorAll<HTMLElement>(
    '.wall-header, .wall-header *, .layer.is-front, .layer.is-front *',
  )) {
    const { overflowX, overflowY } = getComputedStyle(element)
    const cutsX = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
    const cutsY = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + slack
    if (!givesWay(element) && (cutsX || cutsY))
      faults.push(`cut: ${element.className} “${(element.textContent ?? '').slice(0, 24)}”`)
  }

  // No words over others.
  for (const [i, a] of pieces.entries()) {
    for (const b of pieces.slice(i + 1)) {
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      if (width > slack && height > slack)
        faults.push(
          `over each other by ${canvasPx(width)}×${canvasPx(height)}: ${name(a)} ${name(b)}`,
        )
    }
  }

  // Rows and panels beside each other.
  const boxes = [...slide.querySelectorAll('.slide-row, .slide-panel, .slide-left, .slide-source')]
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const [x, y] = [a.getBoundingClientRect(), b.getBoundingClientRect()]
      const width = Math.min(x.right, y.right) - Math.max(x.left, y.left)
      const height = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top)
      if (width > slack && height > slack)
        faults.push(
          `boxes over each other by ${canvasPx(height)}: ${a.className} ${a.getAttribute('data-panel')}, ${b.className}`,
        )
    }
  }

  const lead = slide.querySelector(
    '.slide-panel.is-lead .figure-number, .slide-panel.is-lead .slide-done b',
  )
  return {
    faults: [...new Set(faults)],
    leadPx: lead ? Math.round(Number.parseFloat(getComputedStyle(lead).fontSize) / unit) : null,
    panels: slide.querySelectorAll('.slide-panel').length,
    texts: pieces.length,
  }
}
