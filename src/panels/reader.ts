/** Who reads, and how addresses are made for them: handed down by the door, so that panels know no router. */
import { inject, type ComputedRef, type InjectionKey } from 'vue'
import type { Theme } from '../charts/theme.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from '../text/lang.ts'

export interface Reader {
  readonly lang: Lang
  readonly theme: Theme
  readonly asOf: AsOf
  readonly indicatorHref: (id: string) => string
  readonly publicationHref: (id: string) => string
  /** This page for another region. */
  readonly regionHref: (code: string) => string
  /** The page of 督察整改. */
  readonly inspectionHref: string
  /** The list of all indicators. */
  readonly indicatorsHref: string
  /** The list of all publications. */
  readonly sourcesHref: string
}

export const readerKey: InjectionKey<ComputedRef<Reader>> = Symbol('reader')

export function useReader(): ComputedRef<Reader> {
  const reader = inject(readerKey)
  if (!reader) throw new Error('a panel needs a door that provides the reader')
  return reader
}
