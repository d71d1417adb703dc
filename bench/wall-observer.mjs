/**
 * Injected before any script of the wall: marks when a slide is made ready, when it comes to the
 * front, and when what it covers has gone; and notes the frames of its fade. A plain script.
 */

/**
 * @typedef {object} Change
 * @property {string} slide
 * @property {number} longestGapMs between two frames while it faded in
 *
 * @typedef {object} ChangeWindow
 * @property {Change[]} qinglanChanges
 */

{
  const observed = /** @type {Window & ChangeWindow} */ (/** @type {unknown} */ (window))
  observed.qinglanChanges = []
  /** Longer than styles/wall.css fades. */
  const FADE_MS = 800

  const watchFade = (/** @type {string} */ slide) => {
    const fromMs = performance.now()
    let lastMs = fromMs
    let longestGapMs = 0
    const frame = (/** @type {number} */ nowMs) => {
      longestGapMs = Math.max(longestGapMs, nowMs - lastMs)
      lastMs = Math.max(lastMs, nowMs)
      if (nowMs - fromMs < FADE_MS) requestAnimationFrame(frame)
      else observed.qinglanChanges.push({ slide, longestGapMs })
    }
    requestAnimationFrame(frame)
  }

  const nameOf = (/** @type {Node} */ node) =>
    node instanceof Element && node.matches('.layer')
      ? (node.querySelector('.slide')?.getAttribute('data-slide') ?? '')
      : null
  const mark = (/** @type {string} */ what, /** @type {string} */ slide) =>
    performance.mark(`slide-${what}:${slide}`)

  const note = (/** @type {MutationRecord} */ { type, target, addedNodes, removedNodes }) => {
    if (type === 'attributes') {
      const slide = nameOf(target)
      if (slide === null || !(/** @type {Element} */ (target).matches('.is-front'))) return
      mark('front', slide)
      watchFade(slide)
    }
    for (const node of addedNodes) if (nameOf(node) !== null) mark('ready', nameOf(node) ?? '')
    for (const node of removedNodes) if (nameOf(node) !== null) mark('gone', nameOf(node) ?? '')
  }
  document.addEventListener('DOMContentLoaded', () => {
    const options = { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] }
    new MutationObserver((changes) => changes.forEach(note)).observe(document.body, options)
  })
}
