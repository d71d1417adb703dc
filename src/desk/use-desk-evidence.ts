/** Evidence as live state: held whole, or read page by page where there is too much of it. */
import { computed, shallowRef, watch, watchEffect, type Ref, type ShallowRef } from 'vue'
import type { Evidence, Viewpoint } from '../domain/evidence.ts'
import type { Head } from '../db/store-port.ts'
import type { SeriesByIndicator } from '../stores/data-state.ts'
import type { Shelf, Want } from '../stores/series-shelf.ts'
import { evidenceOf, needsOf, shelfEvidence } from './evidence.ts'
import { viewPage } from './page-view.ts'

/** The part of the data store that evidence is made of. */
interface Data {
  readonly head: Head | null
  readonly series: SeriesByIndicator
  readonly shelf: Shelf | null
  need(wants: readonly Want[]): Promise<void>
  needAlso(wants: readonly Want[]): Promise<void>
}

function evidenceIn({ head, series, shelf }: Data): Evidence | null {
  if (!head) return null
  const held = { catalog: head.catalog, publications: head.publications }
  return shelf ? shelfEvidence(held, shelf, () => undefined) : evidenceOf(held, series)
}

export function useDeskEvidence(data: Data): Readonly<ShallowRef<Evidence | null>> {
  const evidence = shallowRef<Evidence | null>(null)
  watchEffect(() => {
    evidence.value = evidenceIn(data)
  })
  return evidence
}

/** Has read what the page looks at; false until it is here. */
export function usePageNeeds(
  data: Data,
  page: { name: Ref<string>; id: Ref<string>; viewpoint: Ref<Viewpoint> },
): Readonly<Ref<boolean>> {
  const needs = computed(() => {
    const { head, shelf } = data
    if (!head || !shelf) return null
    const shown = { name: page.name.value, id: page.id.value }
    return needsOf(head, shelf, (evidence) => viewPage(shown, evidence, page.viewpoint.value))
  })
  watch(needs, (now) => now && void data.need(now.wants), { immediate: true })
  return computed(() => needs.value?.isHere ?? true)
}

/** A view beside the page; null until what it looks at has been read, which is then seen to. */
export function viewBeside<T>(
  data: Data,
  evidence: Evidence | null,
  view: (evidence: Evidence) => T,
): T | null {
  const { head, shelf } = data
  if (!evidence || !head || !shelf) return evidence && view(evidence)
  const { wants, isHere } = needsOf(head, shelf, view)
  if (isHere) return view(evidence)
  void data.needAlso(wants)
  return null
}
