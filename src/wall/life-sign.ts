/**
 * The document's title as a sign of life: it names the time of day, so it changes each minute. The
 * watchdog of the kiosk reads it from outside; one that stands for three minutes means that the page
 * hangs. It is set by the same thread that draws.
 */
import type { StartTimer } from '../db/timer.ts'
import { formatTimeOfDay } from '../slides/duty-hours.ts'
import type { Lang } from '../text/lang.ts'
import { formatWallTitle } from '../text/wall-title-text.ts'
import { startRepeating } from './repeat.ts'

/** Some looks a minute, so that a late timer is no alarm. */
const LOOK_EVERY_MS = 15_000

export interface LifeSignTools {
  readonly document: { title: string }
  readonly startTimer: StartTimer
  /** Minutes since midnight in the zone of the wall, now. */
  readonly minuteOfDay: () => number
  readonly slideTitle: () => string
  readonly lang: () => Lang
}

/** Returns how to stop. */
export function startLifeSign(tools: LifeSignTools): () => void {
  const { document, startTimer, minuteOfDay, slideTitle, lang } = tools
  return startRepeating(startTimer, LOOK_EVERY_MS, () => {
    const title = formatWallTitle(slideTitle(), formatTimeOfDay(minuteOfDay()), lang())
    if (document.title !== title) document.title = title
  })
}
