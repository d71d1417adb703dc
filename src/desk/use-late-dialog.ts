/** A dialog whose code comes when somebody asks for it. */
import { markRaw, ref, shallowRef, type Component, type Ref, type ShallowRef } from 'vue'

export interface LateDialog {
  readonly dialog: ShallowRef<Component | null>
  readonly isOpen: Ref<boolean>
  /** Its code could not be fetched: cut off from the network on plain http. */
  readonly isMissing: Ref<boolean>
  readonly open: () => Promise<void>
  readonly close: () => void
}

/** `button`: where the keys go on once it is closed. */
export function useLateDialog(
  button: Readonly<Ref<HTMLElement | null>>,
  load: () => Promise<{ readonly default: Component }>,
): LateDialog {
  const dialog = shallowRef<Component | null>(null)
  const isOpen = ref(false)
  const isMissing = ref(false)
  return {
    dialog,
    isOpen,
    isMissing,
    async open() {
      try {
        dialog.value ??= markRaw((await load()).default)
        isOpen.value = true
        isMissing.value = false
      } catch {
        isMissing.value = true
      }
    },
    close() {
      isOpen.value = false
      button.value?.focus()
    },
  }
}
