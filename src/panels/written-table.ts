/**
 * A panel's numbers for readers without script. Where script runs, a browser reads what stands in
 * `noscript` as text and builds nothing of it; the panel brings its table when it is alive.
 */
import { createStaticVNode, defineComponent, h, type PropType } from 'vue'
import { isWriting } from '../charts/taking-over.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import FiguresTable from './FiguresTable.vue'

export const WrittenTable = defineComponent({
  name: 'WrittenTable',
  props: {
    view: { type: Object as PropType<IndicatorView>, required: true },
    caption: { type: String, required: true },
  },
  setup(props) {
    if (isWriting()) {
      return () => h('noscript', h('div', { class: 'written-table' }, h(FiguresTable, props)))
    }
    // Adopts the element that it finds, as it is.
    const found = createStaticVNode(' ', 1)
    return () => found
  },
})
