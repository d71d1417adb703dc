/** The one file as a form: filled, and otherwise left letter by letter. */
import { describe, expect, it } from 'vitest'
import { BLOCK_END, BLOCK_START, writeBlock } from '../../src/contract/file-block.ts'
import { fillTemplate, PAGE_END, PAGE_START } from '../../src/offline/file-template.ts'
import { blockOf, readShippedFiles } from './builders/one-file.ts'

const SCRIPT = `<script type="module">const marks = ["$&", "$1"]</script>`
const TEMPLATE = `<!doctype html>
<html lang="zh-CN" data-page="/" data-seq="7">
<head><title>从前</title><style>a{}</style></head>
<body>${PAGE_START}<div id="app"><p>从前</p></div>${PAGE_END}
${BLOCK_START}{"从前":1}${BLOCK_END}
${SCRIPT}</body></html>
`
const block = writeBlock(blockOf(readShippedFiles()))
const filling = { title: '清览 · <焦作市> & $&', seq: 8, block, page: null }

describe('the form', () => {
  it('filled without a page says so, and has new data, title and number', () => {
    const file = fillTemplate(TEMPLATE, filling)
    expect(file).toContain('<html lang="zh-CN" data-as-of="latest" data-seq="8">')
    expect(file).toContain('<title>清览 · &lt;焦作市&gt; &amp; $&amp;</title>')
    expect(file).toContain(`${PAGE_START}<div id="app"></div>${PAGE_END}`)
    expect(file).toContain(BLOCK_START + block + BLOCK_END)
    expect(file).not.toContain('从前')
  })

  it('filled with a page names the page', () => {
    const file = fillTemplate(TEMPLATE, { ...filling, page: '<p>$& 现在</p>' })
    expect(file).toContain('data-page="/"')
    expect(file).toContain('<div id="app"><p>$& 现在</p></div>')
  })

  it('keeps sheets and scripts, and can be filled again', () => {
    const once = fillTemplate(TEMPLATE, filling) ?? ''
    expect(once).toContain(SCRIPT)
    expect(once).toContain('<style>a{}</style>')
    expect(fillTemplate(once, filling)).toBe(once)
  })

  it.each(['<html', '<title>', PAGE_START, PAGE_END, BLOCK_START])(
    'is none where %s is not in it, as in an error page',
    (mark) => {
      expect(fillTemplate(TEMPLATE.replaceAll(mark, '-'), filling)).toBeNull()
    },
  )
})
