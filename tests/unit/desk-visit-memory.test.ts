import { describe, expect, it } from 'vitest'
import { openVisitMemory } from '../../src/desk/visit-memory.ts'
import { SEEN_AFTER_MS, watchSeen } from '../../src/desk/visit-tools.ts'
import { FakePage } from '../fixtures/feed/fake-page.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'

const shown = { knownDay: '2023-05-29', seq: 1, visitedOn: '2023-06-01', mended: ['report@2'] }
const VISITS = { before: shown, last: { ...shown, seq: 2 } }

function storageWith(items: Map<string, string>) {
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => void items.set(name, text),
  }
}

describe('the memory of visits', () => {
  it('reads what it wrote, of its own data set only', () => {
    const items = new Map<string, string>()
    expect(openVisitMemory('one', () => storageWith(items)).read()).toBeNull()
    expect(openVisitMemory('one', () => storageWith(items)).write(VISITS)).toBe(true)
    expect(openVisitMemory('one', () => storageWith(items)).read()).toEqual(VISITS)
    expect(openVisitMemory('two', () => storageWith(items)).read()).toBeNull()
  })

  it('reads one that names the publications beside an older one that does not', () => {
    const items = new Map<string, string>()
    const visits = { before: shown, last: { ...shown, known: ['later@1', 'report@2'] } }
    expect(openVisitMemory('one', () => storageWith(items)).write(visits)).toBe(true)
    expect(openVisitMemory('one', () => storageWith(items)).read()).toEqual(visits)
  })

  it.each([
    'not JSON',
    'null',
    '{}',
    '[]',
    JSON.stringify({ ...VISITS, last: { ...shown, knownDay: '2023-02-30' } }),
    JSON.stringify({ ...VISITS, last: { ...shown, seq: '2' } }),
    JSON.stringify({ ...VISITS, last: { ...shown, known: 'report@2' } }),
    JSON.stringify({ ...VISITS, more: 1 }),
  ])('takes %j for no memory', (text) => {
    const items = new Map([['qinglan-one-visits', text]])
    expect(openVisitMemory('one', () => storageWith(items)).read()).toBeNull()
  })

  it.each([
    ['is not there', () => undefined],
    [
      'may not be touched',
      () => {
        throw new DOMException('denied', 'SecurityError')
      },
    ],
    [
      'is full',
      () => ({
        getItem: () => null,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError')
        },
      }),
    ],
  ])('remembers nothing where storage %s, and breaks nothing', (_, getStorage) => {
    const memory = openVisitMemory('one', getStorage)
    expect(memory.read()).toBeNull()
    expect(memory.write(VISITS)).toBe(false)
  })
})

describe('a page', () => {
  function open() {
    const [page, timers, seen] = [new FakePage(), new ManualTimers(), { times: 0 }]
    const tools = { document: page.document, startTimer: timers.startTimer }
    const watch = () => watchSeen(tools, () => (seen.times += 1))
    return { page, timers, seen, watch }
  }

  it('counts as seen after five seconds in sight, once', async () => {
    const { page, timers, seen, watch } = open()
    watch()
    await timers.advance(SEEN_AFTER_MS - 1)
    expect(seen.times).toBe(0)
    await timers.advance(1)
    expect(seen.times).toBe(1)
    await timers.advance(60_000)
    expect(seen.times).toBe(1)
    expect(page.document.listeners).toBe(0)
  })

  it('in the background is not seen, however long', async () => {
    const { page, timers, seen, watch } = open()
    page.become('hidden')
    watch()
    await timers.advance(60_000)
    expect(seen.times).toBe(0)
    page.become('visible')
    await timers.advance(SEEN_AFTER_MS)
    expect(seen.times).toBe(1)
  })

  it('starts anew when it was out of sight meanwhile', async () => {
    const { page, timers, seen, watch } = open()
    watch()
    await timers.advance(SEEN_AFTER_MS - 1000)
    page.become('hidden')
    page.become('visible')
    await timers.advance(SEEN_AFTER_MS - 1000)
    expect(seen.times).toBe(0)
  })

  it('that is left before that has not been seen', async () => {
    const { page, timers, seen, watch } = open()
    watch()()
    await timers.advance(60_000)
    expect(seen.times).toBe(0)
    expect(page.document.listeners).toBe(0)
  })
})
