/** The file of a page: the app's own document with the page's markup, title and data in it. */
import { wayUp } from './static-pages.ts'

export interface WrittenDocument {
  readonly file: string
  /** Route's path. */
  readonly path: string
  readonly title: string
  readonly description: string
  readonly seq: number
  /** Markup inside `#app`. */
  readonly body: string
  /** The app's script, and the parts of it that this page wants, relative to the app's folder. */
  readonly app: { readonly file: string; readonly parts: readonly string[] }
  /** The generation that the page was written from, for the take-over. */
  readonly generation: { readonly file: string; readonly integrity: string }
}

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

/** `template` is the built index.html, whose addresses are relative to the app's folder. */
export function writeDocument(template: string, page: WrittenDocument): string {
  const { file, path, title, description, seq, body, app, generation } = page
  const up = wayUp(file) || './'
  const parts = app.parts.map((part) => up + part).join(' ')
  const root =
    `<html lang="zh-CN" data-page="${path}" data-as-of="latest" data-seq="${seq}" ` +
    `data-app="${up}${app.file}" data-parts="${parts}">`
  // No preload: Chromium ignores integrity there, and then fetches a second time.
  const link = `<link rel="generation" href="./${generation.file}" integrity="${generation.integrity}" />`
  const steps: readonly (readonly [string | RegExp, string])[] = [
    ['<html lang="zh-CN">', root],
    [/<title>[^<]*<\/title>/, `<title>${escape(title)}</title>`],
    [/(?<=name="description"\s+content=")[^"]*/, escape(description)],
    // public/first-paint.js brings the app instead, once the page is painted.
    [/(?:<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>)\s*/g, ''],
    ['</head>', `${link}\n  </head>`],
  ]
  const whole = steps.reduce((text, [place, by]) => put(text, place, by), template)
  const placed = whole.replace(/(?<= (?:href|src)=")\.\//g, up)
  return put(placed, '<div id="app"></div>', `<div id="app">${body}</div>`)
}
