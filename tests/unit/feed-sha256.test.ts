import { createHash, webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSha256 } from '../../src/feed/sha256.ts'

describe('SHA-256', () => {
  const own = createSha256(undefined)
  const browsers = createSha256(webcrypto.subtle)

  it('is that of FIPS 180-2 for "abc"', async () => {
    const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    const bytes = new Uint8Array([0x61, 0x62, 0x63])
    expect(await own(bytes)).toBe(expected)
    expect(await browsers(bytes)).toBe(expected)
  })

  it('is the same with and without crypto.subtle', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (found) => {
        const bytes = new Uint8Array(found)
        const expected = createHash('sha256').update(bytes).digest('hex')
        expect(await own(bytes)).toBe(expected)
        expect(await browsers(bytes)).toBe(expected)
      }),
    )
  })
})
