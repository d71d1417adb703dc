import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { createPackShelf } from '../../src/db/pack-shelf.ts'
import { ManualTimers, settle } from '../fixtures/feed/manual-timers.ts'

const PACK = { name: '数据包.zip', zip: new Uint8Array([1, 2, 3]) }

it('a shelf outlasts the page, byte for byte, until it is cleared', async () => {
  const factory = new IDBFactory()
  const open = () =>
    createPackShelf('trial', {
      getIndexedDB: () => factory,
      getIDBKeyRange: () => IDBKeyRange,
      startTimer: new ManualTimers().startTimer,
    })
  await open().put(PACK)
  expect(await open().read()).toMatchObject(PACK)
  await open().clear()
  expect(await open().read()).toBeNull()
})

it('a browser that never answers keeps nothing, and nobody waits for it for good', async () => {
  const timers = new ManualTimers()
  const factory = new IDBFactory()
  factory.open = () => ({}) as ReturnType<IDBFactory['open']>
  const shelf = createPackShelf('trial', {
    getIndexedDB: () => factory,
    getIDBKeyRange: () => IDBKeyRange,
    startTimer: timers.startTimer,
  })
  const reading = shelf.read()
  await settle()
  await timers.advance(5_000)
  expect(await reading).toBeNull()
  const putting = shelf.put(PACK)
  await settle()
  await timers.advance(5_000)
  await putting
  expect(await shelf.read()).toEqual(PACK)
})
