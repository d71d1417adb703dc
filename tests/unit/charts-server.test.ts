import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { describe, expect, it } from 'vitest'
import Chart from '../../src/charts/Chart.vue'
import { viewOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const view = viewOf([snapshot('a', '2022-09-09', [figure('2015', '85'), figure('2021', '45')])])

describe('a chart rendered on the server', () => {
  it('is the box with its words, its height as an attribute, and no style', async () => {
    const props = {
      view,
      theme: 'light',
      lang: 'zh',
      asOf: 'latest',
      spoken: '45',
      heightPx: 320,
    } as const
    const html = await renderToString(createSSRApp({ render: () => h(Chart, props) }))
    expect(html).toContain('role="img" aria-label="45"')
    expect(html).toContain('height="20em"')
    expect(html).not.toContain('style=')
    expect(html).not.toContain('tabindex')
  })
})
