/** The file of a page: the app's own document with the page's markup, title and data in it. */
import { isInternalDataset } from '../contract/edition-name.ts'
import { LANGS } from '../text/lang.ts'
import { word } from '../text/ui-words.ts'
import { SHEET_ATTRIBUTE } from './page-sheets.ts'
import { wayUp } from './static-pages.ts'

export interface PageSheet {
  /** Of the page's route. */
  readonly name: string
  /** Relative to the app's folder. */
  readonly file: string
}

export interface WrittenDocument {
  readonly file: string
  /** Of the page's route. */
  readonly name: string
  /** Route's path. */
  readonly path: string
  readonly title: string
  readonly description: string
  readonly seq: number
  /** The manifest's: says whether it may be shown to the public. */
  readonly dataset: string
  /** Markup inside `#app`. */
  readonly body: string
  /** The app's script, and the parts of it that this page wants, relative to the app's folder. */
  readonly app: { readonly file: string; readonly parts: readonly string[] }
  /** Those of all pages, in the order in which every page names them. */
  readonly sheets: readonly PageSheet[]
  /** The sheet for paper, relative to the app's folder. */
  readonly paper: string
  /** The generation that the page was written from, for the take-over. */
  readonly generation: { readonly file: string; readonly integrity: string }
  /** More for the head; addresses begin with "./" and are relative to the app's folder. */
  readonly head?: string
}

const SHEET = '<link rel="stylesheet" crossorigin href="'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)
}

/** A template that has changed its shape must not go unnoticed. */
function put(document: string, place: string | RegExp, text: string): string {
  if (document.search(place) < 0) throw new Error(`index.html has no ${String(place)}`)
  return document.replace(place, () => text)
}

/** What the page does not bring is not fetched either: src/desk/page-sheets.ts asks for it. */
function sheetLinks({ name: own, sheets, paper }: WrittenDocument): string {
  const links = sheets.map(({ name, file }) => {
    const asked = name === own ? '' : ' disabled'
    return `${SHEET}./${file}" ${SHEET_ATTRIBUTE}="${name}"${asked}>`
  })
  return [...links, `${SHEET}./${paper}" media="print">`].join('\n    ')
}

/** `template` is the built index.html, whose addresses are relative to the app's folder. */
export function writeDocument(template: string, page: WrittenDocument): string {
  const { file, path, title, description, seq, dataset, body, app, generation, head = '' } = page
  const up = wayUp(file) || './'
  const parts = app.parts.map((part) => up + part).join(' ')
  const edition = isInternalDataset(dataset) ? 'data-edition="internal" ' : ''
  const root =
    `<html lang="zh-CN" data-page="${path}" data-as-of="latest" data-seq="${seq}" ${edition}` +
    `data-app="${up}${app.file}" data-parts="${parts}">`
  // No preload: Chromium ignores integrity there, and then fetches a second time.
  const link = `<link rel="generation" href="./${generation.file}" integrity="${generation.integrity}" />`
  const [zh, en] = LANGS.map((lang) => escape(word('loading', lang)))
  const steps: readonly (readonly [string | RegExp, string])[] = [
    ['<html lang="zh-CN">', root],
    [/<title>[^<]*<\/title>/, `<title>${escape(title)}</title>`],
    [/(?<=name="description"\s+content=")[^"]*/, escape(description)],
    // public/first-paint.js brings the app instead, once the page is painted.
    [/(?:<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>)\s*/g, ''],
    // Behind the sheet of every page, which the template ends with.
    // Said where public/first-paint.js hides the page until the app is there.
    ['<body>', `<body data-loading="${zh}" data-loading-en="${en}">`],
    ['</head>', `  ${sheetLinks(page)}\n    ${link}\n${head && `    ${head}\n`}  </head>`],
  ]
  const whole = steps.reduce((text, [place, by]) => put(text, place, by), template)
  const placed = whole.replace(/(?<= (?:href|src)=")\.\//g, up)
  return put(placed, '<div id="app"></div>', `<div id="app">${body}</div>`)
}
