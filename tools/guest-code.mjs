/**
 * A plugin of the embeds' build: takes habits out of libraries that a guest cannot keep. A page with
 * enforced Trusted Types allows no policy of ours (tried in Chromium), and what old browsers lack may
 * not be filled in there as in our own pages, because `Object` belongs to the page.
 */

/**
 * Part of a module's path, what stands there, what stands there instead. A library that has changed
 * its shape stops the build.
 */
const CHANGES = /** @type {const} */ ([
  // Emptying an element by markup is refused; `textContent` does the same without.
  ['/zrender/lib/svg/Painter.js', "this.root.innerHTML = '';", "this.root.textContent = '';"],
  [
    '/zrender/lib/svg/Painter.js',
    'this._svgDom.innerHTML = null;',
    'this._svgDom.textContent = null;',
  ],
  // Vue asks for a policy named `vue` as soon as it loads, and the page around reports a violation.
  // Panels hand Vue no markup, so they need none.
  [
    '/@vue/runtime-dom/dist/runtime-dom.esm-bundler.js',
    'typeof window !== "undefined" && window.trustedTypes',
    'false',
  ],
])

/** Came with Chromium 93; vue-echarts and @noble/hashes call it. */
const NEW_CALL = 'Object.hasOwn('
const OLD_CALL = 'Object.prototype.hasOwnProperty.call('

/**
 * @param {string} code
 * @param {string} id of the module
 */
function guestText(code, id) {
  let text = code.replaceAll(NEW_CALL, OLD_CALL)
  /** @type {string[]} */
  const taken = []
  for (const [path, from, to] of CHANGES) {
    if (!id.endsWith(path)) continue
    if (!text.includes(from)) throw new Error(`${path} no longer has ${from}`)
    text = text.replace(from, to)
    taken.push(from)
  }
  return { text, taken }
}

/** @returns {import('vite').Plugin} */
export function guestCode() {
  /** @type {Set<string>} */
  const changed = new Set()
  return {
    name: 'qinglan-guest-code',
    apply: 'build',
    transform(code, id) {
      const { text, taken } = guestText(code, id)
      for (const each of taken) changed.add(each)
      return text === code ? null : { code: text, map: null }
    },
    buildEnd(error) {
      const missed = CHANGES.filter(([, from]) => !changed.has(from))
      if (!error && missed.length > 0) throw new Error(`never seen: ${missed.join('; ')}`)
    },
  }
}
