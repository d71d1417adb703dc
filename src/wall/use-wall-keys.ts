/** Keys, remote controls and touches; a pointer that moves over a wall touches nothing. */
import { onBeforeUnmount, onMounted } from 'vue'
import { createKeyReader, type WallCommand } from './keys.ts'
import type { RotationCommand } from './rotation.ts'
import type { WallTools } from './wall-tools.ts'

/** Beside the middle, of the window's breadth. */
const SIDE = 0.3

/**
 * The first touch only holds the wall, which whoever touched it then sees; the next turn it over at
 * the sides. `x` from 0 at the left edge to 1.
 */
export function commandOfTouch(x: number, isPaused: boolean): RotationCommand {
  if (!isPaused || (x > SIDE && x < 1 - SIDE)) return { kind: 'touch' }
  return { kind: x <= SIDE ? 'previous' : 'next' }
}

export function useWallKeys(
  tools: WallTools | null,
  { count, isPaused }: { readonly count: () => number; readonly isPaused: () => boolean },
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
  const onPointer = (event: Event) => {
    const x = event instanceof MouseEvent ? event.clientX / window.innerWidth : 0.5
    run(commandOfTouch(x, isPaused()))
  }
  onMounted(() => {
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', onPointer)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKey)
    window.removeEventListener('pointerdown', onPointer)
  })
}
