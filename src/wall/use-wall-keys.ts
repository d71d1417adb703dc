/** Keys, remote controls and touches; a pointer that moves over a wall touches nothing. */
import { onBeforeUnmount, onMounted } from 'vue'
import { createKeyReader, type WallCommand } from './keys.ts'
import type { WallTools } from './wall-tools.ts'

export function useWallKeys(
  tools: WallTools | null,
  count: () => number,
  run: (command: WallCommand) => void,
): void {
  if (!tools) return
  const { window, steadyMs } = tools
  const read = createKeyReader()
  const onKey = (event: Event) => {
    if (!(event instanceof KeyboardEvent)) return
    const command = read(event, steadyMs(), count())
    if (!command) return
    if (command.kind !== 'touch') event.preventDefault()
    run(command)
  }
  const onPointer = () => run({ kind: 'touch' })
  onMounted(() => {
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', onPointer)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKey)
    window.removeEventListener('pointerdown', onPointer)
  })
}
