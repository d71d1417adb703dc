import { describe, expect, it } from 'vitest'
import { describeReadiness, type RuntimeFacts } from '../../src/offline/readiness.ts'

const HTTPS: RuntimeFacts = {
  protocol: 'https:',
  isSecureContext: true,
  isFramed: false,
  storage: 'dexie',
  storageWhy: null,
  storageLoss: null,
  worker: 'active',
  workerKeepsData: null,
  hasData: true,
}

function told(overrides: Partial<RuntimeFacts>): string[] {
  return describeReadiness({ ...HTTPS, ...overrides }).map(({ code, tone }) => `${tone} ${code}`)
}

describe('what a runtime can and cannot do', () => {
  it.each<[string, Partial<RuntimeFacts>, string[]]>([
    ['https', {}, ['can data-here', 'can data-kept', 'can starts-offline']],
    [
      'https during the first visit',
      { worker: 'installing' },
      ['can data-here', 'can data-kept', 'note starts-offline-soon'],
    ],
    [
      'https whose worker failed',
      { worker: 'failed' },
      ['can data-here', 'can data-kept', 'cannot needs-server-to-start', 'note worker-failed'],
    ],
    [
      'https in a browser without workers',
      { worker: 'unsupported' },
      ['can data-here', 'can data-kept', 'cannot needs-server-to-start', 'note worker-unsupported'],
    ],
    [
      'plain http on the intranet',
      { protocol: 'http:', isSecureContext: false, worker: 'unsupported' },
      ['can data-here', 'can data-kept', 'cannot needs-server-to-start', 'note needs-https'],
    ],
    [
      'a file from a USB stick',
      { protocol: 'file:', storage: 'memory', worker: 'unsupported' },
      ['can data-here', 'can data-in-file', 'can starts-from-file'],
    ],
    [
      'a frame of another site with storage blocked',
      { isFramed: true, storage: 'memory', storageWhy: 'denied', worker: 'unsupported' },
      [
        'can data-here',
        'cannot data-this-page-only',
        'note storage-denied-in-frame',
        'cannot needs-server-to-start',
        'note worker-unsupported',
      ],
    ],
    [
      'a full disk, with the data in the worker’s cache',
      { storage: 'memory', storageWhy: 'quota', workerKeepsData: true },
      ['can data-here', 'can data-kept-by-worker', 'note storage-full', 'can starts-offline'],
    ],
    [
      'a full disk, with no data in the worker’s cache',
      { storage: 'memory', storageWhy: 'quota', workerKeepsData: false },
      ['can data-here', 'cannot data-this-page-only', 'note storage-full', 'can starts-offline'],
    ],
    [
      'a store that came back empty, without a server',
      { hasData: false, storageLoss: 'lost' },
      ['cannot data-none', 'note kept-copy-lost', 'can starts-offline'],
    ],
    [
      'a damaged store',
      { storageLoss: 'corrupt' },
      ['can data-here', 'can data-kept', 'note kept-copy-damaged', 'can starts-offline'],
    ],
    ['before a store is open', { storage: null }, ['can data-here', 'can starts-offline']],
  ])('is told for %s', (_, overrides, expected) => {
    expect(told(overrides)).toEqual(expected)
  })

  it.each([
    ['missing', 'storage-missing'],
    ['denied', 'storage-denied'],
    ['timeout', 'storage-busy'],
    ['closed', 'storage-broken'],
    ['failed', 'storage-broken'],
    ['corrupt', 'storage-broken'],
  ] as const)('gives %s as the reason %s', (storageWhy, code) => {
    expect(told({ storage: 'memory', storageWhy })).toContain(`note ${code}`)
  })
})
