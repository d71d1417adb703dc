/** What the files of panels have to keep to: the sheet, the widths, the links, the document. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeEmbedDocument } from '../../src/embed/embed-document.ts'
import { embedReader } from '../../src/embed/embed-reader.ts'
import { EMBED_STEPS, EMBED_STILL_WIDTHS, stepFor } from '../../src/embed/embed-widths.ts'
import { sheetForShadow } from '../../src/embed/written-panel.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describe('the steps of width', () => {
  it('are the same in the sheet as in the code, without a gap between them', () => {
    const sheet = read('src/styles/embed-stills.css')
    const [, ...media] = sheet.split('@media')
    const found = media.map((block) => ({
      from: Number(/min-width: ([\d.]+)px/.exec(block)?.[1] ?? 0),
      to: Number(/max-width: ([\d.]+)px/.exec(block)?.[1] ?? Infinity),
      step: Number(/:not\(\[data-still\]\) \.at-(\d+)/.exec(block)?.[1]),
    }))
    const expected = EMBED_STEPS.map((step, place) => ({
      from: place === 0 ? 0 : step,
      to: (EMBED_STEPS[place + 1] ?? Infinity) - 0.02,
      step,
    }))
    expect(found).toEqual(expected)
    const measured = [...sheet.matchAll(/\[data-still='(\d+)'\] \.at-(\d+)/g)]
    expect(measured.map(([, at, still]) => [Number(at), Number(still)])).toEqual(
      EMBED_STEPS.map((step) => [step, step]),
    )
  })

  it('bring one picture each, under its own name', () => {
    expect(EMBED_STILL_WIDTHS).toEqual(
      Object.fromEntries(EMBED_STEPS.map((step) => [String(step), step])),
    )
  })

  it.each([
    [0, '280'],
    [279.9, '280'],
    [349.9, '280'],
    [350, '350'],
    [599.99, '450'],
    [600, '600'],
    [5000, '780'],
  ])('show the widest picture that fits: %d px shows %s', (widthPx, step) => {
    expect(stepFor(widthPx)).toBe(step)
  })
})

describe('the sheet in a shadow root', () => {
  it('measures in pixels, because the page around has a type size of its own', () => {
    const fitted = sheetForShadow('.a{padding:.5rem 1.25rem;width:calc(100% - 2rem)}')
    expect(fitted).toContain('.a{padding:8px 20px;width:calc(100% - 32px)}')
  })

  it('puts the tokens where no rule of the page around reaches', () => {
    const fitted = sheetForShadow(":root,[data-theme='light']{--ink:#000}")
    expect(fitted).toContain(".embed-root,[data-theme='light']{--ink:#000}")
  })

  it('begins with nothing inherited but the font, so that later rules still hold', () => {
    expect(sheetForShadow('.embed-root{color:red}')).toMatch(
      /^:host\{[^}]*\}\.embed-root\{all:initial;[^}]*font-family:inherit[^}]*\}\.embed-root\{color:red\}$/,
    )
  })

  it('leaves nothing of the frame that would not hold in a shadow root', () => {
    const sheets = ['tokens', 'ground', 'panel', 'chart', 'chart-alive', 'freshness', 'verdict']
    const text = [...sheets, 'embed-stills', 'embed'].map((name) => read(`src/styles/${name}.css`))
    expect(sheetForShadow(text.join('\n'))).not.toMatch(/:root|\brem\b|\dvw\b.*embed|@import/)
  })
})

describe('the links of a panel', () => {
  const home = { lang: 'zh', theme: 'light', asOf: 'latest', region: null } as const

  it('lead to the pages that were written, where they show the same', () => {
    const reader = embedReader('../', { ...home, theme: 'dark' })
    expect([
      reader.indicatorHref('pm25'),
      reader.publicationHref('jz-1'),
      reader.inspectionHref,
      reader.sourcesHref,
    ]).toEqual([
      '../indicators/pm25.html',
      '../sources/jz-1.html',
      '../inspection.html',
      '../sources.html',
    ])
  })

  it('lead into the app with day, region and language, where another view is shown', () => {
    const view = { ...home, lang: 'en', asOf: '2021-01-01', region: '410000' } as const
    const reader = embedReader('https://app.example/q/', view)
    expect(reader.indicatorHref('pm25')).toBe(
      'https://app.example/q/index.html#/indicators/pm25?v=2021-01-01&region=410000&lang=en',
    )
    expect(reader.regionHref('410802')).toBe(
      'https://app.example/q/index.html#/indicators?v=2021-01-01&lang=en&region=410802',
    )
  })
})

describe("a panel's document", () => {
  const TEMPLATE = [
    '<html lang="zh-CN"><head><title>清览</title>',
    '<script src="./embed-first-paint.js"></script></head>',
    '<body><script type="module" src="./embed/assets/frame-1.js"></script></body></html>',
  ].join('')
  const embed = {
    file: 'embed/pm25.html',
    indicator: 'pm25',
    lang: 'zh',
    title: '甲 <乙> & $& 丙',
    seq: 7,
    body: '<div class="embed-root"><a href="./x.html">$1</a></div>',
    sheet: 'embed/assets/embed-sheet-1.css',
  } as const

  it('carries language, number of the data, title, sheet and panel', () => {
    const written = writeEmbedDocument(TEMPLATE, embed)
    expect(written).toContain('<html lang="zh-CN" data-as-of="latest" data-seq="7">')
    expect(written).toContain('<title>甲 &lt;乙&gt; &amp; $&amp; 丙</title>')
    expect(written).toContain('<link rel="stylesheet" href="../embed/assets/embed-sheet-1.css">')
    expect(written).toContain('<link rel="canonical" href="../indicators/pm25.html">')
    expect(written).toContain('src="../embed-first-paint.js"')
    expect(written).toContain('src="../embed/assets/frame-1.js"')
  })

  it("leaves the panel's own markup as it is", () => {
    expect(writeEmbedDocument(TEMPLATE, embed)).toContain(`<body>${embed.body}`)
  })

  it('names the English page of the app as its full one', () => {
    const written = writeEmbedDocument(TEMPLATE, { ...embed, lang: 'en' })
    expect(written).toContain('<html lang="en" data-as-of')
    expect(written).toContain('href="../index.html#/indicators/pm25?lang=en"')
  })

  it.each([
    ['<html lang="zh-CN">', '<html>'],
    ['<title>清览</title>', ''],
    ['</head>', ''],
    ['<body>', '<body class="x">'],
  ])('is not written from a template without %s', (part, other) => {
    expect(() => writeEmbedDocument(TEMPLATE.replace(part, other), embed)).toThrow(
      'embed.html has no',
    )
  })
})
