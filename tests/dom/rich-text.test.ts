import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { describe, expect, it } from 'vitest'
import RichText from '../../src/panels/RichText.vue'

/** Every text of its own: what is one run of letters is set as one. */
function textsOf(root: Element): readonly string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '')
  return texts
}

describe('a text as a typographer would set it', () => {
  it.each(['2021年PM2.5平均浓度45微克/立方米', '优良天数', 'PM10、SO2均下降\u200b；共46项', ''])(
    'is set in the same pieces when it was written and when it is taken over: %s',
    async (text) => {
      const Root = { render: () => h('p', h(RichText, { text })) }
      const root = document.createElement('div')
      root.innerHTML = await renderToString(createSSRApp(Root))
      const written = textsOf(root)
      expect(written.join('')).toBe(text.replace('\u200b', ''))
      createSSRApp(Root).mount(root)
      expect(textsOf(root)).toEqual(written)
    },
  )

  it('has no more around it than it needs', async () => {
    const html = await renderToString(createSSRApp(RichText, { text: '优良天数' }))
    expect(html).toBe('<!--[-->优良天数<!--]-->')
  })
})
