/** The time on the wall: minutes, so that nothing on it moves between two of them. */
import { onBeforeUnmount, onMounted, shallowRef, type Ref } from 'vue'
import type { StartTimer } from '../db/timer.ts'
import { localDay } from '../stores/today.ts'

export interface WallTime {
  /** YYYY-MM-DD; empty where there is no clock. */
  readonly today: string
  /** HH:MM. */
  readonly time: string
  /** Since midnight. */
  readonly minute: number
}

const TIMELESS: WallTime = { today: '', time: '', minute: 0 }

/** A clock that is put right is seen so soon. */
const LOOK_EVERY_MS = 5000
const MINUTE_MS = 60_000

/** The minute changes when it does. */
function untilLook(now: Date): number {
  return Math.min(LOOK_EVERY_MS, MINUTE_MS - (now.getTime() % MINUTE_MS))
}

function formatTime(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(now.getHours())}:${two(now.getMinutes())}`
}

/** HH:MM, and before it the day where that is not today: "2026-11-22 14:02". */
export function formatTimeSeen(at: Date, today: string): string {
  const day = localDay(at)
  return day === today ? formatTime(at) : `${day} ${formatTime(at)}`
}

export interface ClockTools {
  readonly now: () => Date
  readonly startTimer: StartTimer
}

/** Without tools, as where pages are written, there is no clock. */
export function useClock(tools: ClockTools | null): Readonly<Ref<WallTime>> {
  const shown = shallowRef(TIMELESS)
  let stop = (): void => undefined
  function look(): void {
    if (!tools) return
    const now = tools.now()
    const time = formatTime(now)
    const today = localDay(now)
    if (time !== shown.value.time || today !== shown.value.today) {
      shown.value = { today, time, minute: now.getHours() * 60 + now.getMinutes() }
    }
    stop = tools.startTimer(look, untilLook(now))
  }
  onMounted(look)
  onBeforeUnmount(() => stop())
  return shown
}
