/** The headers under which every page runs: `npm start`, preview and all browser tests. */

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue default',
]

/** The Content-Security-Policy. */
export const STRICT_POLICY = DIRECTIVES.join('; ')

const NO_FRAMES = "frame-ancestors 'none'"

/** Who may frame a panel here: pages of this site, and of this machine while somebody tries them. */
const LOCAL_HOSTS = "'self' http://localhost:* http://127.0.0.1:*"

/**
 * The policy of one address: panels are for other people's pages, everything else for nobody's.
 * @param {string} path of the address, starting with a slash
 */
export function policyOf(path) {
  const isPanel = /\/embed\/[^/]*\.html$/.test(path)
  return isPanel
    ? STRICT_POLICY.replace(NO_FRAMES, `frame-ancestors ${LOCAL_HOSTS}`)
    : STRICT_POLICY
}

/** Sent with every response, also with refusals. */
export const POLICY_HEADERS = Object.freeze({
  'Content-Security-Policy': STRICT_POLICY,
  'X-Content-Type-Options': 'nosniff',
})

/**
 * The policy that stands in the one file (`qinglan.html`), as far as a page may say it itself:
 * `frame-ancestors` only counts in a header. Nothing is fetched there, and nothing runs or dresses the
 * page but what the build put in, by its hash.
 * @param {{ scripts: readonly string[], styles: readonly string[] }} hashes
 */
export function filePolicy({ scripts, styles }) {
  const quoted = (/** @type {readonly string[]} */ hashes) =>
    hashes.map((hash) => `'${hash}'`).join(' ')
  return [
    "default-src 'none'",
    `script-src ${quoted(scripts)}`,
    `style-src ${quoted(styles)}`,
    'img-src data: blob:',
    'font-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types vue default',
  ].join('; ')
}
