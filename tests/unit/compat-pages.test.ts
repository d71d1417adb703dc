import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCompatibility } from '../../tools/compat/check.mjs'
import { scanHtml } from '../../tools/compat/html-features.mjs'
import { judge } from '../../tools/compat/judge.mjs'
import { scanFolder } from '../../tools/compat/scan.mjs'

function featuresOf(html: string): string[] {
  return scanHtml(html).map(({ feature, since }) => `${feature} ${since}`)
}

describe('a page', () => {
  it.each([
    ['<div popover></div>', '<div popover> Chromium 114'],
    ['<p inert></p>', '<p inert> Chromium 102'],
    ['<search></search>', '<search> Chromium 118'],
    ['<link rel="preload" href="a" fetchpriority="high">', '<link fetchpriority> Chromium 101'],
    ['<template shadowrootmode="open"></template>', '<template shadowrootmode> Chromium 111'],
    ['<p onclick="f()"></p>', '<p onclick> unknown to the data'],
  ])('that asks for more than Chromium 90 is found: %s', (html, feature) => {
    expect(featuresOf(html)).toEqual([feature])
  })

  it.each([
    '<!doctype html><html lang="zh-CN" data-seq="1"><meta charset="utf-8"><main aria-label="a">',
    '<script type="module" crossorigin src="a.js"></script><link rel="icon" type="a" href="a">',
    '<svg viewBox="0 0 1 1" role="img"><path d="M0 0" stroke-linecap="round"/><text text-anchor="end" x="1">1</text></svg>',
    '<input type="search" inputmode="text" enterkeyhint="go"><img src="a" alt="" loading="lazy">',
    '<qinglan-panel indicator="pm25"></qinglan-panel>',
  ])('that Chromium 90 knows gives no finding: %s', (html) => {
    expect(featuresOf(html)).toEqual([])
  })
})

const PLANTED = {
  'index.html': '<dialog closedby="any"></dialog>',
  'qinglan.html':
    '<style>a:has(b) { color: red }</style><script>[1].at(-1)</script>' +
    '<script type="module">structuredClone(1)</script>' +
    '<script type="application/json">{"structuredClone(1)": 1}</script>',
  'assets/index-a1.css': 'a:has(b) { color: red }',
  'assets/index-a1.js': 'class A { static { structuredClone([1].at(-1)) } }',
  'sw.js': 'Object.hasOwn(a, b)',
  'favicon.svg': '<svg/>',
}

describe('a built site', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglan-compat-'))
    mkdirSync(join(folder, 'assets'))
    for (const [name, text] of Object.entries(PLANTED)) writeFileSync(join(folder, name), text)
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  it('is read whole: pages, sheets, scripts and the worker', async () => {
    const scanned = await scanFolder(folder)
    const found = scanned.map(({ file, findings }) => [file, ...findings.map((f) => f.feature)])
    expect(found).toEqual([
      ['assets/index-a1.css', ':has'],
      ['assets/index-a1.js', 'syntax', 'structuredClone', '.at()'],
      ['index.html', '<dialog closedby>'],
      ['qinglan.html'],
      ['qinglan.html/sheet.css', ':has'],
      ['qinglan.html/script.js', '.at()'],
      ['qinglan.html/script.js', 'structuredClone'],
      ['sw.js', 'Object.hasOwn', '.hasOwn()'],
    ])
  })

  it('fails with what it uses and where', async () => {
    const check = checkCompatibility(folder)
    await expect(check).rejects.toThrow('assets/index-a1.css: :has (Chromium 105)')
    await expect(check).rejects.toThrow('assets/index-a1.js: structuredClone (Chromium 98)')
  })

  it('fails where there is none', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'qinglan-empty-'))
    await expect(checkCompatibility(empty)).rejects.toThrow('nothing to read')
    rmSync(empty, { recursive: true })
  })
})

describe('the list of what does no harm', () => {
  const at = { feature: '.at', since: 'Chromium 92' }
  const accepted = [{ files: /^assets\//, features: ['.at'], reason: 'ours' }]

  it('lets pass what it names, in the files that it names', () => {
    expect(judge([{ file: 'assets/a.js', findings: [at] }], accepted)).toEqual([])
    const elsewhere = { file: 'sw.js', findings: [at] }
    expect(judge([{ file: 'assets/a.js', findings: [at] }, elsewhere], accepted)).toEqual([
      'sw.js: .at (Chromium 92)',
    ])
  })

  it('may name nothing that is no more', () => {
    expect(judge([{ file: 'assets/a.js', findings: [] }], accepted)).toEqual([
      'accepted, but nowhere to be found: .at in /^assets\\// (ours)',
    ])
  })
})
