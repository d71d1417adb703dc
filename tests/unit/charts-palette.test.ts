import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { PAGE_PALETTE, PALETTES, tokenOf, type Palette } from '../../src/charts/palette.ts'
import { THEMES, type Theme } from '../../src/charts/theme.ts'

const TOKENS = readFileSync(
  fileURLToPath(new URL('../../src/styles/tokens.css', import.meta.url)),
  'utf8',
)

/** The colours of a theme's block in the sheet. */
function tokensOf(theme: Theme): ReadonlyMap<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\]\\s*\\{([^}]*)\\}`).exec(TOKENS)?.[1] ?? ''
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', color = '']) => [
      name,
      color,
    ]),
  )
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT: readonly (keyof Palette)[] = ['ink', 'ink2', 'ink3', 'city', 'other', 'target', 'warn']
const MARKS: readonly (keyof Palette)[] = ['cityMid', 'axis']

describe.each(THEMES)('the palette %s', (theme) => {
  const palette = PALETTES[theme]

  it('equals the tokens of the sheet', () => {
    const tokens = tokensOf(theme)
    for (const [role, color] of Object.entries(palette)) {
      expect([role, color]).toEqual([role, tokens.get(tokenOf(role))])
    }
  })

  it('has text of 4.5 : 1 and marks of 3 : 1 on paper and on tint', () => {
    for (const ground of [palette.paper, palette.paper2]) {
      for (const role of TEXT) expect(contrast(palette[role], ground)).toBeGreaterThanOrEqual(4.5)
      for (const role of MARKS) expect(contrast(palette[role], ground)).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the palette of a page', () => {
  it('names a token of the sheet for every role', () => {
    const tokens = tokensOf('light')
    for (const [role, color] of Object.entries(PAGE_PALETTE)) {
      expect(color).toBe(`var(${tokenOf(role)})`)
      expect(tokens.has(tokenOf(role)), role).toBe(true)
    }
  })
})
