/**
 * The one file as a form, out of the document that is open: on file:// nothing may be fetched, not even
 * the file itself. Scripts and sheets are taken letter by letter, so that their hashes hold; what the
 * app has put into the page is left behind.
 */
import { BLOCK_END, BLOCK_START } from '../contract/file-block.ts'
import { PAGE_END, PAGE_START } from './file-template.ts'

function attributesOf(element: Element): string {
  return [...element.attributes]
    .map(({ name, value }) => {
      const text = value.replace(/[&"<]/g, (char) => `&#${char.charCodeAt(0)};`)
      return ` ${name}="${text}"`
    })
    .join('')
}

/** Elements without content end with their start; those here hold plain text only. */
function write(element: Element): string {
  const name = element.localName
  const start = `<${name}${attributesOf(element)}>`
  return /^(?:meta|link)$/.test(name) ? start : `${start}${element.textContent ?? ''}</${name}>`
}

/** Null where the document is no such file. */
export function templateOfDocument(document: Document): string | null {
  const script = document.querySelector('body > script[type=module]')
  const head = [...document.head.querySelectorAll(':scope > :is(meta, link, style, script)')]
  if (!script || head.length === 0) return null
  const [first, ...others] = head.map(write)
  return [
    '<!doctype html>',
    '<html>',
    '<head>',
    first,
    '<title></title>',
    ...others,
    '</head>',
    `<body${attributesOf(document.body)}>`,
    `${PAGE_START}${PAGE_END}`,
    '<div id="wall"></div>',
    `${BLOCK_START}${BLOCK_END}`,
    write(script),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
