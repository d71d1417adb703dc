/** What a component can know of how its page came about. */
import { getCurrentInstance, inject } from 'vue'
import { drawStillsKey } from './still-key.ts'

/** True where a page is being written: nobody reads it yet. */
export function isWriting(): boolean {
  return inject(drawStillsKey, null) !== null
}

/** True for a component that takes over markup: hydration hands it the element that it finds. */
export function isTakingOver(): boolean {
  return Boolean(getCurrentInstance()?.vnode.el)
}
