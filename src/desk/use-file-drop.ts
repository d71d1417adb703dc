/** A file dropped anywhere: a browser would open it in the page's place, and the page would be gone. */
import { inject, onBeforeUnmount, onMounted } from 'vue'
import { deskDeviceKey } from './desk-device.ts'

/** What is dragged, where it is files. */
export function filesOf(event: Event): DataTransfer | null {
  if (!('dataTransfer' in event)) return null
  const { dataTransfer } = event as DragEvent
  return dataTransfer?.types.includes('Files') ? dataTransfer : null
}

/** Hands dropped files to the page about this device, which verifies them and says what they are. */
export function useFileDrop(openDevicePage: () => void): void {
  const device = inject(deskDeviceKey, null)
  if (!device) return
  const { document, dropped } = device
  const over = (event: Event): void => {
    if (filesOf(event)) event.preventDefault()
  }
  const drop = (event: Event): void => {
    const transfer = filesOf(event)
    if (!transfer) return
    event.preventDefault()
    dropped.value = [...transfer.files]
    openDevicePage()
  }
  onMounted(() => {
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('dragover', over)
    document.removeEventListener('drop', drop)
  })
}
