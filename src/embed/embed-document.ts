/** The file of a panel: the template of embed.html with the panel's markup and title in it. */
import { langTag } from '../text/lang.ts'
import type { WrittenEmbed } from './render-embeds.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escape(text: string): string {
  return text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char)
}

/** A template that has changed its shape must not go unnoticed. */
function put(document: string, place: string | RegExp, text: string): string {
  if (document.search(place) < 0) throw new Error(`embed.html has no ${String(place)}`)
  return document.replace(place, () => text)
}

/** `template` is the built embed.html, whose addresses are relative to the app's folder. */
export function writeEmbedDocument(
  template: string,
  { indicator, lang, title, body, seq, sheet }: WrittenEmbed & { readonly sheet: string },
): string {
  const canonical =
    lang === 'zh'
      ? `./indicators/${indicator}.html`
      : `./index.html#/indicators/${indicator}?lang=en`
  const head = `<link rel="canonical" href="${canonical}">\n    <link rel="stylesheet" href="./${sheet}">`
  const steps: readonly (readonly [string | RegExp, string])[] = [
    ['<html lang="zh-CN">', `<html lang="${langTag(lang)}" data-as-of="latest" data-seq="${seq}">`],
    [/<title>[^<]*<\/title>/, `<title>${escape(title)}</title>`],
    // Theme and language come before the first paint where the engine knows how to wait (Chromium 105);
    // an older one shows for a moment what was written.
    ['<script type="module"', '<script type="module" blocking="render"'],
    ['</head>', `  ${head}\n  </head>`],
  ]
  const whole = steps.reduce((text, [place, by]) => put(text, place, by), template)
  const placed = whole.replace(/(?<= (?:href|src)=")\.\//g, '../')
  return put(placed, '<body>', `<body>${body}`)
}
