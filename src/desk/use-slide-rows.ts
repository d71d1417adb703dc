/** The slides of the wall that is being arranged, as far as the data for them are here. */
import { computed, type ComputedRef, type Ref } from 'vue'
import type { Evidence, Viewpoint } from '../domain/evidence.ts'
import { findRegion, homeRegion } from '../domain/region-choice.ts'
import {
  defaultSlideNames,
  INSPECTION_SLIDE,
  NEWS_SLIDE,
  viewSlide,
  type Slide,
} from '../domain/slides.ts'
import { canvasOf, type Canvas } from '../slides/canvas.ts'
import type { WallSettings } from '../slides/wall-address.ts'
import type { Lang } from '../text/lang.ts'
import { slideTitle } from '../text/slide-title.ts'
import type { NamedSlide } from './slide-choices.ts'
import { slideRow, type SlideRow } from './slide-row.ts'
import { SCREENS, type ScreenId } from './wall-screens.ts'

/** A view beside the page; null until what it looks at has been read. */
export type ViewBeside = <T>(view: (evidence: Evidence) => T) => T | null

export interface SlidesAsked {
  readonly evidence: Evidence
  readonly view: ViewBeside
  readonly settings: WallSettings
  readonly screen: ScreenId
  /** Of the reader, who need not be the wall's. */
  readonly lang: Lang
}

export interface ArrangedSlides {
  readonly canvas: ComputedRef<Canvas>
  /** Those that the data give by themselves. */
  readonly usual: ComputedRef<readonly string[]>
  readonly names: ComputedRef<readonly string[]>
  readonly rows: ComputedRef<readonly SlideRow[]>
  /** Pages and themes with something to show. */
  readonly pages: ComputedRef<readonly NamedSlide[]>
  /** Null where it means nothing or nothing is known; undefined until what it needs has been read. */
  readonly slideOf: (name: string) => Slide | null | undefined
}

/** Views are made once, and anew where the data, the day or the region change. */
function useSlides(
  names: () => readonly string[],
  view: Readonly<Ref<ViewBeside>>,
  viewpoint: Readonly<Ref<Viewpoint>>,
): ArrangedSlides['slideOf'] {
  const made = computed(() => ({
    view: view.value,
    point: viewpoint.value,
    slides: new Map<string, Slide | null>(),
  }))
  /** All at once: what is read for one of them must not put back what another one needs. */
  const known = computed(() => {
    const { slides, point, view: beside } = made.value
    const missing = names().filter((name) => !slides.has(name))
    const found = beside((evidence) =>
      missing.map((name) => [name, viewSlide(name, evidence, point)] as const),
    )
    for (const [name, slide] of found ?? []) slides.set(name, slide)
    return { of: (name: string) => slides.get(name) }
  })
  return (name) => known.value.of(name)
}

export function useSlideRows(asked: () => SlidesAsked): ArrangedSlides {
  const canvas = computed(() => {
    const { settings, screen } = asked()
    const { screenMetres, distanceMetres } = settings
    return canvasOf(SCREENS[screen], {
      screenMetres: screenMetres ?? undefined,
      distanceMetres: distanceMetres ?? undefined,
    })
  })
  const asOf = computed(() => asked().settings.asOf)
  const region = computed(() => {
    const { catalog } = asked().evidence
    return (findRegion(catalog, asked().settings.region ?? '') ?? homeRegion(catalog)).code
  })
  const view = computed(() => asked().view)
  const viewpoint = computed((): Viewpoint => ({ asOf: asOf.value, region: region.value }))
  const usual = computed(
    () => view.value((evidence) => defaultSlideNames(evidence, viewpoint.value)) ?? [],
  )
  const names = computed(() => asked().settings.slides ?? usual.value)
  const pageNames = computed(() => {
    const { themes } = asked().evidence.catalog
    return [...new Set([INSPECTION_SLIDE, NEWS_SLIDE, ...themes.map(({ id }) => id)])]
  })
  const slideOf = useSlides(() => [...names.value, ...pageNames.value], view, viewpoint)
  const rows = computed(() => {
    const { settings, lang } = asked()
    const setting = { canvas: canvas.value, dwellSeconds: settings.dwellSeconds, lang }
    return names.value.map((name) => slideRow(name, slideOf(name), setting))
  })
  const pages = computed(() => {
    return pageNames.value.flatMap((name): NamedSlide[] => {
      const slide = slideOf(name)
      if (!slide) return []
      return [{ name, title: slideTitle(slide), kind: slide.kind === 'panels' ? 'theme' : 'page' }]
    })
  })
  return { canvas, usual, names, rows, pages, slideOf }
}
