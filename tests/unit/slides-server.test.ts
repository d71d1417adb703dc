import { describe, expect, it } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import SlideChart from '../../src/slides/SlideChart.vue'
import { viewOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

/** Made-up figures, for this test only. */
const view = viewOf([snapshot('a', '2022-09-09', [figure('2015', '85'), figure('2021', '45')])])

describe('the picture of a slide, rendered on the server', () => {
  it('is an empty box with its words, and no style', async () => {
    const fixed = { theme: 'dark', lang: 'zh', asOf: 'latest', spoken: '45', unitPx: 1 } as const
    const app = createSSRApp({ render: () => h(SlideChart, { view, ...fixed }) })
    const html = await renderToString(app)
    expect(html).toBe('<div class="slide-chart" role="img" aria-label="45"><!----></div>')
  })
})
