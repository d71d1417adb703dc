/**
 * Injected before any script of the wall, after the clock that is run by hand: runs the time, waits
 * for what is not under that clock (network, database, digests), and counts what no counter of the
 * browser tells. A plain script: it imports nothing.
 */

/**
 * @typedef {object} Journal
 * @property {number} fallen how often the generation shown was older than before
 * @property {number} blank steps at which no slide stood in front
 * @property {number} slides that came to the front
 * @property {string[]} violations of the policy
 * @property {number} objectUrls that nobody has revoked
 * @property {number} inVain how often all patience was not enough for what was on its way
 *
 * @typedef {object} Wish
 * @property {number} spanMs
 * @property {number} patience how many short rests what is on its way is waited for, in real time
 * @property {string | null} untilSlide ends as soon as this slide stands in front with none behind it
 *
 * @typedef {object} SoakClock
 * @property {(ms: number) => Promise<void>} runFor
 * @property {(ms: number) => void} setSystemTime
 *
 * @typedef {object} SoakWindow
 * @property {{ controller: SoakClock, builtins: Pick<Window, 'setTimeout'> }} __pwClock
 *   playwright's own: through its public face each step would be kept for the next reload
 * @property {{ run: (wish: Wish) => Promise<boolean>, journal: Journal }} soak
 * @property {number} soakSeed
 */

{
  const soaked = /** @type {Window & SoakWindow} */ (/** @type {unknown} */ (window))
  const { controller, builtins } = soaked.__pwClock
  /**
   * Shorter than the wall waits for an answer (10 s, feed/take-file.ts): what is asked within a step is
   * answered after it.
   */
  const STEP_MS = 9000
  const NAME = 'soak'

  /** @returns {{ nowMs: number, seq: number, journal: Journal } | null} */
  const readSaved = () => {
    try {
      return JSON.parse(sessionStorage.getItem(NAME) ?? 'null')
    } catch {
      return null // about:blank has no storage
    }
  }
  const saved = readSaved()
  // A new document begins with the clock's first day.
  if (saved) controller.setSystemTime(saved.nowMs)

  /** @type {Journal} */
  const journal = {
    fallen: 0,
    blank: 0,
    slides: 0,
    violations: [],
    inVain: 0,
    ...saved?.journal,
    objectUrls: 0,
  }
  let seq = saved?.seq ?? 0
  let pending = 0
  let asked = 0
  /** What was waited for in vain is not waited for again: of so many that are pending. */
  let hopeless = 0

  addEventListener('pagehide', () => {
    sessionStorage.setItem(NAME, JSON.stringify({ nowMs: Date.now(), seq, journal }))
  })
  document.addEventListener('securitypolicyviolation', (event) => {
    journal.violations.push(`${event.effectiveDirective} ${event.blockedURI}`)
  })

  // The same numbers for the same seed: the wall draws its jitter from here.
  let state = soaked.soakSeed
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** @param {PromiseLike<unknown>} work */
  const watch = (work) => {
    pending += 1
    asked += 1
    const end = () => void (pending -= 1)
    work.then(end, end)
  }
  /**
   * @param {object} owner
   * @param {string} name of a method
   * @param {(result: any) => PromiseLike<unknown>} workOf what it has begun
   */
  const watchMethod = (owner, name, workOf) => {
    const own = Reflect.get(owner, name)
    const watched = {
      /**
       * @this {unknown}
       * @param {unknown[]} words
       */
      run(...words) {
        const result = Reflect.apply(own, this, words)
        watch(workOf(result))
        return result
      },
    }
    Reflect.set(owner, name, watched.run)
  }
  /** @param {readonly string[]} ends */
  const untilOneOf = (ends) => (/** @type {EventTarget} */ target) =>
    new Promise((resolve) => {
      for (const end of ends) target.addEventListener(end, resolve)
    })
  const itself = (/** @type {Promise<unknown>} */ promise) => promise
  watchMethod(window, 'fetch', itself)
  watchMethod(ReadableStreamDefaultReader.prototype, 'read', itself)
  if (window.crypto.subtle) watchMethod(SubtleCrypto.prototype, 'digest', itself)
  watchMethod(IDBFactory.prototype, 'open', untilOneOf(['success', 'error', 'blocked']))
  watchMethod(IDBDatabase.prototype, 'transaction', untilOneOf(['complete', 'error', 'abort']))
  const { createObjectURL, revokeObjectURL } = URL
  URL.createObjectURL = (object) => {
    journal.objectUrls += 1
    return createObjectURL(object)
  }
  URL.revokeObjectURL = (url) => {
    journal.objectUrls -= 1
    revokeObjectURL(url)
  }

  const rest = () => new Promise((resolve) => builtins.setTimeout(resolve, 1))
  const { port1, port2 } = new MessageChannel()
  /** The shortest turn there is: a timer would be held up by milliseconds. */
  const turn = () =>
    new Promise((resolve) => {
      port1.onmessage = resolve
      port2.postMessage(null)
    })
  /** Until nothing is on its way, and nothing has been begun for some turns. */
  const settle = async (/** @type {number} */ rests) => {
    let quiet = 0
    for (let rested = 0; quiet < 5 && rested < rests;) {
      const before = asked
      hopeless = Math.min(hopeless, pending)
      if (pending > hopeless) {
        rested += 1
        await rest()
      } else await turn()
      quiet = pending <= hopeless && asked === before ? quiet + 1 : 0
    }
    if (quiet === 5) return
    hopeless = pending
    journal.inVain += 1
  }

  /** @type {Element | null} */
  let front = null
  const note = () => {
    const now = document.querySelector('.layer.is-front .slide')
    if (now !== front && now) journal.slides += 1
    if (!now) journal.blank += 1
    front = now
    const shown = Number(document.documentElement.dataset['seq'])
    if (shown < seq) journal.fallen += 1
    seq = Math.max(seq, shown)
  }
  const isAlone = (/** @type {string} */ slide) =>
    front?.getAttribute('data-slide') === slide && document.querySelectorAll('.layer').length === 1

  soaked.soak = {
    journal,
    /** False where `untilSlide` was not met within the span. */
    async run({ spanMs, patience, untilSlide }) {
      // The server may have been mended since.
      hopeless = 0
      for (let ranMs = 0; ranMs < spanMs; ranMs += STEP_MS) {
        const before = asked
        await controller.runFor(Math.min(STEP_MS, spanMs - ranMs))
        if (asked !== before || pending > hopeless) await settle(patience)
        note()
        if (untilSlide !== null && isAlone(untilSlide)) return true
      }
      return untilSlide === null
    },
  }
}
