/** The show as live state, fed from the data store. */
import { computed, onBeforeUnmount, onMounted, shallowRef, watch, type Ref } from 'vue'
import type { Viewpoint } from '../domain/evidence.ts'
import type { Slide } from '../domain/slides.ts'
import type { Canvas } from '../slides/canvas.ts'
import { dwellMs } from '../slides/dwell.ts'
import { evidenceIn, needsOf, type EvidenceData } from '../stores/evidence.ts'
import { attempt } from './attempt.ts'
import { frontOf } from './layers.ts'
import { createPlaylist } from './playlist.ts'
import { EMPTY_SHOW, type ShowSource, type ShowState } from './show-state.ts'
import { SlideShow } from './slide-show.ts'
import type { WallTools } from './wall-tools.ts'

export interface ShowOptions {
  readonly data: EvidenceData
  readonly viewpoint: Readonly<Ref<Viewpoint>>
  readonly asked: readonly string[] | null
  readonly dwellSeconds: number | null
  readonly canvas: Readonly<Ref<Canvas>>
  readonly tools: WallTools | null
}

/** Where pages are written nobody waits, and nothing goes on. */
const WRITING = {
  steadyMs: () => 0,
  startTimer: () => () => undefined,
  painted: () => Promise.resolve(),
  onBoundary: () => false,
}

/** What all slides look at, where a data set is too large to be held whole. */
function wholeShow({ asked }: ShowOptions, viewpoint: Viewpoint) {
  return (evidence: NonNullable<ReturnType<typeof evidenceIn>>) => {
    const list = createPlaylist(asked, evidence, viewpoint)
    // One that cannot be made is told when its turn comes; the others need what they need.
    for (const name of list.names) attempt(() => list.slide(name))
  }
}

/** Null until everything that the slides look at is there. */
function sourceOf(options: ShowOptions): ShowSource | null {
  const { data, viewpoint, asked } = options
  const evidence = evidenceIn(data)
  if (!evidence) return null
  const { head, shelf } = data
  if (head && shelf) {
    const { wants, isHere } = needsOf(head, shelf, wholeShow(options, viewpoint.value))
    void data.need(wants)
    if (!isHere) return null
  }
  return { evidence, viewpoint: viewpoint.value, asked, seq: head?.seq ?? 0 }
}

export function useSlideShow(options: ShowOptions) {
  const state = shallowRef<ShowState>(EMPTY_SHOW)
  const { steadyMs, startTimer, painted, onBoundary } = options.tools ?? WRITING
  const show = new SlideShow(
    {
      nowMs: steadyMs,
      startTimer,
      painted,
      onBoundary,
      dwellMs: (slide) => dwellMs(slide, options.canvas.value, options.dwellSeconds),
    },
    (next) => {
      state.value = next
    },
  )
  const source = computed(() => sourceOf(options))
  watch(source, (now) => now && show.offer(now), { immediate: true })
  onMounted(() => show.start())
  onBeforeUnmount(() => show.stop())
  return {
    state,
    show,
    slide: computed((): Slide | null => frontOf(state.value.layers)?.slide ?? null),
  }
}
