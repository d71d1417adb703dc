/** What a page may count on, in each of the six runtimes. */
import { describe, expect, it } from 'vitest'
import { decideReadiness, type DeviceFacts } from '../../src/offline/readiness.ts'

/** https or localhost, everything in place. */
const WELL: DeviceFacts = {
  protocol: 'https:',
  isSecure: true,
  isFramed: false,
  isOpaque: false,
  store: 'dexie',
  storedSeq: 2,
  hasLooked: true,
  worker: 'active',
  hasShell: true,
  keptSeq: 2,
  isPersisted: false,
}

function decide(facts: Partial<DeviceFacts> = {}) {
  return decideReadiness({ ...WELL, ...facts })
}

describe('on https or localhost', () => {
  it('all is ready, and the browser may be asked to keep it', () => {
    expect(decide()).toEqual({
      runtime: 'secure',
      verdict: 'ready',
      start: 'ready',
      keeping: 'removable',
      canPersist: true,
    })
    expect(decide({ protocol: 'http:' }).runtime).toBe('secure')
    expect(decide({ isPersisted: true })).toMatchObject({ keeping: 'persisted', canPersist: false })
  })

  it('a first visit is still being settled', () => {
    for (const worker of ['installing', null] as const) {
      const facts = { worker, hasShell: false, keptSeq: null }
      expect(decide(facts)).toMatchObject({ verdict: 'settling', start: 'settling' })
    }
  })

  it('without its worker, or without the app’s own page, a start needs the server', () => {
    for (const facts of [{ worker: 'failed' as const }, { hasShell: false }]) {
      expect(decide(facts)).toMatchObject({ verdict: 'needs-server', start: 'failed' })
    }
  })

  it('the store alone is enough data, and so are the worker’s files', () => {
    expect(decide({ keptSeq: null }).verdict).toBe('ready')
    expect(decide({ storedSeq: null }).verdict).toBe('ready-from-files')
  })

  it('what is not stored is not said to be, and may be on its way before the server was looked at', () => {
    const nothing = { storedSeq: null, keptSeq: null }
    expect(decide(nothing)).toMatchObject({ verdict: 'unstored', start: 'failed' })
    expect(decide({ ...nothing, hasLooked: false }).verdict).toBe('looking')
    expect(decide({ ...nothing, worker: 'installing' }).verdict).toBe('unstored')
  })

  it('with storage refused the data last as long as the page, or come from the worker’s files', () => {
    const refused = { store: 'memory', isPersisted: false } as const
    expect(decide({ ...refused, worker: 'failed', hasShell: false, keptSeq: null })).toEqual({
      runtime: 'secure',
      verdict: 'memory',
      start: 'failed',
      keeping: 'memory',
      canPersist: false,
    })
    expect(decide(refused).verdict).toBe('ready-from-files')
    expect(decide({ ...refused, keptSeq: null }).verdict).toBe('memory')
  })

  it('nothing is said before a store is open', () => {
    expect(decide({ store: null })).toMatchObject({ verdict: 'looking', keeping: 'looking' })
  })
})

describe('on plain http', () => {
  const PLAIN = {
    protocol: 'http:',
    isSecure: false,
    worker: 'unsupported',
    hasShell: false,
    keptSeq: null,
    isPersisted: null,
  } as const

  it('data are stored, for how long nobody says, and a start needs the server', () => {
    expect(decide(PLAIN)).toEqual({
      runtime: 'plain-http',
      verdict: 'needs-server',
      start: 'no-worker',
      keeping: 'untold',
      canPersist: false,
    })
  })

  it('that is known before any worker could have answered', () => {
    expect(decide({ ...PLAIN, worker: null }).start).toBe('no-worker')
  })

  it('with storage refused nothing outlasts the page', () => {
    expect(decide({ ...PLAIN, store: 'memory' })).toMatchObject({
      runtime: 'plain-http',
      verdict: 'memory',
    })
  })
})

describe('from a file', () => {
  it('everything is in it, whatever lies in the browser’s store', () => {
    for (const store of ['memory', 'dexie', null] as const) {
      const facts = { protocol: 'file:', store, isOpaque: true, isPersisted: true } as const
      expect(decide(facts)).toEqual({
        runtime: 'file',
        verdict: 'carried',
        start: 'carried',
        keeping: 'carried',
        canPersist: false,
      })
    }
  })
})

describe('in other people’s pages', () => {
  it('a frame whose storage is blocked holds data for as long as it is open', () => {
    const facts = { isFramed: true, store: 'memory', worker: 'failed', keptSeq: null } as const
    expect(decide(facts)).toMatchObject({ runtime: 'frame-refused', verdict: 'memory' })
  })

  it('a frame with storage of its own is one place among many', () => {
    const facts = { isFramed: true, worker: 'failed' } as const
    expect(decide(facts)).toMatchObject({ runtime: 'frame-own', verdict: 'needs-server' })
  })

  it('a sandboxed frame has nothing at all', () => {
    const facts = { isFramed: true, isOpaque: true, store: 'memory', worker: null } as const
    expect(decide(facts)).toMatchObject({
      runtime: 'sandboxed',
      verdict: 'memory',
      start: 'no-worker',
    })
  })
})
