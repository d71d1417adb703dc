/** Figures that stand in for another region's are named as what they are. */
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { computed } from 'vue'
import { viewSlide } from '../../src/domain/slides.ts'
import { readerKey, type Reader } from '../../src/panels/reader.ts'
import { canvasOf } from '../../src/slides/canvas.ts'
import Slide from '../../src/slides/Slide.vue'
import { catalog, indicator } from '../unit/builders/catalog.ts'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { figure, snapshot } from '../unit/builders/snapshot.ts'

const canvas = canvasOf({ widthPx: 1920, heightPx: 1080 })
const noHref = () => ''
const reader: Reader = {
  lang: 'zh',
  theme: 'dark',
  asOf: 'latest',
  indicatorHref: noHref,
  publicationHref: noHref,
  regionHref: noHref,
  inspectionHref: '',
  indicatorsHref: '',
  sourcesHref: '',
}
const TASKS = ['inspection-tasks', 'inspection-tasks-done', 'inspection-tasks-open'] as const

/** Made-up figures of the home city alone, for this test only. */
function textFor(name: string, region: string): string {
  const evidence = evidenceOf(
    [
      snapshot('a', '2024-01-09', [
        figure('2023', '9', { indicator: 'pm25' }),
        figure('2024-01-09', '5', { indicator: TASKS[0], breakdown: '某轮' }),
        figure('2024-01-09', '3', { indicator: TASKS[1], breakdown: '某轮' }),
        figure('2024-01-09', '2', { indicator: TASKS[2], breakdown: '某轮' }),
      ]),
    ],
    catalog(['pm25', ...TASKS].map((id) => indicator(id))),
  )
  const slide = viewSlide(name, evidence, { asOf: 'latest', region })
  if (!slide) throw new Error(`no slide ${name}`)
  const global = { provide: { [readerKey as symbol]: computed(() => reader) } }
  return mount(Slide, { props: { slide, canvas }, global }).text()
}

describe.each(['pm25', 'inspection'])('the slide %s', (name) => {
  it('names the city where it stands in for the province', () => {
    expect(textFor(name, '410000')).toContain('地区410800')
  })

  it('does not on the wall of the city itself', () => {
    expect(textFor(name, '410800')).not.toContain('地区410800')
  })
})
