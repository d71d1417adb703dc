/**
 * A plugin of the embeds' build: takes two habits out of libraries that a guest in a page with enforced
 * Trusted Types cannot keep, because that page's policy allows no policy of ours (tried in Chromium).
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

/** @returns {import('vite').Plugin} */
export function guestCode() {
  /** @type {Set<string>} */
  const changed = new Set()
  return {
    name: 'qinglan-guest-code',
    apply: 'build',
    transform(code, id) {
      const changes = CHANGES.filter(([path]) => id.endsWith(path))
      if (changes.length === 0) return null
      let text = code
      for (const [path, from, to] of changes) {
        if (!text.includes(from)) throw new Error(`${path} no longer has ${from}`)
        text = text.replace(from, to)
        changed.add(from)
      }
      return { code: text, map: null }
    },
    buildEnd(error) {
      const missed = CHANGES.filter(([, from]) => !changed.has(from))
      if (!error && missed.length > 0) throw new Error(`never seen: ${missed.join('; ')}`)
    },
  }
}
