/** How old the data on the wall are, judged by its clock as far as that can be right. */
import { computed, shallowRef, watch, type Ref } from 'vue'
import type { Region } from '../contract/catalog.ts'
import type { Head } from '../db/store-port.ts'
import { judgeDataAge, shortestUpdatePeriod } from '../domain/data-age.ts'
import { judgedOn } from '../domain/freshness.ts'
import { dayOfData, knownUntil } from '../domain/known-until.ts'
import { viewsOf, type Slide } from '../domain/slides.ts'
import type { AsOf } from '../domain/standing.ts'
import { formatDataAge } from '../text/wall-header-text.ts'
import type { Lang } from '../text/lang.ts'
import { judgeClock, watchClock, type ClockWatch } from './clock-check.ts'
import type { WallTime } from './use-clock.ts'
import type { WallTools } from './wall-tools.ts'

export interface AgeOptions {
  readonly head: Readonly<Ref<Head | null>>
  readonly slide: Readonly<Ref<Slide | null>>
  readonly region: Readonly<Ref<Region | null>>
  readonly isHome: Readonly<Ref<boolean>>
  readonly asOf: AsOf
  readonly lang: Lang
  readonly time: Readonly<Ref<WallTime>>
  readonly buildDay: string | null
  readonly tools: Pick<WallTools, 'now' | 'steadyMs'> | null
}

/** Every minute both clocks are looked at: one that nobody sets tells when the other runs back. */
function useClockWatch({ time, tools }: AgeOptions): Readonly<Ref<ClockWatch | null>> {
  const watched = shallowRef<ClockWatch | null>(null)
  watch(time, () => {
    if (!tools) return
    const sample = { wallMs: tools.now().getTime(), steadyMs: tools.steadyMs() }
    watched.value = watchClock(watched.value, sample)
  })
  return watched
}

export function useWallAge(options: AgeOptions) {
  const { head, slide, region, isHome, asOf, lang, time, buildDay } = options
  const watched = useClockWatch(options)
  return computed(() => {
    if (!head.value || !region.value) return null
    const { publications, manifest } = head.value
    const latest = knownUntil(publications, 'latest').day
    const data = dayOfData(publications, region.value.code, asOf)
    if (!data) return null
    const { day: publishedDay, isOwn } = data
    const { today } = time.value
    const facts = {
      today,
      writtenDay: manifest.written.slice(0, 10),
      publishedDay: latest,
      buildDay,
    }
    const isPlausible = today === '' || judgeClock(facts, watched.value).kind === 'plausible'
    const age = judgeDataAge({
      publishedDay,
      // What was known on an earlier day is not late because that day is long past.
      today: judgedOn(asOf, today),
      expires: manifest.expires ?? null,
      updatePeriod: shortestUpdatePeriod(
        slide.value ? viewsOf(slide.value).map(({ indicator }) => indicator) : [],
      ),
      isClockPlausible: isPlausible,
    })
    return {
      kind: age.kind,
      text: formatDataAge(age, isOwn ? region.value : null, isHome.value, lang, asOf),
    }
  })
}
