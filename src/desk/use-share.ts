/** From a choice to the code: everything that the dialog shows follows from it. */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Region } from '../contract/catalog.ts'
import type { Evidence, Viewpoint } from '../domain/evidence.ts'
import { viewIndicator, type IndicatorView } from '../domain/indicator-view.ts'
import { knownDayOf } from '../domain/known-until.ts'
import type { Rank } from '../domain/rank-claim.ts'
import { homeRegion } from '../domain/region-choice.ts'
import { relatedViews } from '../domain/related.ts'
import { isSpokenOf } from '../domain/spoken.ts'
import { standingPublications } from '../domain/standing.ts'
import type { Reader } from '../panels/reader.ts'
import { embedSnippet, hasFittingPicture, type Measured } from './embed-snippet.ts'
import { writeMarkup, type Markup } from './markup.ts'
import { shareAddresses, type ShareAddresses } from './share-addresses.ts'
import { linkedView, withinLimits, type ShareChoice } from './share-choice.ts'
import { policyNeeds, type PolicyNeeds } from './share-policy.ts'
import type { ViewBeside } from './use-slide-rows.ts'

export interface ShareAsked {
  readonly id: string
  readonly evidence: Evidence
  readonly viewpoint: Viewpoint
  readonly beside?: ViewBeside | undefined
  /** The app's folder in full, with a slash at its end. */
  readonly base: string
}

export interface Share {
  readonly wanted: Ref<ShareChoice>
  /** What comes of it on its rung. */
  readonly choice: ComputedRef<ShareChoice>
  readonly measured: ShallowRef<Measured>
  /** Day that a pinned panel is pinned to. */
  readonly pinDay: ComputedRef<string>
  /** Those with figures. */
  readonly regions: ComputedRef<readonly Region[]>
  readonly home: ComputedRef<Region>
  /** Null until it has been read, and for an indicator that the catalog does not know. */
  readonly view: ComputedRef<IndicatorView | null>
  readonly addresses: ComputedRef<ShareAddresses>
  readonly nodes: ComputedRef<readonly Markup[]>
  readonly code: ComputedRef<string>
  readonly needs: ComputedRef<PolicyNeeds>
}

interface Shown {
  readonly view: IndicatorView
  readonly rank: Rank | undefined
}

function look(evidence: Evidence, id: string, viewpoint: Viewpoint): Shown | null {
  const view = viewIndicator(evidence, id, viewpoint)
  if (!view) return null
  const kin = relatedViews(view, evidence, viewpoint).find(({ kinship }) => kinship === 'rank')
  const rank = kin?.beside && { indicator: kin.view.indicator, point: kin.beside }
  return { view, rank }
}

function firstChoice({ theme, lang, asOf }: Reader, region: string | null): ShareChoice {
  return {
    rung: 'element',
    lang,
    theme,
    region,
    asOf,
    isObject: false,
    tellsHeight: false,
    hasMonths: false,
    width: 'full',
  }
}

function regionsOf({ catalog, publications }: Evidence, id: string): readonly Region[] {
  const standing = [...standingPublications(publications, 'latest').values()]
  return catalog.regions.filter(({ code }) =>
    standing.some((publication) => isSpokenOf(publication, id, code)),
  )
}

export function useShare(asked: () => ShareAsked, reader: Reader): Share {
  const home = computed(() => homeRegion(asked().evidence.catalog))
  const { region: asking } = asked().viewpoint
  const wanted = ref(firstChoice(reader, asking === home.value.code ? null : asking))
  const measured = shallowRef<Measured>({ heightPx: null, ratio: null })
  const pinDay = computed(() => knownDayOf(asked().evidence.publications, reader.asOf))
  const choice = computed(() => withinLimits(wanted.value, pinDay.value))
  const knownDay = computed(() => knownDayOf(asked().evidence.publications, choice.value.asOf))
  const point = computed((): Viewpoint => {
    const { asOf, region } = choice.value
    return { asOf, region: region ?? home.value.code }
  })
  const shown = computed(() => {
    const { id, evidence, beside } = asked()
    const see = (known: Evidence) => look(known, id, point.value)
    return beside ? beside(see) : see(evidence)
  })
  const addresses = computed(() =>
    shareAddresses(asked().base, asked().id, linkedView(wanted.value, choice.value)),
  )
  const nodes = computed(() => {
    if (!shown.value) return []
    return embedSnippet({
      ...shown.value,
      choice: choice.value,
      addresses: addresses.value,
      knownDay: knownDay.value,
      measured: measured.value,
    })
  })
  const view = computed(() => shown.value?.view ?? null)
  return {
    wanted,
    choice,
    measured,
    pinDay,
    regions: computed(() => regionsOf(asked().evidence, asked().id)),
    home,
    view,
    addresses,
    nodes,
    code: computed(() => writeMarkup(nodes.value)),
    needs: computed(() => {
      const hasPicture =
        view.value !== null && hasFittingPicture({ view: view.value, choice: choice.value })
      return policyNeeds(choice.value, hasPicture)
    }),
  }
}
