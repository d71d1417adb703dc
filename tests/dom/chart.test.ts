import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, type Component } from 'vue'
import Chart from '../../src/charts/Chart.vue'
import { chartCanvasKey } from '../../src/charts/chart-canvas-key.ts'
import { viewOf } from '../unit/builders/evidence.ts'
import { figure, snapshot } from '../unit/builders/snapshot.ts'

const Canvas = defineComponent({
  props: { option: Object, widthPx: Number, heightPx: Number },
  setup: (props) => () => h('div', { class: 'drawn', 'data-width': props.widthPx }),
})

const view = viewOf([
  snapshot('a', '2022-09-09', [
    figure('2015', '85', { status: 'E' }),
    figure('2016', '84', { status: 'E' }),
    figure('2021', '45'),
    figure('2022', '47.7', { region: '410000' }),
  ]),
])

/** happy-dom has no layout: the box is as wide as this says. */
function widen(widthPx: number): void {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(
    new DOMRect(0, 0, widthPx, 330),
  )
}

interface Sight {
  readonly come: () => void
  readonly isOpen: () => boolean
}

/** An IntersectionObserver that sees when it is told to. */
function stubSight(): Sight {
  let open = 0
  let come = (): void => undefined
  class Observer {
    constructor(see: (entries: { isIntersecting: boolean }[]) => void) {
      come = () => see([{ isIntersecting: true }])
    }
    observe(): void {
      open += 1
    }
    disconnect(): void {
      open = 0
    }
  }
  vi.stubGlobal('IntersectionObserver', Observer)
  return { come: () => come(), isOpen: () => open > 0 }
}

interface Options {
  readonly load?: () => Promise<Component>
  readonly props?: Record<string, unknown>
}

function mountChart({
  load = () => Promise.resolve(Canvas),
  props = {},
}: Options = {}): VueWrapper {
  return mount(Chart, {
    props: {
      view,
      theme: 'light',
      lang: 'zh',
      asOf: 'latest',
      spoken: '2021年45微克',
      heightPx: 330,
      ...props,
    },
    global: { provide: { [chartCanvasKey as symbol]: load } },
    attachTo: document.body,
  })
}

async function mountSeen(options?: Options): Promise<VueWrapper> {
  widen(800)
  vi.stubGlobal('IntersectionObserver', undefined)
  const chart = mountChart(options)
  await flushPromises()
  return chart
}

function press(chart: VueWrapper, key: string): Promise<void> {
  return chart.get('[role=img]').trigger('keydown', { key })
}

function readout(chart: VueWrapper): string {
  return chart.find('.chart-readout').exists() ? chart.get('.chart-readout').text() : ''
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

describe('before it is seen', () => {
  it('is a box that says what it shows and holds its height without a style', () => {
    widen(800)
    stubSight()
    const chart = mountChart({ props: { heightPx: 320 } })
    expect(chart.get('[role=img]').attributes('aria-label')).toBe('2021年45微克')
    expect(chart.get('svg').attributes('height')).toBe('20em')
    expect(chart.html()).not.toContain('style=')
  })

  it('asks for no ECharts', async () => {
    widen(800)
    const sight = stubSight()
    const load = vi.fn<() => Promise<Component>>(() => Promise.resolve(Canvas))
    const chart = mountChart({ load })
    await flushPromises()
    expect(load).not.toHaveBeenCalled()
    sight.come()
    await flushPromises()
    expect(load).toHaveBeenCalledOnce()
    expect(chart.find('.drawn').exists()).toBe(true)
  })

  it('says so where ECharts cannot be had', async () => {
    const chart = await mountSeen({ load: () => Promise.reject(new Error('offline')) })
    expect(chart.text()).toContain('图未能载入，数值见表格')
  })
})

describe('a reader with a keyboard', () => {
  it('starts at the headline and walks in the order of time', async () => {
    const chart = await mountSeen()
    await press(chart, 'ArrowLeft')
    expect(readout(chart)).toContain('2021年')
    await press(chart, 'ArrowLeft')
    expect(readout(chart)).toContain('2016年')
    await press(chart, 'Home')
    expect(readout(chart)).toContain('2015年')
    await press(chart, 'End')
    expect(readout(chart)).toContain('2022年 · 地区410000')
  })

  it('hears period, figure, status and source', async () => {
    const chart = await mountSeen()
    await press(chart, 'Home')
    expect(chart.get('[aria-live=polite]').text()).toBe(
      '2015年 · 地区410800, 85微克/立方米, 推算, 焦作市生态环境局 2022-09-09',
    )
  })

  it('leaves with Escape', async () => {
    const chart = await mountSeen()
    await press(chart, 'End')
    await press(chart, 'Escape')
    expect(readout(chart)).toBe('')
    expect(chart.get('[aria-live=polite]').text()).toBe('')
  })

  it('keeps other keys and shortcuts to the page', async () => {
    const chart = await mountSeen()
    await press(chart, 't')
    await chart.get('[role=img]').trigger('keydown', { key: 'ArrowLeft', altKey: true })
    expect(readout(chart)).toBe('')
  })
})

describe('a reader with a pointer', () => {
  it('reads the point that is near, and none in the empty', async () => {
    const chart = await mountSeen()
    const stage = chart.get('[role=img]')
    await press(chart, 'End')
    const points = chart.emitted<[{ xPx: number; yPx: number }]>('point') ?? []
    const last = points[points.length - 1]?.[0]
    await stage.trigger('pointermove', { clientX: 5, clientY: 5 })
    expect(readout(chart)).toBe('')
    await stage.trigger('pointermove', { clientX: (last?.xPx ?? 0) + 3, clientY: last?.yPx })
    expect(readout(chart)).toContain('47.7微克/立方米')
    await stage.trigger('pointerleave')
    expect(readout(chart)).toBe('')
  })
})

describe('a chart that changes', () => {
  it('is drawn anew for another language, and forgets where its reader was', async () => {
    const chart = await mountSeen()
    await press(chart, 'End')
    await chart.setProps({ lang: 'en' })
    expect(readout(chart)).toBe('')
    await press(chart, 'End')
    expect(readout(chart)).toContain('µg/m³')
  })

  it('loses what its reader switches off', async () => {
    const chart = await mountSeen()
    await chart.setProps({ hidden: new Set(['year', 'peers']) })
    await press(chart, 'End')
    expect(readout(chart)).toBe('')
  })
})

describe('a chart that goes', () => {
  it('closes its observers', async () => {
    widen(800)
    const sight = stubSight()
    const disconnect = vi.spyOn(ResizeObserver.prototype, 'disconnect')
    const chart = mountChart()
    await nextTick()
    expect(sight.isOpen()).toBe(true)
    chart.unmount()
    expect(sight.isOpen()).toBe(false)
    expect(disconnect).toHaveBeenCalledOnce()
  })
})
