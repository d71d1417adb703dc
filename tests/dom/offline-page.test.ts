/** 离线与数据包, where no browser test comes: files, frames, an empty device, and long work that is stopped. */
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { zipSync } from 'fflate'
import { createPinia } from 'pinia'
import { computed, nextTick, shallowRef } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { openMemoryStore } from '../../src/db/memory-store.ts'
import { createPageShelf } from '../../src/db/page-shelf.ts'
import { createTombstone } from '../../src/db/tombstone.ts'
import { deskDeviceKey, type DeskDevice } from '../../src/desk/desk-device.ts'
import OfflinePage from '../../src/desk/OfflinePage.vue'
import { createSha256 } from '../../src/feed/sha256.ts'
import type { DeviceEnvironment } from '../../src/offline/device.ts'
import { readerKey, type Reader } from '../../src/panels/reader.ts'
import { INITIAL_DATA_STATE, stateOf, type DataState } from '../../src/stores/data-state.ts'
import { provideData } from '../../src/stores/data-store.ts'
import type { Lang } from '../../src/text/lang.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import { A, B, changeTo, DATASET, SECOND } from '../fixtures/feed/published-data.ts'
import { SimulatedServer } from '../fixtures/feed/simulated-server.ts'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

const SCOPE = 'https://sjj.example.gov.cn/qinglan/'
const evidence = evidenceOf([A, B], SECOND.catalog)

function deviceAt(
  environment: Partial<DeviceEnvironment>,
  more: Partial<DeskDevice> = {},
): DeskDevice {
  const timers = new ManualTimers()
  const tombstone = createTombstone(DATASET, () => undefined)
  const manifestUrl = `${SCOPE}data/manifest.json`
  return {
    environment: {
      protocol: 'https:',
      origin: 'https://sjj.example.gov.cn',
      isSecure: true,
      isFramed: false,
      scope: SCOPE,
      manifestUrl,
      getCaches: () => undefined,
      getStorage: () => undefined,
      getContainer: () => undefined,
      ...environment,
    },
    worker: shallowRef('unsupported'),
    update: {
      fetch: new SimulatedServer(SECOND).fetch,
      startTimer: timers.startTimer,
      nowMs: () => timers.nowMs,
      sha256: createSha256(undefined),
      dataset: DATASET,
      manifestUrl,
      tombstone,
      buildFloor: null,
    },
    packShelf: createPageShelf(),
    dropped: shallowRef([]),
    tombstone,
    pause: async () => undefined,
    keepFiles: async () => null,
    whileWorkerRests: (work) => work(),
    save: () => undefined,
    document,
    reload: () => undefined,
    ...more,
  }
}

async function stored(kind: 'dexie' | 'memory', takenInMs: number | null): Promise<DataState> {
  const store = openMemoryStore()
  await store.commit(changeTo(SECOND))
  const generation = await store.readGeneration()
  if (!generation) throw new Error('nothing was kept')
  const storage = { kind, why: kind === 'memory' ? ('denied' as const) : null, loss: null }
  return { ...stateOf(generation), storage, takenInMs }
}

interface Opened {
  readonly device: DeskDevice
  readonly state: DataState
  readonly lang?: Lang
}

async function open({ device, state, lang = 'zh' }: Opened): Promise<VueWrapper> {
  const reader = computed(() => ({ lang, theme: 'light', asOf: 'latest' }) as Reader)
  const page = mount(OfflinePage, {
    props: { evidence: state.head ? evidence : null },
    attachTo: document.body,
    global: {
      plugins: [createPinia(), (app) => provideData(app, { initial: state })],
      provide: { [readerKey]: reader, [deskDeviceKey]: device },
    },
  })
  await flushPromises()
  return page
}

function keysOf(page: VueWrapper): readonly (string | undefined)[] {
  return page.findAll('[data-act]').map((key) => key.attributes('data-act'))
}

