/** The reader's view from the address, and how to change it: one query for every page. */
import { computed, inject, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Reader } from '../panels/reader.ts'
import type { Theme } from '../charts/theme.ts'
import type { Lang } from '../text/lang.ts'
import { addressKey } from './address.ts'
import { hashAddress, keptQuery, parseViewState, type ViewState } from './view-state.ts'

export type Defaults = () => { readonly lang: Lang; readonly theme: Theme }

export interface DeskReader {
  readonly state: ComputedRef<ViewState>
  readonly reader: ComputedRef<Reader>
  /** Address of a page that keeps the view. */
  readonly hrefOf: (path: string) => string
  /** This page for the home region. */
  readonly homeHref: ComputedRef<string>
  /** Sets one part of the view; null takes it out of the address. */
  readonly choose: (name: 'v' | 'region' | 'lang' | 'theme', value: string | null) => void
  /** Goes to a page, keeping the view. */
  readonly open: (path: string) => void
}

export function useDeskReader(defaults: Defaults): DeskReader {
  const route = useRoute()
  const router = useRouter()
  const state = computed(() => parseViewState(route.query, defaults()))
  const addressOf = inject(addressKey, hashAddress)
  const hrefOf = (path: string) => addressOf(path, keptQuery(route.query))
  const reader = computed<Reader>(() => ({
    lang: state.value.lang,
    theme: state.value.theme,
    asOf: state.value.asOf,
    indicatorHref: (id) => hrefOf(`/indicators/${id}`),
    publicationHref: (id) => hrefOf(`/sources/${id}`),
    regionHref: (code) => addressOf(route.path, { ...keptQuery(route.query), region: code }),
    inspectionHref: hrefOf('/inspection'),
    indicatorsHref: hrefOf('/indicators'),
    sourcesHref: hrefOf('/sources'),
  }))
  return {
    state,
    reader,
    hrefOf,
    homeHref: computed(() => {
      const { region: _, ...query } = keptQuery(route.query)
      return addressOf(route.path, query)
    }),
    choose(name, value) {
      const query = keptQuery(route.query)
      if (value === null) delete query[name]
      else query[name] = value
      void router.push({ path: route.path, query })
    },
    open(path) {
      void router.push({ path, query: keptQuery(route.query) })
    },
  }
}
