/** On an English wall the words of the sources stay Chinese, and say so to whoever hears them. */
import { mount, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { computed } from 'vue'
import { viewSlide } from '../../src/domain/slides.ts'
import { readerKey, type Reader } from '../../src/panels/reader.ts'
import { canvasOf } from '../../src/slides/canvas.ts'
import Slide from '../../src/slides/Slide.vue'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { readShipped } from '../unit/builders/shipped.ts'

const { catalog, snapshots } = readShipped()
const evidence = evidenceOf(snapshots, catalog)
const noHref = () => ''
const reader: Reader = {
  lang: 'en',
  theme: 'dark',
  asOf: 'latest',
  indicatorHref: noHref,
  publicationHref: noHref,
  regionHref: noHref,
  inspectionHref: '',
  indicatorsHref: '',
  sourcesHref: '',
}

function openSlide(name: string): VueWrapper {
  const slide = viewSlide(name, evidence, { asOf: 'latest', region: '410800' })
  if (!slide) throw new Error(`no slide ${name}`)
  const canvas = canvasOf({ widthPx: 1920, heightPx: 1080 })
  const global = { provide: { [readerKey as symbol]: computed(() => reader) } }
  return mount(Slide, { props: { slide, canvas }, global })
}

/** Chinese words in no element that is marked as Chinese. */
function unmarked(slide: VueWrapper): readonly string[] {
  const walker = document.createTreeWalker(slide.element, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode
    const isChinese = /[\u4e00-\u9fff]/.test(textContent ?? '')
    if (isChinese && !parentElement?.closest('[lang="zh-CN"]')) found.push(textContent ?? '')
  }
  return found
}

describe('an English wall', () => {
  it.each(['inspection', 'news', ...catalog.themes.map(({ id }) => id)])(
    'marks what stays Chinese on the slide %s',
    (name) => {
      expect(unmarked(openSlide(name))).toEqual([])
    },
  )

  it('has Chinese words at all', () => {
    expect(openSlide('news').findAll('[lang="zh-CN"]').length).toBeGreaterThan(2)
    expect(openSlide('inspection').get('.slide-note [lang="zh-CN"]').text()).not.toBe('')
  })
})
