/** What keeps a fault to the part that it is in, and lets go of it when there is another thing to show. */
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { computed, defineComponent, h, nextTick, type PropType } from 'vue'
import { readerKey, type Reader } from '../../src/panels/reader.ts'
import FaultGuard from '../../src/slides/FaultGuard.vue'

enableAutoUnmount(afterEach)

interface Made {
  readonly isBroken: boolean
}

const Guarded = defineComponent({
  props: { made: { type: Object as PropType<Made>, required: true } },
  setup: (props) => () => {
    if (props.made.isBroken) throw new Error('made to fail')
    return h('p', { class: 'well' }, 'well')
  },
})

const reader: Reader = {
  lang: 'zh',
  theme: 'dark',
  asOf: 'latest',
  indicatorHref: () => '',
  publicationHref: () => '',
  regionHref: () => '',
  inspectionHref: '',
  indicatorsHref: '',
  sourcesHref: '',
}

/** Two parts side by side; `told` is what their guards say. */
const told: string[] = []
const Parent = defineComponent({
  props: {
    made: { type: Object as PropType<Made>, required: true },
    size: { type: Number, default: 1 },
  },
  setup: (props) => () => [
    h(
      FaultGuard,
      {
        part: 'panel',
        name: 'pm10',
        of: [props.made, props.size],
        onFailed: (reason: string) => told.push(`failed: ${reason}`),
        onAgain: () => told.push('again'),
      },
      () => h(Guarded, { made: props.made }),
    ),
    h(FaultGuard, { part: 'slide', name: 'air', of: [] }, () => h('p', { class: 'beside' }, '旁')),
  ],
})

async function open(made: Made) {
  told.length = 0
  const shown = mount(Parent, {
    props: { made },
    global: { provide: { [readerKey as symbol]: computed(() => reader) } },
  })
  await nextTick()
  return shown
}

describe('a part that cannot be rendered', () => {
  it('says so in its place, with the reason in its own language, and nothing else is lost', async () => {
    const shown = await open({ isBroken: true })
    const failed = shown.get('article[data-panel=pm10]')
    expect(failed.attributes('data-state')).toBe('refused')
    expect(failed.get('h2').text()).toBe('此图未能显示')
    expect(failed.get('[lang=en]').text()).toBe('pm10: made to fail')
    expect(shown.get('.beside').text()).toBe('旁')
    expect(told).toEqual(['failed: made to fail'])
  })

  it('is shown as soon as it is made of something else, and that is told', async () => {
    const shown = await open({ isBroken: true })
    await shown.setProps({ made: { isBroken: false } })
    expect(shown.get('.well').text()).toBe('well')
    expect(shown.find('.slide-failed').exists()).toBe(false)
    expect(told).toEqual(['failed: made to fail', 'again'])
  })

  it('is tried again where only its room has changed, and may fail again', async () => {
    const shown = await open({ isBroken: true })
    await shown.setProps({ size: 2 })
    await nextTick()
    expect(shown.find('.slide-failed').exists()).toBe(true)
    expect(told).toEqual(['failed: made to fail', 'again', 'failed: made to fail'])
  })

  it('is not tried again where nothing has changed', async () => {
    const made = { isBroken: true }
    const shown = await open(made)
    shown.vm.$forceUpdate()
    await nextTick()
    expect(told).toEqual(['failed: made to fail'])
  })
})
