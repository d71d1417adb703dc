/** How a chart gets the component that draws it; replaced where something else is to draw. */
import type { Component, InjectionKey, Ref } from 'vue'

export type LoadChartCanvas = () => Promise<Component>

/**
 * True while nothing heavy may be fetched for a picture: in other people's pages, until a reader
 * touches the panel. What was drawn before any script stands meanwhile, as long as it says the same.
 */
export const isChartHeldKey: InjectionKey<Readonly<Ref<boolean>>> = Symbol('chart held')

export const chartCanvasKey: InjectionKey<LoadChartCanvas> = Symbol('chart canvas')

/** ECharts is a chunk of its own, asked for when the first chart is near. */
export async function loadChartCanvas(): Promise<Component> {
  const module = await import('./ChartCanvas.vue')
  return module.default
}