describe('the page about this device', () => {
  it('from a file says that all is in it, and offers nothing that would need a server', async () => {
    const device = deviceAt({ protocol: 'file:', origin: 'null' })
    const page = await open({ device, state: await stored('memory', null) })
    expect(page.get('.offline-page').attributes('data-runtime')).toBe('file')
    expect(page.get('h1').text()).toBe('不用联网，程序和数据都在这个文件里')
    expect(page.get('.offline-deck').text()).toContain('不联网、不更新')
    expect(page.get('.offline-deck').text()).toContain('别的网页文件存过什么，一概不用')
    expect(page.get('[data-fact=start]').text()).toContain('现在就是这样打开的')
    expect(page.get('.pack-out').text()).toContain('拷贝这个网页文件')
    expect(page.get('[data-pack-note=unkept]').text()).toContain('只保留到关掉本页')
    expect(keysOf(page)).toEqual(['export'])
  })

  it.each([
    [{ isFramed: true }, 'memory', 'frame-refused', '浏览器不让嵌入的网页存数据'],
    [{ isFramed: true }, 'dexie', 'frame-own', '只给这一处单独的存储'],
    [{ isFramed: true, origin: 'null' }, 'memory', 'sandboxed', '什么都存不了'],
    [{ protocol: 'http:', isSecure: false }, 'dexie', 'plain-http', '浏览器只给https网站'],
    [{ protocol: 'http:', isSecure: false }, 'memory', 'plain-http', '数据本来可以存'],
    [{}, 'memory', 'secure', '这个地址本来可以存数据'],
  ] as const)(
    'in %o with a store in %s says what %s means',
    async (where, kind, runtime, words) => {
      const page = await open({ device: deviceAt(where), state: await stored(kind, 7) })
      expect(page.get('.offline-page').attributes('data-runtime')).toBe(runtime)
      expect(page.get('.offline-deck').text()).toContain(words)
    },
  )

  it('does not say that data are stored which have come with the page alone', async () => {
    const state = await stored('dexie', null)
    const device = deviceAt({ protocol: 'http:', isSecure: false })
    expect((await open({ device, state })).get('h1').text()).toBe('正在查看这台设备')
    const offline: DataState = { ...state, connectivity: 'offline' }
    const page = await open({ device, state: offline })
    expect(page.get('h1').text()).toContain('数据还没有存到这台设备上')
    expect(page.get('[data-fact=verified]').text()).toContain('随网页送来')
  })

  it('is there where there are no data at all, for a pack may bring the first', async () => {
    const state: DataState = {
      ...INITIAL_DATA_STATE,
      phase: 'empty',
      connectivity: 'offline',
      storage: { kind: 'dexie', why: null, loss: null },
    }
    const page = await open({ device: deviceAt({}), state })
    expect(page.get('[data-fact=data]').text()).toContain('还没有')
    expect(page.find('.pack-pick input').exists()).toBe(true)
    expect(page.get('[data-act=export]').attributes('disabled')).toBeDefined()
  })

  it('reads in English', async () => {
    const page = await open({ device: deviceAt({}), state: await stored('dexie', 7), lang: 'en' })
    expect(page.get('h1').text()).toBe(
      'The data are stored on this device; opening the page needs the server',
    )
    expect(readText(page.get('[data-fact=data]'))).toContain('No. 2 2 publications, 4 figures')
  })
})

describe('a pack that is being verified', () => {
  /** Each pause holds until it is let go. */
  function holding() {
    const held: (() => void)[] = []
    return { pause: () => new Promise<void>((resolve) => void held.push(resolve)), held }
  }

  async function pick(page: VueWrapper, file: File): Promise<void> {
    const input = page.get<HTMLInputElement>('.pack-pick input')
    Object.defineProperty(input.element, 'files', { value: [file], configurable: true })
    await input.trigger('change')
    await flushPromises()
    await nextTick()
  }

  const zip = zipSync(Object.fromEntries(SECOND.files))
  const sound = new File([Uint8Array.from(zip)], '数据包.zip')

  it('says how far it is, and can be left', async () => {
    const { pause, held } = holding()
    const page = await open({ device: deviceAt({}, { pause }), state: await stored('dexie', 7) })
    await pick(page, sound)
    await expect.poll(() => page.find('.step-line').exists() && held.length).toBe(1)
    expect(page.get('.step-text').text()).toBe('正在核对 数据包.zip 0/3')
    held[0]?.()
    await expect.poll(() => page.get('.step-text').text()).toBe('正在核对 数据包.zip 1/3')
    await page.get('.pack-in [data-act=stop]').trigger('click')
    expect(page.get('.pack-in').attributes('data-pack')).toBe('idle')
    held.forEach((go) => go())
    await flushPromises()
    expect(page.get('.pack-in').attributes('data-pack')).toBe('idle')
  })

  it('that is none is refused by its own name', async () => {
    const page = await open({ device: deviceAt({}), state: await stored('dexie', 7) })
    await pick(page, new File(['这不是压缩包'], '会议纪要.zip'))
    await expect.poll(() => page.get('.pack-in').attributes('data-pack')).toBe('refused')
    const told = readText(page.get('.pack-result'))
    expect(told).toContain('没有采用：会议纪要.zip')
    expect(told).toContain('不是完整的 zip 文件')
    expect(told).toContain('本机的数据没有动')
  })

  it('that cannot be read any more says so', async () => {
    const page = await open({ device: deviceAt({}), state: await stored('dexie', 7) })
    const gone = new File([], '数据包.zip')
    Object.defineProperty(gone, 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
    })
    await pick(page, gone)
    await expect.poll(() => readText(page.get('.pack-result'))).toContain('U盘可能已拔出')
  })
})
