import { expect, it } from 'vitest'
import { STRICT_POLICY } from '../../tools/policy.mjs'

it('the policy allows this site and nothing else, and no text as script', () => {
  expect(STRICT_POLICY).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
      "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types vue default",
  )
})
