/** Whether what was sampled is steady: one line for each criterion, with its value and limit. */

/**
 * @typedef {import('./soak-sample.mjs').Sample} Sample
 *
 * @typedef {object} Outcome of one part of the soak
 * @property {readonly Sample[]} samples
 * @property {readonly string[]} pageErrors
 * @property {readonly string[]} violations of the policy
 * @property {number} reloadsInAnHour at most
 * @property {number} fallen how often the generation went back
 * @property {number} blank steps without a slide
 * @property {readonly string[]} unrecovered faults that were not over a minute after their end
 * @property {readonly string[]} differences from a page that was loaded at the end
 *
 * @typedef {object} Verdict
 * @property {string} name
 * @property {string} value
 * @property {string} limit
 * @property {boolean} isMet
 */

/** Of samples, the first third is warm-up. */
const WARM_FROM = 1 / 3
const SLIDES_PER_SLOPE = 240
const MOST_SLOPE_MB = 0.05
const MOST_HEAP_MB = 3
const MOST_EMBEDDER_MB = 2
const MOST_BACKING_MB = 1
const MOST_CANVAS_MP = 35
const SLACK = 2
const MOST_RELOADS = 3
const MOST_RELEASES = 2

/**
 * The middle of the slopes between all pairs: one sample that is off does not move it.
 * @param {readonly (readonly [x: number, y: number])[]} points
 */
export function theilSen(points) {
  const slopes = points
    .flatMap(([x1, y1], at) => points.slice(at + 1).map(([x2, y2]) => (y2 - y1) / (x2 - x1)))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const middle = slopes.length / 2
  if (slopes.length === 0) return 0
  const [low, high] = [slopes[Math.ceil(middle) - 1] ?? 0, slopes[Math.floor(middle)] ?? 0]
  return (low + high) / 2
}

/** @param {readonly Sample[]} samples */
function warm(samples) {
  return samples.slice(Math.floor(samples.length * WARM_FROM))
}

/**
 * MB of script heap for 240 slides.
 * @param {readonly Sample[]} samples
 */
export function heapSlope(samples) {
  return theilSen(warm(samples).map(({ slides, heapMB }) => [slides, heapMB])) * SLIDES_PER_SLOPE
}

/**
 * How far the samples rise above the first warm one.
 * @param {readonly Sample[]} samples
 * @param {(sample: Sample) => number} read
 */
function rise(samples, read) {
  const values = warm(samples).map(read)
  return Math.max(...values) - (values[0] ?? 0)
}

/**
 * From the first warm sample to the last.
 * @param {readonly Sample[]} samples
 * @param {(sample: Sample) => number} read
 */
function drift(samples, read) {
  const values = warm(samples).map(read)
  return (values[values.length - 1] ?? 0) - (values[0] ?? 0)
}

/**
 * @param {string} name
 * @param {number} value
 * @param {number} limit
 * @param {string} [unit]
 * @returns {Verdict}
 */
function atMost(name, value, limit, unit = '') {
  const digits = unit === ' MB' ? 3 : 0
  return {
    name,
    value: `${value.toFixed(digits)}${unit}`,
    limit: `≤ ${limit}${unit}`,
    isMet: value <= limit,
  }
}

/**
 * @param {string} name
 * @param {readonly string[]} found
 * @returns {Verdict}
 */
function none(name, found) {
  const [first] = found
  const value = first === undefined ? '0' : `${found.length}: ${first.slice(0, 120)}`
  return { name, value, limit: '0', isMet: found.length === 0 }
}

/** @param {readonly Sample[]} samples */
function judgeMemory(samples) {
  return [
    atMost('heap slope', heapSlope(samples), MOST_SLOPE_MB, ' MB'),
    atMost(
      'heap above warm',
      rise(samples, ({ heapMB }) => heapMB),
      MOST_HEAP_MB,
      ' MB',
    ),
    atMost(
      'embedder heap',
      rise(samples, ({ embedderMB }) => embedderMB),
      MOST_EMBEDDER_MB,
      ' MB',
    ),
    atMost(
      'backing stores',
      rise(samples, ({ backingMB }) => backingMB),
      MOST_BACKING_MB,
      ' MB',
    ),
    atMost('canvas', Math.max(...samples.map(({ canvasMP }) => canvasMP)), MOST_CANVAS_MP, ' MP'),
    atMost('DOM nodes', Math.abs(drift(samples, ({ nodes }) => nodes)), SLACK),
    atMost('listeners', Math.abs(drift(samples, ({ listeners }) => listeners)), SLACK),
    atMost(
      'object URLs',
      rise(samples, ({ objectUrls }) => objectUrls),
      0,
    ),
  ]
}

/** @param {readonly Sample[]} samples */
function judgeCharts(samples) {
  const stray = samples.map(({ alive, mounted }) => Math.abs(alive - mounted))
  const mounted = Math.min(...samples.map((sample) => sample.mounted))
  return [
    atMost('ECharts instances', Math.max(...stray), 0),
    // Where none is mounted nothing has been looked at.
    { name: 'charts mounted', value: String(mounted), limit: '≥ 1', isMet: mounted >= 1 },
  ]
}

/** @param {Sample} sample */
function misfits({ rows, databases, listedPublications, cachedFiles }) {
  const found = []
  if (databases !== 1) found.push(`${databases} databases`)
  if (rows.heads !== 1) found.push(`${rows.heads} heads`)
  if (rows.publications !== listedPublications) {
    found.push(`${rows.publications} publications of ${listedPublications}`)
  }
  // The manifest and the catalogue come on top.
  if (cachedFiles > listedPublications + 2) found.push(`${cachedFiles} cached files`)
  return found
}

/** @param {readonly Sample[]} samples */
function judgeStores(samples) {
  return [
    none('store and cache rows', samples.flatMap(misfits)),
    atMost(
      'series rows',
      drift(samples, ({ rows }) => rows.series),
      0,
    ),
    atMost('releases cached', Math.max(...samples.map((each) => each.caches)), MOST_RELEASES),
  ]
}

/**
 * @param {Outcome} outcome
 * @returns {readonly Verdict[]}
 */
export function judge({ samples, ...told }) {
  return [
    ...judgeCharts(samples),
    ...judgeMemory(samples),
    ...judgeStores(samples),
    none('page errors', told.pageErrors),
    none('policy violations', told.violations),
    atMost('reloads in an hour', told.reloadsInAnHour, MOST_RELOADS),
    atMost('steps without a slide', told.blank, 0),
    atMost('generation went back', told.fallen, 0),
    none('not well a minute after a fault', told.unrecovered),
    none('differs from a fresh load', told.differences),
  ]
}
