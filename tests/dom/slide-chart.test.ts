import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import * as echarts from 'echarts/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, onErrorCaptured, shallowRef } from 'vue'
import type { IndicatorView } from '../../src/domain/indicator-view.ts'
import { drawTurnsKey } from '../../src/slides/draw-turns.ts'
import SlideChart from '../../src/slides/SlideChart.vue'
import { viewOf } from '../unit/builders/evidence.ts'
import { figure, snapshot } from '../unit/builders/snapshot.ts'

/** Made-up figures, for these tests only. */
function viewWith(last: string): IndicatorView {
  return viewOf([
    snapshot('a', '2022-09-09', [
      figure('2015', '85', { status: 'E' }),
      figure('2016', '84', { status: 'E' }),
      figure('2021', last),
    ]),
  ])
}
const view = viewWith('45')

interface Layout {
  readonly resize: (width: number, height: number) => Promise<void>
  readonly observers: () => number
}

function setBoxes(width: number, height: number): void {
  const box = new DOMRect(0, 0, width, height)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(box)
}

/** happy-dom has no layout: boxes are as large as this says, and observers hear of it when told. */
function layOut(width: number, height: number): Layout {
  const running = new Set<() => void>()
  class Observer {
    readonly #run: () => void
    constructor(run: () => void) {
      this.#run = run
    }
    observe(): void {
      running.add(this.#run)
    }
    disconnect(): void {
      running.delete(this.#run)
    }
  }
  vi.stubGlobal('ResizeObserver', Observer)
  setBoxes(width, height)
  return {
    resize: async (newWidth, newHeight) => {
      setBoxes(newWidth, newHeight)
      for (const run of running) run()
      await flushPromises()
    },
    observers: () => running.size,
  }
}

function props(more: Record<string, unknown> = {}) {
  const plain = { view, theme: 'dark', lang: 'zh', asOf: 'latest', spoken: '2021年45微克' } as const
  return { ...plain, unitPx: 1, ...more }
}

async function mountDrawn(more?: Record<string, unknown>): Promise<VueWrapper> {
  const slide = mount(SlideChart, { props: props(more), attachTo: document.body })
  await flushPromises()
  return slide
}

function words(slide: VueWrapper): readonly string[] {
  return slide.findAll('svg text').map((text) => text.text())
}

function instances(slide: VueWrapper): readonly unknown[] {
  const hosts = slide.findAll<HTMLElement>('*').map(({ element }) => element)
  return hosts.map((host) => echarts.getInstanceByDom(host)).filter((found) => found !== undefined)
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

describe('the picture of a slide', () => {
  it('is drawn at once, by one chart, as large as its box, and says so', async () => {
    layOut(1140, 590)
    const slide = await mountDrawn()
    expect(slide.attributes()).toMatchObject({ role: 'img', 'aria-label': '2021年45微克' })
    expect(slide.get('svg').attributes()).toMatchObject({ width: '1140', height: '590' })
    expect(words(slide)).toContain('45')
    expect(slide.emitted('drawn')).toHaveLength(1)
    expect(instances(slide)).toHaveLength(1)
  })

  it('offers no tab stop and no reading', async () => {
    layOut(1140, 590)
    const slide = await mountDrawn()
    expect(slide.findAll('[tabindex], [aria-live], .chart-readout')).toEqual([])
  })

  it('waits while its box has no size, and keeps its picture while it is hidden', async () => {
    const layout = layOut(0, 0)
    const slide = await mountDrawn()
    expect(slide.find('svg').exists()).toBe(false)
    expect(slide.emitted('drawn')).toBeUndefined()
    await layout.resize(880, 620)
    expect(slide.get('svg').attributes('width')).toBe('880')
    await layout.resize(0, 0)
    expect(words(slide)).toContain('45')
    expect(slide.emitted('drawn')).toHaveLength(1)
  })

  it('is drawn again for another size or view, by the same chart, and for nothing else', async () => {
    const layout = layOut(1140, 590)
    const slide = await mountDrawn()
    const [chart] = instances(slide)
    await slide.setProps({ spoken: '另一句' })
    await layout.resize(1140.4, 590.2)
    expect(slide.emitted('drawn')).toHaveLength(1)
    await layout.resize(588, 560)
    expect(slide.get('svg').attributes('width')).toBe('588')
    await slide.setProps({ view: viewWith('47') })
    await flushPromises()
    expect(words(slide)).toContain('47')
    expect(words(slide)).not.toContain('45')
    expect(slide.emitted('drawn')).toHaveLength(3)
    expect(instances(slide)).toEqual([chart])
  })

  it('waits for its turns where others draw too, and lets them pass when it has gone', async () => {
    layOut(1140, 590)
    const waiting: (() => void)[] = []
    const next = () => new Promise<void>((resolve) => waiting.push(resolve))
    const takeTurn = async () => {
      await flushPromises()
      waiting.shift()?.()
      await flushPromises()
    }
    const provided = { global: { provide: { [drawTurnsKey as symbol]: { next } } } }
    const slide = mount(SlideChart, { props: props(), attachTo: document.body, ...provided })
    await takeTurn()
    expect(slide.find('svg').exists()).toBe(false)
    await takeTurn()
    expect(words(slide)).toContain('45')
    await slide.setProps({ view: viewWith('46') })
    await slide.setProps({ view: viewWith('47') })
    for (let turns = 4; turns > 0; turns -= 1) await takeTurn()
    expect(words(slide)).toContain('47')
    // The view in between was never drawn.
    const drawn = slide.emitted('drawn')
    expect(drawn).toHaveLength(2)
    await slide.setProps({ view: viewWith('48') })
    slide.unmount()
    await takeTurn()
    expect(waiting).toEqual([])
    expect(drawn).toHaveLength(2)
  })

  it('leaves nothing behind', async () => {
    const layout = layOut(1140, 590)
    const slide = await mountDrawn()
    const [chart] = instances(slide) as readonly [echarts.ECharts]
    expect(layout.observers()).toBe(1)
    slide.unmount()
    expect(chart.isDisposed()).toBe(true)
    expect(layout.observers()).toBe(0)
  })

  it('takes its colours from the page, so that the night is a matter of the sheet', async () => {
    layOut(1140, 590)
    const slide = await mountDrawn()
    const fills = slide.findAll('svg text').map((text) => text.attributes('fill'))
    expect(fills.length).toBeGreaterThan(3)
    expect(fills.filter((fill) => !fill?.startsWith('var(--'))).toEqual([])
  })

  it('asks for no canvas, whose memory would grow with every new text', async () => {
    layOut(1140, 590)
    const asked = vi.spyOn(HTMLCanvasElement.prototype, 'getContext')
    const made = vi.spyOn(document, 'createElement')
    const slide = await mountDrawn()
    await slide.setProps({ lang: 'en' })
    await flushPromises()
    expect(words(slide).length).toBeGreaterThan(3)
    expect(asked).not.toHaveBeenCalled()
    expect(made.mock.calls.filter(([name]) => name === 'canvas')).toEqual([])
  })
})

describe('what goes wrong in a picture', () => {
  it('reaches the parent once, and the picture before it stands', async () => {
    layOut(1140, 590)
    const caught: unknown[] = []
    const shown = shallowRef<IndicatorView>(view)
    const broken = new Proxy(view, {
      get(target, key) {
        if (key === 'main') throw new Error('broken view')
        return Reflect.get(target, key) as unknown
      },
    })
    const Parent = defineComponent({
      setup() {
        onErrorCaptured((error) => {
          caught.push(error)
          return false
        })
        return () => h(SlideChart, props({ view: shown.value }))
      },
    })
    const parent = mount(Parent, { attachTo: document.body })
    await flushPromises()
    shown.value = broken
    await nextTick()
    await flushPromises()
    expect(caught).toEqual([new Error('broken view')])
    expect(words(parent)).toContain('45')
    expect(parent.getComponent(SlideChart).emitted('drawn')).toHaveLength(1)
  })
})
