/** Messages from the page around: a closed list, and nothing that a host sends can throw. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostOrigin, isNamedOrigin, readHostRequest } from '../../src/embed/host-request.ts'

function thrower(): never {
  throw new Error('hostile')
}

describe('a request of the host', () => {
  it.each([
    [{ qinglan: 1, ask: 'height' }],
    [{ qinglan: 1, ask: 'theme', value: 'dark' }],
    [{ qinglan: 1, ask: 'lang', value: 'en' }],
    [{ qinglan: 1, ask: 'v', value: '2021-01-01' }],
    [{ qinglan: 1, ask: 'v', value: 'latest' }],
  ])('is taken where it is on the list: %j', (data) => {
    const { qinglan: _, ...request } = data
    expect(readHostRequest(data)).toEqual(request)
  })

  const inherited: unknown = Object.create({ qinglan: 1, ask: 'theme', value: 'dark' })
  const cyclic: Record<string, unknown> = { qinglan: 1, ask: 'theme' }
  cyclic['value'] = cyclic

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', '{"qinglan":1,"ask":"height"}'],
    ['a number', 1],
    ['a symbol', Symbol('qinglan')],
    ['a function', thrower],
    ['an array', [1, 'height']],
    ['an array with the fields', Object.assign([], { qinglan: 1, ask: 'height' })],
    ['a huge array', Array.from({ length: 10_000 })],
    ['a map', new Map([['qinglan', 1]])],
    ['bytes', new Uint8Array(1_000_000)],
    ['another version', { qinglan: 2, ask: 'height' }],
    ['the version as a text', { qinglan: '1', ask: 'height' }],
    ['no version', { ask: 'height' }],
    ['nothing asked', { qinglan: 1 }],
    ['what is not on the list', { qinglan: 1, ask: 'reload' }],
    ['a region: it is the host page that chooses it', { qinglan: 1, ask: 'region', value: '1' }],
    ['a theme that is none', { qinglan: 1, ask: 'theme', value: 'constructor' }],
    ['a theme as an object', { qinglan: 1, ask: 'theme', value: { toString: () => 'dark' } }],
    ['no theme', { qinglan: 1, ask: 'theme' }],
    ['a language that is none', { qinglan: 1, ask: 'lang', value: 'fr' }],
    ['a day that is none', { qinglan: 1, ask: 'v', value: '2021-13-01' }],
    ['a huge text', { qinglan: 1, ask: 'v', value: '1'.repeat(10_000_000) }],
    ['more than is asked for', { qinglan: 1, ask: 'height', value: 'dark' }],
    ['more fields', { qinglan: 1, ask: 'theme', value: 'dark', html: '<b>' }],
    ['inherited fields', inherited],
    ['itself in itself', cyclic],
    ['prototype keys', JSON.parse('{"__proto__":{"qinglan":1},"ask":"height"}')],
    [
      'a field that throws',
      Object.defineProperty({}, 'qinglan', { enumerable: true, get: thrower }),
    ],
    ['a proxy that throws at every step', new Proxy({}, { ownKeys: thrower, get: thrower })],
    ['a proxy that was revoked', revoked()],
  ])('is nothing where it is %s', (_, data) => {
    expect(readHostRequest(data)).toBeNull()
  })

  it('is never more than the list, whatever comes', () => {
    const asked = new Set([null, 'height', 'theme', 'lang', 'v'])
    const likely = fc.record(
      {
        qinglan: fc.oneof(fc.constant(1), fc.anything()),
        ask: fc.oneof(fc.constantFrom('height', 'theme', 'lang', 'v'), fc.anything()),
        value: fc.oneof(fc.constantFrom('dark', 'en', '2021-01-01'), fc.anything()),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(fc.anything(), likely), (data) =>
        asked.has(readHostRequest(data)?.ask ?? null),
      ),
    )
  })
})

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('the origin of the page around', () => {
  it.each([
    ['https://www.example.gov.cn', true],
    ['http://localhost:8080', true],
    ['null', false],
    ['*', false],
    ['', false],
    ['https://', false],
    ['https://a.example/path', false],
    ['file://', false],
    ['javascript:alert(1)', false],
  ])('can or cannot be named: %s', (origin, isNamed) => {
    expect(isNamedOrigin(origin)).toBe(isNamed)
  })

  it.each([
    [
      'the nearest of the ancestors',
      ['https://a.example', 'https://b.example'],
      '',
      'https://a.example',
    ],
    ['none in a sandbox, whatever the referrer says', ['null'], 'https://a.example/', null],
    ['the referrer, where no ancestors are told', [], 'https://a.example/x?y', 'https://a.example'],
    ['none without either', [], '', null],
    ['none where the referrer is no address', [], 'about:blank', null],
    ['none where the referrer is nonsense', [], ':::', null],
  ] as const)('is %s', (_, ancestors, referrer, origin) => {
    expect(hostOrigin(ancestors, referrer)).toBe(origin)
  })
})
