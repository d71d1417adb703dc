/** At most three automatic reloads an hour, counted where a reload does not forget it. */
import { describe, expect, it } from 'vitest'
import { openReloadLedger, type LedgerPlaces } from '../../src/wall/reload-ledger.ts'

const MINUTE = 60_000
const NOW = 1_795_000_000_000

/** A window whose storage may be refused; opening the ledger again is what a reload does. */
function createPlaces(storage: 'kept' | 'refused' | 'forgetful', hash = '') {
  const items = new Map<string, string>()
  const state = { hash }
  const places: LedgerPlaces = {
    getStorage: () => {
      if (storage === 'refused') throw new DOMException('made up for this test', 'SecurityError')
      return {
        getItem: (name) => items.get(name) ?? null,
        setItem: (name, text) => void (storage === 'kept' && items.set(name, text)),
      }
    },
    getHash: () => state.hash,
    setHash: (next) => {
      state.hash = next
    },
  }
  return { state, places }
}

describe.each(['kept', 'refused', 'forgetful'] as const)('with storage %s, the ledger', (kind) => {
  it('allows three reloads an hour across reloads, and again when the hour is over', () => {
    const { places } = createPlaces(kind)
    for (const minute of [0, 10, 20]) {
      const ledger = openReloadLedger(places)
      expect(ledger.mayReload(NOW + minute * MINUTE)).toBe(true)
      expect(ledger.noteReload(NOW + minute * MINUTE)).toBe(true)
    }
    const after = openReloadLedger(places)
    expect(after.mayReload(NOW + 59 * MINUTE)).toBe(false)
    expect(after.mayReload(NOW + 60 * MINUTE)).toBe(true)
  })

  it('does not grow through months of reloads', () => {
    const { places, state } = createPlaces(kind)
    for (let day = 0; day < 100; day += 1) {
      openReloadLedger(places).noteReload(NOW + day * 24 * 60 * MINUTE)
    }
    expect(state.hash.length).toBeLessThan(30)
  })
})

describe('the ledger of reloads', () => {
  function noteThree(places: LedgerPlaces, atMs: number) {
    for (const more of [0, 1, 2]) openReloadLedger(places).noteReload(atMs + more)
  }

  it('is not emptied by a clock that is put back by some minutes', () => {
    const { places } = createPlaces('kept')
    noteThree(places, NOW)
    expect(openReloadLedger(places).mayReload(NOW - 30 * MINUTE)).toBe(false)
  })

  it('does not forbid reloads for years when the clock was years ahead', () => {
    const { places } = createPlaces('kept')
    noteThree(places, NOW + 10 * 365 * 24 * 60 * MINUTE)
    const ledger = openReloadLedger(places)
    expect(ledger.mayReload(NOW)).toBe(true)
    noteThree(places, NOW)
    expect(ledger.mayReload(NOW + 1)).toBe(false)
  })

  it.each([
    ['', '#reloads='],
    ['#part', '#part&reloads='],
    ['#/wall', '#/wall?reloads='],
    ['#/wall?dwell=20', '#/wall?dwell=20&reloads='],
  ])('leaves what else stands in the hash: "%s"', (hash, start) => {
    const { places, state } = createPlaces('refused', hash)
    noteThree(places, NOW)
    expect(state.hash).toBe(`${start}${NOW + 2},${NOW + 1},${NOW}`)
  })

  it('says that no reload may follow where it can be noted nowhere', () => {
    const { places } = createPlaces('refused')
    const setHash = () => {
      throw new DOMException('made up for this test', 'SecurityError')
    }
    expect(openReloadLedger({ ...places, setHash }).noteReload(NOW)).toBe(false)
  })

  it('reads nonsense as nothing', () => {
    const { places } = createPlaces('refused', '#reloads=,,99999999999999999999,12')
    expect(openReloadLedger(places).mayReload(NOW)).toBe(true)
  })
})
