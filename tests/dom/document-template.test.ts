/** The one file out of its own document: what the app has put into the page is left behind. */
import { afterEach, describe, expect, it } from 'vitest'
import { BLOCK_END, BLOCK_START } from '../../src/contract/file-block.ts'
import { templateOfDocument } from '../../src/offline/document-template.ts'
import { fillTemplate, PAGE_END, PAGE_START } from '../../src/offline/file-template.ts'

const SHEET = 'a > b::before { content: "&lt;" }'
const SCRIPT = 'if (1 < 2 && "</p>") console.log("&amp;")'

function put<K extends keyof HTMLElementTagNameMap>(
  parent: Element,
  name: K,
  attributes: Record<string, string>,
  text = '',
): void {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.textContent = text
  parent.append(element)
}

afterEach(() => {
  document.head.replaceChildren()
  document.body.replaceChildren()
})

describe('the form of an open file', () => {
  it('has head, sheets and script as they are, and nothing of the page', () => {
    put(document.head, 'meta', { charset: 'utf-8' })
    put(document.head, 'meta', { name: 'policy', content: `script-src 'sha256-a' "b" & <c>` })
    put(document.head, 'title', {}, '某一页')
    put(document.head, 'style', { 'data-door': 'desk', media: 'not all' }, SHEET)
    put(document.body, 'div', { id: 'app' }, '画面上的字')
    put(document.body, 'script', { type: 'application/json' }, '{"从前":1}')
    put(document.body, 'script', { type: 'module' }, SCRIPT)
    const template = templateOfDocument(document) ?? ''
    expect(template).toContain(`<style data-door="desk" media="not all">${SHEET}</style>`)
    expect(template).toContain(`<script type="module">${SCRIPT}</script>`)
    expect(template).toContain(`content="script-src 'sha256-a' &#34;b&#34; &#38; &#60;c>"`)
    expect(template).not.toMatch(/某一页|画面|从前/)
    expect(template.indexOf('charset')).toBeLessThan(template.indexOf('<title>'))
    const filled = fillTemplate(template, { title: '清览', seq: 1, block: '{}', page: null })
    expect(filled).toContain(`${PAGE_START}<div id="app"></div>${PAGE_END}`)
    expect(filled).toContain(`${BLOCK_START}{}${BLOCK_END}`)
  })

  it('is none where the document is another one', () => {
    put(document.body, 'div', { id: 'app' })
    expect(templateOfDocument(document)).toBeNull()
  })
})
