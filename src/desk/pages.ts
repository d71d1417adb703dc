/** The pages by the name of their route. */
import type { Component } from 'vue'
import IndicatorPage from './IndicatorPage.vue'
import IndicatorsPage from './IndicatorsPage.vue'
import InspectionPage from './InspectionPage.vue'
import OverviewPage from './OverviewPage.vue'
import PublicationPage from './PublicationPage.vue'
import SourcesPage from './SourcesPage.vue'

export type PageMap = ReadonlyMap<string, Component>

/** All of them at once, where pages are written. */
export const PAGES: PageMap = new Map<string, Component>([
  ['overview', OverviewPage],
  ['inspection', InspectionPage],
  ['indicators', IndicatorsPage],
  ['indicator', IndicatorPage],
  ['sources', SourcesPage],
  ['publication', PublicationPage],
])
