/** What stands above every page about where the data come from. */
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import StatusStrip from '../../src/desk/StatusStrip.vue'
import { refusals } from '../../src/feed/refusals.ts'
import type { Head } from '../../src/db/store-port.ts'
import { INITIAL_DATA_STATE, type DataState } from '../../src/stores/data-state.ts'
import { mountPage, readText, type ReaderOptions } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

function open(data: Partial<DataState>, options: ReaderOptions = {}) {
  return mountPage(
    StatusStrip,
    {
      data: { ...INITIAL_DATA_STATE, phase: 'ready', ...data },
      offlineHref: '#/offline',
      latestDay: '2023-05-29',
      region: null,
      regionDay: null,
      today: '',
      isReleaseWaiting: false,
      rejected: [],
    },
    options,
  )
}

describe('the status strip', () => {
  it('is empty when all is well', () => {
    expect(open({}).findAll('p')).toHaveLength(0)
  })

  it('calls a server that a pack has overtaken behind, and nothing refused', () => {
    const head = { seq: 2 } as Head
    const strip = open({ head, serverSeq: 1 })
    expect(readText(strip.get('[data-status=behind]'))).toBe(
      '数据来自数据包 所示为第2号；服务器上还是第1号，等它更新就一致。',
    )
    expect(strip.find('[data-status=refused]').exists()).toBe(false)
    expect(strip.get('[data-status=behind]').classes()).not.toContain('status-refused')
    const english = open({ head, serverSeq: 1 }, { lang: 'en' })
    expect(english.text()).toContain('This is No. 2; the server still has No. 1')
  })

  it('says how far a large change is, and lets the reader leave it and go on', async () => {
    const strip = open({ takingIn: { done: 12, all: 2000 } })
    expect(readText(strip.get('[data-status=taking-in]'))).toBe('正在读入新数据 12/2000份 停下')
    await strip.get('button').trigger('click')
    expect(strip.emitted('leave')).toHaveLength(1)
    await strip.setProps({ data: { ...INITIAL_DATA_STATE, takingIn: { done: 9, all: 9 } } })
    expect(strip.text()).toContain('9份已到齐，正在存到本机')
    await strip.setProps({ data: { ...INITIAL_DATA_STATE, isLeftOff: true } })
    await strip.get('[data-status=left-off] button').trigger('click')
    expect(strip.emitted('resume')).toHaveLength(1)
  })

  it('leads from a refused store to what that means', () => {
    const strip = open({ storage: { kind: 'memory', why: 'denied', loss: null } })
    expect(strip.get('[data-status=memory] a').attributes('href')).toBe('#/offline')
  })

  it('still names what the server gave and what it was refused for', () => {
    const strip = open({ refusals: [refusals.rollback('manifest.json', 1, 2)] })
    expect(strip.get('[data-status=refused]').text()).toContain('是回退')
  })
})
