import { describe, expect, it } from 'vitest'
import { bytesUntil, scriptBytes, type Transfer } from '../../bench/traffic.mjs'

describe('what came over the wire', () => {
  const transfers: readonly Transfer[] = [
    {
      url: 'http://127.0.0.1:1/',
      pieces: [{ atS: 1, bytes: 90 }],
      end: { atS: 1.1, bytes: 100 },
    },
    {
      url: 'http://127.0.0.1:1/assets/a.js?x=1',
      pieces: [
        { atS: 1.2, bytes: 400 },
        { atS: 2.2, bytes: 500 },
      ],
      end: { atS: 2.3, bytes: 1000 },
    },
    { url: 'http://127.0.0.1:1/data/manifest.json', pieces: [], end: null },
  ]

  it('by a moment is what had ended, with its head, and what was there of the rest', () => {
    expect(bytesUntil(transfers, 0.5)).toBe(0)
    expect(bytesUntil(transfers, 1.5)).toBe(500)
    expect(bytesUntil(transfers, 3)).toBe(1100)
  })

  it('as script is what is named so', () => {
    expect(scriptBytes(transfers)).toBe(1000)
  })
})
