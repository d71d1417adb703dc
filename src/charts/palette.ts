/** The colours of charts: the page's own tokens, and the same colours for pictures that stand alone. */
import type { Theme } from './theme.ts'

/** Roles, never hues; each is named like its token. */
export interface Palette {
  readonly paper: string
  readonly paper2: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly rule: string
  readonly rule2: string
  readonly grid: string
  readonly axis: string
  readonly city: string
  readonly cityMid: string
  readonly citySoft: string
  readonly other: string
  readonly target: string
  readonly warn: string
  readonly warnSoft: string
}

/** `cityMid` → `--city-mid`, as styles/tokens.css names it. */
export function tokenOf(role: string): string {
  return `--${role.replace(/(\d)/, '-$1').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** In a page a picture takes the page's colours: it follows the theme and the printer by itself. */
function pageColor(role: keyof Palette): string {
  return `var(${tokenOf(role)})`
}

export const PAGE_PALETTE: Palette = {
  paper: pageColor('paper'),
  paper2: pageColor('paper2'),
  ink: pageColor('ink'),
  ink2: pageColor('ink2'),
  ink3: pageColor('ink3'),
  rule: pageColor('rule'),
  rule2: pageColor('rule2'),
  grid: pageColor('grid'),
  axis: pageColor('axis'),
  city: pageColor('city'),
  cityMid: pageColor('cityMid'),
  citySoft: pageColor('citySoft'),
  other: pageColor('other'),
  target: pageColor('target'),
  warn: pageColor('warn'),
  warnSoft: pageColor('warnSoft'),
}

/** For a file of its own, which has no page around it. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#fbfaf6',
    paper2: '#f2f0e8',
    ink: '#18201d',
    ink2: '#454e49',
    ink3: '#636a65',
    rule: '#d8d5ca',
    rule2: '#a9aaa0',
    grid: '#e5e2d8',
    axis: '#858a82',
    city: '#0a6a57',
    cityMid: '#4f9585',
    citySoft: '#d3e5de',
    other: '#626762',
    target: '#3f4fa6',
    warn: '#ae3519',
    warnSoft: '#f8e9e2',
  },
  dark: {
    paper: '#0d1412',
    paper2: '#141d1a',
    ink: '#e4e9e2',
    ink2: '#b9c3bc',
    ink3: '#94a19a',
    rule: '#2a3530',
    rule2: '#4b5852',
    grid: '#1e2925',
    axis: '#6e7c75',
    city: '#5cc5a7',
    cityMid: '#3f8f7a',
    citySoft: '#1b3932',
    other: '#a7b0aa',
    target: '#a9b6f7',
    warn: '#f29574',
    warnSoft: '#33201a',
  },
  contrast: {
    paper: '#ffffff',
    paper2: '#ffffff',
    ink: '#000000',
    ink2: '#000000',
    ink3: '#1f1f1f',
    rule: '#000000',
    rule2: '#000000',
    grid: '#bdbdbd',
    axis: '#000000',
    city: '#00473a',
    cityMid: '#00473a',
    citySoft: '#ffffff',
    other: '#3d3d3d',
    target: '#1a1f86',
    warn: '#8a1400',
    warnSoft: '#ffffff',
  },
}
