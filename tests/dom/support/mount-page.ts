import { mount, type VueWrapper } from '@vue/test-utils'
import { computed, type Component } from 'vue'
import type { AsOf } from '../../../src/domain/standing.ts'
import { readerKey, type Reader } from '../../../src/panels/reader.ts'
import type { Lang } from '../../../src/text/lang.ts'

export interface ReaderOptions {
  readonly lang?: Lang
  readonly asOf?: AsOf
  /** What the door provides besides. */
  readonly provide?: Readonly<Record<symbol, unknown>>
}

/** A page for a reader, with addresses that a test can recognise. */
export function mountPage(
  page: Component,
  props: Record<string, unknown>,
  { lang = 'zh', asOf = 'latest', provide = {} }: ReaderOptions = {},
): VueWrapper {
  const reader: Reader = {
    lang,
    theme: 'light',
    asOf,
    indicatorHref: (id) => `#/indicators/${id}`,
    publicationHref: (id) => `#/sources/${id}`,
    regionHref: (code) => `#/?region=${code}`,
    inspectionHref: '#/inspection',
    indicatorsHref: '#/indicators',
    sourcesHref: '#/sources',
  }
  return mount(page, {
    props,
    attachTo: document.body,
    global: { provide: { ...provide, [readerKey]: computed(() => reader) } },
  })
}

/** Text as it is read: the spaces of the markup do not count. */
export function readText(wrapper: { text: () => string }): string {
  return wrapper.text().replace(/\s+/g, ' ')
}
