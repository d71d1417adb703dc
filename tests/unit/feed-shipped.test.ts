import { describe, expect, it } from 'vitest'
import { takeShipped } from '../../src/feed/shipped.ts'

const FILE = { url: 'https://x.cn/assets/generation-1.json', integrity: 'sha256-abc' }

describe('the generation that a page was written from', () => {
  it('is asked for with its integrity, and cannot be changed afterwards', async () => {
    const asked: unknown[] = []
    const taken = await takeShipped(async (url, init) => {
      asked.push(url, init)
      return Response.json({ head: { seq: 3 }, series: [{ statements: [] }] })
    }, FILE)
    expect(asked).toEqual([FILE.url, { integrity: FILE.integrity }])
    expect(taken?.head.seq).toBe(3)
    expect(Object.isFrozen(taken?.series[0]?.statements)).toBe(true)
  })

  it.each([
    ['no server', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['no such file', () => Promise.resolve(new Response('not found', { status: 404 }))],
    ['a web page in its place', () => Promise.resolve(new Response('<!doctype html>'))],
  ])('is nothing where there is %s', async (_, fetch) => {
    expect(await takeShipped(fetch, FILE)).toBeNull()
  })
})
