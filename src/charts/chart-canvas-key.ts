/** How a chart gets the component that draws it; replaced where something else is to draw. */
import type { Component, InjectionKey } from 'vue'

export type LoadChartCanvas = () => Promise<Component>

export const chartCanvasKey: InjectionKey<LoadChartCanvas> = Symbol('chart canvas')

/** ECharts is a chunk of its own, asked for when the first chart is near. */
export async function loadChartCanvas(): Promise<Component> {
  const module = await import('./ChartCanvas.vue')
  return module.default
}
