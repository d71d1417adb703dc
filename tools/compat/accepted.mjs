/**
 * What the build has that is newer than the oldest browser, and why it does no harm there. Scripts
 * are found by the names of members, so most of these are names that libraries gave their own
 * things. Our own source cannot ask for the real ones: its types end with ES2021.
 */

const SHEETS = /^(?:(?:embed\/)?assets|qinglan\.html)\/.*\.css$/
/** Of our own pages, where src/offline/old-engines.ts fills in what is missing. */
const OWN_SCRIPTS = /^(?:assets|qinglan\.html)\/.*\.js$/
const SCRIPTS = /^(?:(?:embed\/)?assets|qinglan\.html)\/.*\.js$/
const WORKER = /^sw\.js$/
const PAGES = /\.html$/
const PANELS = /^embed\/.*\.html$/
/** Those of the desk. */
const WRITTEN_PAGES = /^(?:(?:indicators|sources)\/.*|index|indicators|inspection|sources)\.html$/

/** @type {readonly import('./judge.mjs').Acceptance[]} */
export const ACCEPTED = [
  {
    files: PAGES,
    features: ['<input value>', '<select value>'],
    reason:
      'as old as forms, so that the data do not list the one; Vue writes the other for itself',
  },
  {
    files: PANELS,
    features: ['<script blocking>'],
    reason:
      'ignored where unknown: a theme that was asked for may come a moment after the first paint',
  },
  {
    files: WRITTEN_PAGES,
    features: ['<script blocking>'],
    reason: 'ignored where unknown: src/styles/unchosen.css hides the page until a theme is chosen',
  },
  {
    files: SHEETS,
    features: ['text-wrap', 'text-autospace', 'text-spacing-trim'],
    reason: 'ignored where unknown: lines break and stand a little less evenly',
  },
  {
    files: SHEETS,
    features: ['accent-color'],
    reason: "ignored where unknown: what is ticked has the browser's own blue",
  },
  {
    files: SHEETS,
    features: ['font-family: ui-monospace'],
    reason: 'the next name in the list is taken',
  },
  {
    files: SHEETS,
    features: ['@bottom-right'],
    reason: 'ignored where unknown: paper then has no page numbers of ours',
  },
  {
    files: SHEETS,
    features: ['align-content: start'],
    reason: 'only on grids, which have it since Chromium 57; the data speak of flex boxes',
  },
  {
    files: OWN_SCRIPTS,
    features: ['Object.hasOwn', '.hasOwn()'],
    reason: 'pinia, vue-echarts and @noble/hashes; src/offline/old-engines.ts fills it in',
  },
  {
    files: WORKER,
    features: ['Object.hasOwn', '.hasOwn()'],
    reason: '@noble/hashes; src/offline/old-engines.ts fills it in',
  },
  {
    files: SCRIPTS,
    features: ['MathMLElement', '.startViewTransition()', '.withResolvers'],
    reason: 'Vue, vue-router and Dexie ask whether it is there before they use it',
  },
  {
    files: SCRIPTS,
    features: ['.with'],
    reason: "lean-qr's own, on its function that draws codes",
  },
  {
    files: SCRIPTS,
    features: ['.toReversed()', '.toSorted()', '.toSpliced()'],
    reason: "Vue's reactive arrays hand these on; nothing here calls them on one",
  },
  {
    files: SCRIPTS,
    features: ['.detached', '.effects', '.move()'],
    reason: "Vue's effect scopes and renderer",
  },
  {
    files: SCRIPTS,
    features: ['.toArray', '.toArray()'],
    reason: "Dexie's collections",
  },
  {
    files: SCRIPTS,
    features: [
      '.animation',
      '.dispose',
      '.dispose()',
      '.resize',
      '.resize()',
      '.union()',
      '.when()',
    ],
    reason: 'ECharts and zrender: instances, animators and bounding boxes',
  },
  {
    files: SCRIPTS,
    features: ['.getName()', '.selectRange()'],
    reason: "ECharts' tables of data",
  },
  {
    files: SCRIPTS,
    features: ['.at', '.ink'],
    reason: 'where a mark of ours stands, and the ink of our palette',
  },
  {
    files: SCRIPTS,
    features: ['.layers', '.command()', '.drop()'],
    reason: "the slides of the wall's show, what a key asks of it, and one that is not shown",
  },
  {
    files: OWN_SCRIPTS,
    features: ['.take', '.take()', '.forget()', '.zip'],
    reason: 'data that are taken in, what is no longer remembered, and the bytes of a data pack',
  },
  {
    files: SCRIPTS,
    features: ['.bytes'],
    reason: 'the size that the manifest gives for a file',
  },
  {
    files: WORKER,
    features: ['.bytes'],
    reason: 'the size that the manifest gives for a file',
  },
  {
    files: WORKER,
    features: ['.handle()'],
    reason: "workbox's strategies",
  },
]
