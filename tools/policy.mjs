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

/** Sent with every response, also with refusals. */
export const POLICY_HEADERS = Object.freeze({
  'Content-Security-Policy': STRICT_POLICY,
  'X-Content-Type-Options': 'nosniff',
})
