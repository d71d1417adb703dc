/** Rules of `deploy/check` that need a certain day, clock or proxy; the others meet a real server. */
import { describe, expect, it } from 'vitest'
import { formatReport, judgeSite, readArguments } from '../../deploy/check-command.mjs'
import { planProbes } from '../../deploy/check-probes.mjs'
import { visitSite } from '../../deploy/check-visit.mjs'

const NOW = Date.parse('2026-11-25T04:00:00Z')

interface MadeUpSite {
  readonly manifest?: Readonly<Record<string, unknown>>
  readonly date?: string
  /** Seconds that a cache has held its answer. */
  readonly age?: string
  readonly base?: string
  readonly certificateEnd?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly location?: string
  readonly status?: number
}

const MANIFEST = {
  format: 'qinglan-manifest/1',
  seq: 7,
  written: '2026-11-20T10:00:00+08:00',
  catalog: { path: 'catalog.00000000.json', bytes: 1, sha256: '' },
  snapshots: [],
}

/** What the rules say of a site, made up down to its answers: rule → its faults in English. */
async function judge({
  manifest = MANIFEST,
  date = 'Wed, 25 Nov 2026 04:00:00 GMT',
  age,
  base = 'http://site.example/',
  certificateEnd,
  headers = {},
  location,
  status = 200,
}: MadeUpSite): Promise<ReadonlyMap<string, readonly string[]>> {
  const visit = await visitSite(base, {
    now: NOW,
    hosts: null,
    ask: async (address) => ({
      status: address.endsWith('/data') ? 301 : status,
      error: null,
      headers: { date, ...(age ? { age } : {}), ...(location ? { location } : {}), ...headers },
      body: Buffer.from(
        address.endsWith('manifest.json')
          ? JSON.stringify(manifest)
          : '<!doctype html><html data-seq="7">',
      ),
      arrived: NOW,
      certificateEnd: certificateEnd ?? null,
    }),
  })
  return new Map(judgeSite(visit).map(({ rule, faults }) => [rule, faults.map(({ en }) => en)]))
}

describe('what is internal', () => {
  it('is no part of a public site, and is told by the name of the data set', async () => {
    const dataset = 'jiaozuo-environment-internal'
    const told = await judge({ manifest: { ...MANIFEST, dataset } })
    expect(told.get('edition')).toEqual([`dataset: ${dataset}`])
    expect((await judge({})).get('edition')).toEqual([])
  })
})

describe('the age of the data', () => {
  it.each([
    ['2026-11-24', ['expired on 2026-11-24']],
    ['2026-11-25', []],
    [undefined, []],
  ])('with an end on %s is %j on 25 November', async (expires, faults) => {
    const verdicts = await judge({ manifest: { ...MANIFEST, expires } })
    expect(verdicts.get('manifest')).toEqual(faults)
  })

  it.each([
    ['2026-11-20T10:00:00+08:00', []],
    ['2026-06-01T10:00:00+08:00', ['no new data for 177 days']],
    ['2026-11-25T20:00:00+08:00', ['written in the future']],
  ])('written at %s is a word of warning: %j', async (written, faults) => {
    expect((await judge({ manifest: { ...MANIFEST, written } })).get('age')).toEqual(faults)
  })

  it.each([
    [6, ['seq 6, older than the pages (7)']],
    [7, []],
    [8, []],
    [0, ['seq: 0']],
    ['7', ['seq: 7']],
  ])('with number %j: %j', async (seq, faults) => {
    expect((await judge({ manifest: { ...MANIFEST, seq } })).get('manifest')).toEqual(faults)
  })
})

describe("the server's clock", () => {
  it.each([
    ['Wed, 25 Nov 2026 04:04:00 GMT', undefined, []],
    [
      'Wed, 25 Nov 2026 04:10:00 GMT',
      undefined,
      ['600 seconds off (Wed, 25 Nov 2026 04:10:00 GMT)'],
    ],
    [
      'Wed, 25 Nov 2026 03:00:00 GMT',
      undefined,
      ['-3600 seconds off (Wed, 25 Nov 2026 03:00:00 GMT)'],
    ],
    // An answer that a cache has held for an hour.
    ['Wed, 25 Nov 2026 03:00:00 GMT', '3600', []],
    ['nonsense', undefined, ['NaN seconds off (nonsense)']],
  ])('at %s, held for %s s: %j', async (date, age, faults) => {
    expect((await judge({ date, ...(age ? { age } : {}) })).get('clock')).toEqual(faults)
  })
})

describe('https', () => {
  it('is asked for where it is not there, without what only it can have', async () => {
    const verdicts = await judge({})
    expect(verdicts.get('https')).toEqual(['http://site.example/'])
    for (const rule of ['strict-transport', 'over-http', 'opener'])
      expect(verdicts.has(rule)).toBe(false)
  })

  it.each([
    ['Dec  1 00:00:00 2026 GMT', ['the certificate ends in 5 days']],
    ['Mar  1 00:00:00 2027 GMT', []],
  ])('with a certificate until %s: %j', async (certificateEnd, faults) => {
    const verdicts = await judge({ base: 'https://site.example/', certificateEnd })
    expect(verdicts.get('https')).toEqual(faults)
    expect(verdicts.get('strict-transport')).toEqual(['none is sent'])
  })

  it('is where http leads', async () => {
    const base = 'https://site.example/'
    expect((await judge({ base })).get('over-http')).toEqual(['http:// → 200'])
    const led = await judge({ base, location: 'https://site.example/' })
    expect(led.get('over-http')).toEqual([])
  })
})

