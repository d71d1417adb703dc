/** What a key of the keyboard or of a remote control asks of the wall. */
import type { RotationCommand } from './rotation.ts'

export type WallCommand = RotationCommand | { readonly kind: 'leave' }

/** The part of a KeyboardEvent that is read. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly repeat: boolean
}

/** Two digits are one number when the second comes so soon after the first. */
export const SECOND_DIGIT_MS = 800

/** Names by UI Events KeyboardEvent key Values, https://www.w3.org/TR/uievents-key/ */
const COMMANDS: ReadonlyMap<string, WallCommand['kind'] & Exclude<WallCommand['kind'], 'jump'>> =
  new Map([
    ['ArrowRight', 'next'],
    ['ArrowDown', 'next'],
    ['PageDown', 'next'],
    ['MediaTrackNext', 'next'],
    ['ChannelUp', 'next'],
    ['BrowserForward', 'next'],
    ['ArrowLeft', 'previous'],
    ['ArrowUp', 'previous'],
    ['PageUp', 'previous'],
    ['MediaTrackPrevious', 'previous'],
    ['ChannelDown', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    [' ', 'toggle-pause'],
    ['Enter', 'toggle-pause'],
    ['MediaPlayPause', 'toggle-pause'],
    ['MediaPlay', 'toggle-pause'],
    ['MediaPause', 'toggle-pause'],
    ['Escape', 'leave'],
    ['BrowserBack', 'leave'],
    ['GoBack', 'leave'],
  ])

/** Keys that only change others, belong to browser or machine, or are pressed by no one's finger. */
const NO_TOUCH =
  /^(Shift|Control|Alt|AltGraph|Meta|OS|CapsLock|NumLock|ScrollLock|Fn|FnLock|Dead|Process|Unidentified|AudioVolume\w+|Power|PowerOff|Standby|WakeUp|BrightnessUp|BrightnessDown|F\d{1,2})$/

interface TypedNumber {
  readonly number: number
  readonly atMs: number
}

/**
 * "7" is the seventh slide, "0" alone the tenth, "1" and soon "2" the twelfth. The first digit jumps
 * at once: nobody waits for a second one that does not come.
 */
function addDigit(
  before: TypedNumber | null,
  digit: number,
  nowMs: number,
  count: number,
): TypedNumber {
  const since = before ? nowMs - before.atMs : Infinity
  const number = before ? before.number * 10 + digit : 0
  if (since >= 0 && since <= SECOND_DIGIT_MS && number <= count) return { number, atMs: nowMs }
  return { number: digit === 0 ? 10 : digit, atMs: nowMs }
}

/**
 * Reads one key after the other. Null: the key is not for the wall. 'touch': a key that means nothing
 * here, and somebody pressed it.
 */
export function createKeyReader(): (
  press: KeyPress,
  nowMs: number,
  count: number,
) => WallCommand | null {
  let typed: TypedNumber | null = null
  return ({ key, ctrlKey, altKey, metaKey, repeat }, nowMs, count) => {
    if (ctrlKey || altKey || metaKey || NO_TOUCH.test(key)) return null
    if (/^\d$/.test(key)) {
      if (repeat) return { kind: 'touch' }
      typed = addDigit(typed, Number(key), nowMs, count)
      return { kind: 'jump', index: typed.number - 1 }
    }
    typed = null
    const kind = COMMANDS.get(key) ?? 'touch'
    // A key held down must not pause and go on in turns.
    return { kind: kind === 'toggle-pause' && repeat ? 'touch' : kind }
  }
}
