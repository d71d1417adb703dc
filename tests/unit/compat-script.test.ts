import { describe, expect, it } from 'vitest'
import { scanScript } from '../../tools/compat/script-features.mjs'
import { scanSyntax } from '../../tools/compat/syntax-features.mjs'

function featuresOf(script: string): string[] {
  return scanScript(script).map(({ feature, since }) => `${feature} ${since}`)
}

describe('a script that asks for more than Chromium 90 has', () => {
  it.each([
    ['structuredClone(x)', 'structuredClone Chromium 98'],
    ['self.structuredClone(x)', 'structuredClone Chromium 98'],
    ['reportError(x)', 'reportError Chromium 95'],
    ['AbortSignal.any([])', 'AbortSignal.any Chromium 116'],
    ['AbortSignal.timeout(9)', 'AbortSignal.timeout Chromium 103'],
    ['Response.json({})', 'Response.json Chromium 105'],
    ['[1].at(-1)', '.at() Chromium 92'],
    ['x?.at?.(1)', '.at() Chromium 92'],
    ['x["findLast"](y)', '.findLast() Chromium 97'],
    ['const { toSorted } = []', '.toSorted Chromium 110'],
    ['crypto.randomUUID()', '.randomUUID() Chromium 92'],
    ['x.addEventListener("scrollend", y)', 'event scrollend Chromium 114'],
    ['x.setAttribute("inert", "")', 'attribute inert Chromium 102'],
    ['h("div", { popover: "" })', 'attribute popover Chromium 114'],
    ['new Temporal.Now()', 'Temporal Chromium 144'],
  ])('is found: %s', (script, feature) => {
    expect(featuresOf(script)).toEqual([feature])
  })

  it('is found behind another name', () => {
    expect(featuresOf('const O = Object; O.hasOwn(a, b)')).toContain('Object.hasOwn Chromium 93')
  })

  it.each([
    '/[a--b]/v',
    '/(?i:a)/',
    '/(?<a>x)|(?<a>y)/',
    'new RegExp("(?i:a)")',
    'RegExp("a", `v`)',
  ])('is found in a regular expression: %s', (script) => {
    expect(scanScript(script)).toHaveLength(1)
  })

  it.each([
    'class A { static { f() } }',
    'class A { #a; has(o) { return #a in o } }',
    'using a = b()',
  ])('is found by its syntax: %s', async (script) => {
    const findings = await scanSyntax(script)
    expect(findings.map(({ feature }) => feature)).toEqual(['syntax'])
    expect(findings[0]?.since).toContain('newer than chrome90')
  })

  it('is reported where it cannot be read', async () => {
    expect(await scanSyntax('let = =')).toHaveLength(1)
    expect(scanScript('let = =')).toHaveLength(1)
  })
})

describe('a script that Chromium 90 runs', () => {
  it.each([
    'x.replaceAll("a", "b").flatMap(y); Promise.any([]); new WeakRef(x)',
    'navigator.locks.request("a", f); new Intl.Segmenter("zh"); x.replaceChildren()',
    'let structuredClone = (x) => x; structuredClone(1)',
    'function A() {} A.prototype.union = function () {}',
    'x.addEventListener("pointerdown", f); x.setAttribute("hidden", "")',
    String.raw`/(?<year>\d{4})(?<=\d)\p{Script=Han}/u`,
    'x.mozPaintCount',
  ])('gives no finding: %s', (script) => {
    expect(featuresOf(script)).toEqual([])
  })

  it('may have private members, static fields, numbers with separators, and ??=', async () => {
    const script = String.raw`class A { #a; static b = 1; #c() {} } x ??= 1_000; /\p{L}/u`
    expect(await scanSyntax(script)).toEqual([])
  })

  it('cannot switch the reading off by a comment', () => {
    expect(featuresOf('/* eslint-disable */ structuredClone(x)')).toHaveLength(1)
  })
})
