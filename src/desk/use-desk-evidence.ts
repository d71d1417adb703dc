/** Evidence as live state: held whole, or read page by page where there is too much of it. */
import { computed, shallowRef, watch, watchEffect, type Ref, type ShallowRef } from 'vue'
import type { Evidence, Viewpoint } from '../domain/evidence.ts'
import { evidenceIn, needsOf, viewBeside, type EvidenceData } from '../stores/evidence.ts'
import { viewPage } from './page-view.ts'
import type { ViewBeside } from './use-slide-rows.ts'

export function useDeskEvidence(data: EvidenceData): Readonly<ShallowRef<Evidence | null>> {
  const evidence = shallowRef<Evidence | null>(null)
  watchEffect(() => {
    evidence.value = evidenceIn(data)
  })
  return evidence
}

/** Has read what the page looks at; false until it is here. */
export function usePageNeeds(
  data: EvidenceData,
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

/** For views that no page's address tells of; another function whenever the data are others. */
export function useViewBeside(
  data: EvidenceData,
  evidence: Readonly<ShallowRef<Evidence | null>>,
): Readonly<Ref<ViewBeside>> {
  return computed(() => {
    const known = evidence.value
    return (view) => viewBeside(data, known, view)
  })
}
