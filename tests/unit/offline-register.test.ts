import { MessageChannel } from 'node:worker_threads'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  registerServiceWorker,
  requestKeepData,
  workerUrlOf,
  type WorkerState,
} from '../../src/offline/register.ts'
import { defaultPolicyRules, installTrustedTypes } from '../../src/offline/trusted-types.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'

const WORKER_URL = 'https://a.cn/q/sw.js'

class FakeWorker extends EventTarget {
  readonly messages: unknown[] = []
  constructor(public state: ServiceWorkerState) {
    super()
  }
  postMessage(message: unknown): void {
    this.messages.push(message)
  }
  become(state: ServiceWorkerState): void {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null
  waiting: FakeWorker | null = null
  active: FakeWorker | null = null
  updates = 0
  async update(): Promise<void> {
    this.updates += 1
    throw new TypeError('offline')
  }
  /** The browser found another worker script. */
  find(): FakeWorker {
    const worker = new FakeWorker('installing')
    this.installing = worker
    this.dispatchEvent(new Event('updatefound'))
    return worker
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null
  readonly registered: unknown[] = []
  readonly registration = new FakeRegistration()
  error: Error | null = null
  async register(...args: unknown[]): Promise<FakeRegistration> {
    this.registered.push(args)
    if (this.error) throw this.error
    return this.registration
  }
  async getRegistration(): Promise<FakeRegistration> {
    return this.registration
  }
}

let container: FakeContainer
let timers: ManualTimers
let states: WorkerState[]
let offers: (() => void)[]
let reloads: number

function getContainer(): ServiceWorkerContainer {
  return container as unknown as ServiceWorkerContainer
}

function register(get: () => ServiceWorkerContainer | undefined = getContainer): Promise<void> {
  return registerServiceWorker({
    getContainer: get,
    workerUrl: WORKER_URL,
    startTimer: timers.startTimer,
    reload: () => {
      reloads += 1
    },
    onState: (state) => states.push(state),
    onWaiting: (apply) => offers.push(apply),
  })
}

beforeEach(() => {
  container = new FakeContainer()
  timers = new ManualTimers()
  states = []
  offers = []
  reloads = 0
})

describe('registering the service worker', () => {
  it('does without where there is none, or the getter throws', async () => {
    await register(() => undefined)
    await register(() => {
      throw new DOMException('sandboxed', 'SecurityError')
    })
    expect(states).toEqual(['unsupported', 'unsupported'])
  })

  it('reports a first installation, and offers no release', async () => {
    const first = new FakeWorker('installing')
    container.registration.installing = first
    await register()
    // Browsers announce it after register() has resolved with it.
    container.registration.dispatchEvent(new Event('updatefound'))
    expect(container.registered).toEqual([[WORKER_URL, { updateViaCache: 'none' }]])
    first.become('installed')
    container.registration.active = first
    first.become('activated')
    expect(states).toEqual(['installing', 'active'])
    expect(offers).toEqual([])
  })

  it('reports a failed registration and a failed installation', async () => {
    container.error = new TypeError('bad HTTP response')
    await register()
    expect(states).toEqual(['failed'])
    container.error = null
    const first = new FakeWorker('installing')
    container.registration.installing = first
    await register()
    first.become('redundant')
    expect(states).toEqual(['failed', 'installing', 'failed'])
  })

  it('looks for a new release every hour, also while offline', async () => {
    await register()
    await timers.advance(3 * 3_600_000)
    expect(container.registration.updates).toBe(3)
  })
})

describe('a new release', () => {
  function withOldRelease(): FakeRegistration {
    const { registration } = container
    registration.active = new FakeWorker('activated')
    container.controller = registration.active
    return registration
  }

  it('that waits already is offered; nothing reloads', async () => {
    withOldRelease().waiting = new FakeWorker('installed')
    await register()
    expect(states).toEqual(['active'])
    expect(offers).toHaveLength(1)
    expect(reloads).toBe(0)
  })

  it('that arrives later is offered; applying it asks the worker and reloads once', async () => {
    const registration = withOldRelease()
    await register()
    const next = registration.find()
    expect(offers).toEqual([])
    next.become('installed')
    expect(offers).toHaveLength(1)
    expect(next.messages).toEqual([])
    offers[0]?.()
    expect(next.messages).toEqual([{ type: 'qinglan-apply-release' }])
    expect(reloads).toBe(0)
    next.become('activating')
    next.become('activated')
    next.become('activated')
    expect(reloads).toBe(1)
  })

  it('brought in by another tab is offered here, and does not reload under the reader', async () => {
    withOldRelease()
    await register()
    container.dispatchEvent(new Event('controllerchange'))
    expect(reloads).toBe(0)
    expect(offers).toHaveLength(1)
    offers[0]?.()
    offers[0]?.()
    expect(reloads).toBe(1)
  })

  it('applied after another tab has brought it in just reloads', async () => {
    const registration = withOldRelease()
    await register()
    const next = registration.find()
    next.become('installed')
    next.become('activated')
    offers[0]?.()
    expect(next.messages).toEqual([])
    expect(reloads).toBe(1)
  })

  it('that fails to install changes nothing', async () => {
    const registration = withOldRelease()
    await register()
    registration.find().become('redundant')
    expect(states).toEqual(['active'])
    expect(offers).toEqual([])
  })

  it('is not seen in the first control of a page', async () => {
    await register()
    container.dispatchEvent(new Event('controllerchange'))
    expect(offers).toEqual([])
  })
})

describe('asking the worker to keep the data', () => {
  function channel(): MessageChannel {
    return new MessageChannel()
  }

  it('is no matter without a worker', async () => {
    const { port1, port2 } = channel()
    const own = { port1, port2 } as unknown as globalThis.MessageChannel
    expect(await requestKeepData(() => undefined, own)).toBeNull()
    expect(await requestKeepData(getContainer, own)).toBeNull()
    port1.close()
  })

  it('is no matter where asking is refused, as in a frame with blocked storage', async () => {
    const { port1, port2 } = channel()
    const own = { port1, port2 } as unknown as globalThis.MessageChannel
    container.getRegistration = () => Promise.reject(new DOMException('', 'SecurityError'))
    expect(await requestKeepData(getContainer, own)).toBeNull()
    port1.close()
  })

  it('tells how that went', async () => {
    const { port1, port2 } = channel()
    const worker = new FakeWorker('activated')
    container.registration.active = worker
    const own = { port1, port2 } as unknown as globalThis.MessageChannel
    const asking = requestKeepData(getContainer, own)
    await new Promise((resolve) => setImmediate(resolve))
    expect(worker.messages).toEqual([{ type: 'qinglan-keep-data' }])
    port2.postMessage('kept')
    expect(await asking).toBe('kept')
  })
})

describe("the worker's address", () => {
  it('stands beside the document', () => {
    expect(workerUrlOf('https://a.cn/q/index.html#/sources')).toBe(WORKER_URL)
  })
})

describe('the default Trusted Types policy', () => {
  const rules = defaultPolicyRules([WORKER_URL], 'https://a.cn/q/index.html#/')

  it('lets only the empty string become HTML', () => {
    expect(rules.createHTML('')).toBe('')
    for (const text of [' ', '<b>', 'x', '<img src=x onerror=alert(1)>']) {
      expect(rules.createHTML(text)).toBeNull()
    }
  })

  it('lets each worker of the app be loaded as a script, by its exact address', () => {
    const takeIn = 'https://a.cn/q/assets/take-in-worker-abc.js'
    const both = defaultPolicyRules([WORKER_URL, takeIn], 'https://a.cn/q/index.html#/')
    expect([WORKER_URL, takeIn].map((url) => both.createScriptURL(url))).toEqual([
      WORKER_URL,
      takeIn,
    ])
    expect(both.createScriptURL('https://a.cn/q/assets/other.js')).toBeNull()
    expect(both.createScriptURL(`${takeIn}?x`)).toBeNull()
  })

  it('lets only the service worker be loaded as a script', () => {
    expect(rules.createScriptURL(WORKER_URL)).toBe(WORKER_URL)
    expect(rules.createScriptURL('sw.js')).toBe('sw.js')
    for (const url of ['sw.js?x', '../sw.js', 'https://b.cn/q/sw.js', 'data:,x', 'javascript:1']) {
      expect(rules.createScriptURL(url)).toBeNull()
    }
  })

  it('lets no text become a script', () => {
    expect(rules.createScript()).toBeNull()
  })

  it('is installed under its name where there are Trusted Types, else nothing happens', () => {
    const made: string[] = []
    const trustedTypes = { createPolicy: (name: string) => made.push(name) }
    installTrustedTypes({ trustedTypes }, [WORKER_URL], WORKER_URL)
    installTrustedTypes({}, [WORKER_URL], WORKER_URL)
    installTrustedTypes({ trustedTypes: undefined }, [WORKER_URL], WORKER_URL)
    expect(made).toEqual(['default'])
  })
})
