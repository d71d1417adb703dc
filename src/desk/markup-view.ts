/** Builds a tree of markup as elements: no text is parsed on the way. */
import { h, type FunctionalComponent, type VNode } from 'vue'
import type { Markup } from './markup.ts'

function build(node: Markup): VNode | string {
  if (typeof node === 'string') return node
  return h(node.tag, node.attributes, node.children.map(build))
}

export const MarkupView: FunctionalComponent<{ nodes: readonly Markup[] }> = ({ nodes }) =>
  nodes.map(build)
MarkupView.props = ['nodes']
