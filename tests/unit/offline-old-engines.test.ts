import { afterEach, describe, expect, it, vi } from 'vitest'

const original = Object.getOwnPropertyDescriptor(Object, 'hasOwn')

afterEach(() => {
  vi.resetModules()
  if (original) Object.defineProperty(Object, 'hasOwn', original)
})

describe('an engine of Chromium 90', () => {
  it('gets Object.hasOwn, which tells own keys from inherited ones', async () => {
    Reflect.deleteProperty(Object, 'hasOwn')
    await import('../../src/offline/old-engines.ts')
    const hasOwn: unknown = Reflect.get(Object, 'hasOwn')
    if (typeof hasOwn !== 'function') throw new Error('Object.hasOwn is missing')
    expect(hasOwn({ a: 1 }, 'a')).toBe(true)
    expect(hasOwn({ a: 1 }, 'toString')).toBe(false)
    expect(Object.keys(Object)).toEqual([])
  })

  it('keeps its own where it has one', async () => {
    await import('../../src/offline/old-engines.ts')
    expect(Object.getOwnPropertyDescriptor(Object, 'hasOwn')).toEqual(original)
  })
})
