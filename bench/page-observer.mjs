/**
 * Injected before any script of a page: notes when all figures and the charts of the first view can
 * be seen, and when the page says that all of it responds. A plain script: it imports nothing.
 */

/**
 * @typedef {object} Seen
 * @property {number} atMs since the start of the navigation, at the first frame after the painting
 * @property {string[]} figures as they read, without spaces
 * @property {string[]} charts of the first view
 *
 * @typedef {object} ObservedWindow
 * @property {number} qinglanFigures how many figures the overview has
 * @property {Promise<Seen>} qinglanSeen
 * @property {Promise<number>} qinglanInteractive ms since the start of the navigation
 */

{
  const observed = /** @type {Window & ObservedWindow} */ (/** @type {unknown} */ (window))
  /** Less than this is an empty frame. */
  const FEWEST_GRAPHICS = 5
  const GRAPHICS = 'path, rect, circle, line, polyline, polygon, ellipse, text'

  /** @param {Element} element */
  const hasSize = (element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0
  }

  /** @param {Element} element */
  const isVisible = (element) =>
    hasSize(element) && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })

  /** @param {Element} svg */
  const isDrawn = (svg) =>
    svg.querySelectorAll(GRAPHICS).length >= FEWEST_GRAPHICS && isVisible(svg)

  const firstStages = () =>
    [...document.querySelectorAll('.chart-stage')].filter((stage) => {
      const { top, bottom } = stage.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })

  /**
   * What asks for a layout comes last, so that looking costs next to nothing before all is there.
   * @returns {Omit<Seen, 'atMs'> | null}
   */
  const look = () => {
    // A page paints while it is still being read: the last figure may be there only in part.
    if (document.readyState === 'loading') return null
    const figures = [...document.querySelectorAll('[data-figure]')]
    if (figures.length < observed.qinglanFigures) return null
    if (!document.querySelector('.chart-stage svg:not(.chart-strut)')) return null
    const stages = firstStages()
    const areDrawn = stages.every((stage) => [...stage.querySelectorAll('svg')].some(isDrawn))
    if (stages.length === 0 || !areDrawn || !figures.every(isVisible)) return null
    return {
      figures: figures.map((figure) => (figure.textContent ?? '').replace(/\s+/g, '')),
      charts: stages.map(
        (stage) => stage.closest('[data-panel]')?.getAttribute('data-panel') ?? '',
      ),
    }
  }

  // Once a frame, before it is painted: no frame comes before the sheets that hold back painting,
  // and at the start of the next one the painting is done.
  observed.qinglanSeen = new Promise((done) => {
    const beginFrame = () => {
      const seen = look()
      if (seen) requestAnimationFrame(() => done({ atMs: performance.now(), ...seen }))
      else requestAnimationFrame(beginFrame)
    }
    requestAnimationFrame(beginFrame)
  })

  observed.qinglanInteractive = new Promise((done) => {
    new PerformanceObserver((marks) => {
      for (const { startTime } of marks.getEntriesByName('interactive')) done(startTime)
    }).observe({ type: 'mark', buffered: true })
  })
}
