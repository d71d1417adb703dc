import { describe, expect, it } from 'vitest'
import { scanCss } from '../../tools/compat/css-features.mjs'

function featuresOf(css: string): string[] {
  return scanCss(css).map(({ feature, since }) => `${feature} ${since}`)
}

describe('a sheet that asks for more than Chromium 90', () => {
  it.each([
    ['a:has(b) { color: red }', ':has Chromium 105'],
    ['a:user-valid { color: red }', ':user-valid Chromium 119'],
    ['a { accent-color: red }', 'accent-color Chromium 93'],
    ['a { grid-template-rows: subgrid }', 'grid-template-rows: subgrid Chromium 117'],
    ['a { height: 100dvh }', '<dvh> Chromium 108'],
    ['a { color: color-mix(in srgb, red, blue) }', 'color-mix() Chromium 111'],
    ['a { --mixed: color-mix(in srgb, red, blue) }', 'color-mix() Chromium 111'],
    ['a { &:hover { color: red } }', 'nesting Chromium 112'],
    ['@layer base { a { color: red } }', '@layer Chromium 99'],
    ['@media (width >= 3px) { a { color: red } }', 'media range Chromium 104'],
    ['@media (prefers-contrast: more) { a { color: red } }', '(prefers-contrast) Chromium 96'],
    ['@font-face { font-family: a; size-adjust: 90% }', 'size-adjust Chromium 92'],
    ['@page { @top-left { content: "a" } }', '@top-left Chromium 131'],
    ['@supports (text-wrap: balance) { a { color: red } }', 'text-wrap Chromium 114'],
  ])('is found: %s', (css, feature) => {
    expect(featuresOf(css)).toEqual([feature])
  })

  it('is found by both of its novelties in a container query', () => {
    expect(featuresOf('@container (width > 1px) { a { color: red } }')).toEqual([
      '@container Chromium 105',
      'media range Chromium 104',
    ])
  })

  it('is reported where no data know the word', () => {
    expect(featuresOf('a { colr: red }')).toEqual(['colr unknown to the data'])
  })

  it('is reported where it cannot be read', () => {
    expect(featuresOf('a { color }')).toEqual(['css syntax Colon is expected'])
  })
})

describe('a sheet that Chromium 90 knows', () => {
  it.each([
    'a:focus-visible, a:is(b), ::placeholder { inset: 0; aspect-ratio: 1; overflow: clip }',
    'a { grid-template-columns: repeat(2, minmax(0, 1fr)); width: fit-content }',
    'a { transform: rotate(3turn); transition: opacity 200ms cubic-bezier(0, 1, 1, 1) }',
    'a { --page: min(75rem, 100vw - 2 * var(--margin)); width: clamp(1px, 1vmin, 2pt) }',
    '@media screen and (max-width: 719px) and (hover: none) { a { color: red } }',
    '@font-face { font-family: a; src: url(a.woff2) format("woff2"); unicode-range: U+30-39 }',
    '@page { size: a4; margin: 12mm }',
    'a { -webkit-font-smoothing: antialiased; -webkit-text-size-adjust: 100% }',
  ])('gives no finding: %s', (css) => {
    expect(featuresOf(css)).toEqual([])
  })
})
