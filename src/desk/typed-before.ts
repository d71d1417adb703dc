/** What a reader typed into a field of the written page before the app was there. */
import { getCurrentInstance, onMounted } from 'vue'
import { isTakingOver } from '../charts/taking-over.ts'

/** Call in the set-up of the component whose field it is: hydration puts its own value there. */
export function onTypedBefore(hear: (text: string) => void): void {
  const written: unknown = getCurrentInstance()?.vnode.el
  if (!isTakingOver() || !(written instanceof Element)) return
  const typed = written.querySelector('input')?.value ?? ''
  if (typed !== '') onMounted(() => hear(typed))
}
