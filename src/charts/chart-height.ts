/** Heights that suit the forms, in px at the base size of type; independent of width, so nothing jumps. */
import type { Form } from '../domain/form.ts'

const HEIGHTS: Partial<Readonly<Record<Form, number>>> = {
  stretches: 330,
  columns: 300,
  ranks: 230,
  steps: 220,
  line: 220,
  slope: 200,
}

export function chartHeightPx(form: Form): number {
  return HEIGHTS[form] ?? 220
}