describe('redirects', () => {
  it.each([
    ['/data/', []],
    ['http://site.example/data/', []],
    ['http://site.example:8080/data/', ['Location: http://site.example:8080/data/']],
    ['http://10.0.0.7/data/', ['Location: http://10.0.0.7/data/']],
    ['http://:80/', ['Location: http://:80/']],
  ])('to %s: %j', async (location, faults) => {
    expect((await judge({ location })).get('redirect')).toEqual(faults)
  })
})

describe('what may be framed', () => {
  it.each([
    ["'self' https://www.example.gov.cn", []],
    ["'self' https://*.example.gov.cn", []],
    ["'none'", ["'none': nobody may frame it"]],
    ['*', ['*: anybody may frame it']],
    ['https:', ['https:: anybody may frame it']],
    ['https://*', ['https://*: anybody may frame it']],
    ["'self' *.cn", ['*.cn: anybody may frame it']],
  ])('by %s: %j', async (framers, faults) => {
    const policy = { 'content-security-policy': `frame-ancestors ${framers}` }
    const found = (await judge({ headers: policy })).get('embed-framing') ?? []
    expect([...new Set(found)]).toEqual(faults)
  })
})

describe('a method that is answered', () => {
  it('is named with its status', async () => {
    expect((await judge({})).get('method')).toEqual(['200'])
  })
})

describe('the words of the command', () => {
  it.each([
    ['https://a.example/qinglan', 'https://a.example/qinglan/'],
    ['https://a.example/qinglan/index.html', 'https://a.example/qinglan/'],
    ['http://10.0.0.7:8080/?v=2021-01-01#/x', 'http://10.0.0.7:8080/'],
  ])('%s means %s', (word, base) => {
    expect(readArguments([word])).toEqual({
      base,
      hosts: null,
      lang: 'zh',
      isInternal: false,
    })
  })

  it('take hosts as origins, a language, and that what is internal is meant to be there', () => {
    const words = [
      'http://a.example',
      '--hosts',
      'https://b.example/x,https://*.c.example',
      '--lang',
      'en',
      '--internal',
    ]
    expect(readArguments(words)).toEqual({
      base: 'http://a.example/',
      hosts: ['https://b.example', 'https://*.c.example'],
      lang: 'en',
      isInternal: true,
    })
  })

  it.each([
    [[]],
    [['a.example']],
    [['ftp://a.example']],
    [['http://a.example', '--what']],
    [['http://a.example', '--hosts', 'x']],
  ])('that mean nothing are answered with the usage: %j', (words) => {
    expect(readArguments(words)).toHaveProperty('usage')
  })
})

describe('the report', () => {
  it('shows three places of a slip and how many more, in both languages', () => {
    const faults = Array.from({ length: 5 }, (_, index) => ({
      at: `f${index}`,
      zh: '没有',
      en: 'none',
    }))
    const verdict = { rule: 'types', faults, weight: 'failed', seen: 2 } as const
    const [zh, en] = [formatReport([verdict], 'zh'), formatReport([verdict], 'en')]
    expect(zh).toMatch(
      /^未通过 {2}文件类型与编码\n {10}f0 {2}没有\n.*\n {10}f2 {2}没有\n {10}另有 2 处\n {10}改法:/,
    )
    expect(en).toContain('2 more\n')
    expect(zh.split('\n').pop()).toBe('0 项通过,1 项未通过,0 项提醒')
  })
})

describe('what is asked', () => {
  it('is found in the front page: an indicator, a script, a sheet, a font', () => {
    const html =
      '<a href="indicators/pm10.html"><script src="./assets/index-Ab3_-xYz.js"></script>' +
      '<link href="./assets/a-12345678.css"><link href="./assets/f-12345678.woff2">'
    const written = { html, embedHtml: '', panelScript: '', hashedData: [] }
    const paths = planProbes(written).map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'embed/pm10.html',
        'assets/index-Ab3_-xYz.js',
        'assets/a-12345678.css',
        'assets/f-12345678.woff2',
      ]),
    )
  })

  it('is found in a panel: its script and its sheet, once each, to be kept and open to all', () => {
    const probes = planProbes({
      html: '',
      embedHtml:
        '<script src="../embed/assets/frame-Ab3_-xYz.js"></script><link href="../embed/assets/s-12345678.css">',
      panelScript:
        'import"./embed/assets/frame-Ab3_-xYz.js";new URL(`embed/assets/s-12345678.css`)',
      hashedData: [],
    })
    expect(probes.filter(({ path }) => path.startsWith('embed/assets/'))).toEqual([
      {
        path: 'embed/assets/frame-Ab3_-xYz.js',
        kind: 'public',
        caching: 'kept',
        type: 'text/javascript',
      },
      { path: 'embed/assets/s-12345678.css', kind: 'public', caching: 'kept', type: 'text/css' },
    ])
  })
})
