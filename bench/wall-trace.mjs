/** Tasks of the page's main thread during the changes of slides, from the browser's own trace. */

/**
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {string} cat
 * @property {string} ph
 * @property {number} ts µs
 * @property {number} [dur] µs
 * @property {number} [tdur] µs of the processor
 * @property {number} pid
 * @property {number} tid
 *
 * @typedef {object} Change
 * @property {string} slide
 * @property {number} longestMs
 * @property {number} longestCpuMs the same as the processor saw it, whatever else the machine did
 */

const CATEGORIES = ['toplevel', 'blink.user_timing']

/**
 * @param {import('playwright-core').CDPSession} devtools of the browser's target
 * @param {() => Promise<void>} work
 * @returns {Promise<TraceEvent[]>}
 */
export async function trace(devtools, work) {
  /** @type {TraceEvent[]} */
  const events = []
  devtools.on('Tracing.dataCollected', ({ value }) => {
    events.push(.../** @type {TraceEvent[]} */ (/** @type {unknown} */ (value)))
  })
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, recordMode: 'recordUntilFull' },
  })
  await work()
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await complete
  return events
}

/**
 * From the making of a slide to the going of the one before it; every task that touches this span
 * belongs to the change.
 * @param {readonly TraceEvent[]} events
 * @returns {Change[]}
 */
export function changesIn(events) {
  const marks = events
    .filter(({ name, cat }) => cat.includes('blink.user_timing') && name.startsWith('slide-'))
    .sort((a, b) => a.ts - b.ts)
  return marks.flatMap((ready, at) => {
    if (!ready.name.startsWith('slide-ready:')) return []
    const gone = marks.slice(at).find(({ name }) => name.startsWith('slide-gone:'))
    if (!gone) return []
    const tasks = events.filter(
      ({ name, ph, pid, tid, ts, dur = 0 }) =>
        name === 'ThreadControllerImpl::RunTask' &&
        ph === 'X' &&
        pid === ready.pid &&
        tid === ready.tid &&
        ts <= gone.ts &&
        ts + dur >= ready.ts,
    )
    const longest = (/** @type {'dur' | 'tdur'} */ kind) =>
      Math.max(0, ...tasks.map((task) => task[kind] ?? 0)) / 1000
    const slide = ready.name.slice('slide-ready:'.length)
    return [{ slide, longestMs: longest('dur'), longestCpuMs: longest('tdur') }]
  })
}
