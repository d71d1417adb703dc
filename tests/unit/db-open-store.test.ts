import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { databaseName, openDexieStore } from '../../src/db/dexie-store.ts'
import { openStore, type StoreEnvironment } from '../../src/db/open-store.ts'
import { createTombstone, type StorageLike } from '../../src/db/tombstone.ts'
import { StoreError, toStoreError } from '../../src/db/store-error.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import { changeTo, DATASET, FIRST } from '../fixtures/feed/published-data.ts'

class FakeStorage implements StorageLike {
  readonly items = new Map<string, string>()
  getItem(name: string): string | null {
    return this.items.get(name) ?? null
  }
  setItem(name: string, text: string): void {
    this.items.set(name, text)
  }
}

function environment(overrides: Partial<StoreEnvironment> = {}): StoreEnvironment {
  const indexedDB = new IDBFactory()
  const storage = new FakeStorage()
  return {
    dataset: DATASET,
    getIndexedDB: () => indexedDB,
    getIDBKeyRange: () => IDBKeyRange,
    startTimer: new ManualTimers().startTimer,
    tombstone: createTombstone(DATASET, () => storage),
    ...overrides,
  }
}

const ACCEPTED = { seq: 1, sha256: FIRST.manifestSha256, confirmedAtMs: 5 }

/** A database whose every open() fails with this error. */
function brokenFactory(error: () => DOMException): IDBFactory {
  const factory = new IDBFactory()
  factory.open = () => {
    const request = { error: error(), onerror: null as ((event: unknown) => void) | null }
    const event = {
      target: request,
      preventDefault: () => undefined,
      stopPropagation: () => undefined,
    }
    setImmediate(() => request.onerror?.(event))
    return request as unknown as ReturnType<IDBFactory['open']>
  }
  return factory
}

describe('choosing a store by trying', () => {
  it('keeps data where IndexedDB works', async () => {
    const opened = await openStore(environment())
    expect(opened.store.kind).toBe('dexie')
    expect(opened).toMatchObject({ why: null, loss: null })
  })

  it.each<[string, string, Partial<StoreEnvironment>]>([
    ['missing', 'there is no IndexedDB', { getIndexedDB: () => undefined }],
    [
      'denied',
      'the getter throws, as in a sandboxed frame',
      {
        getIndexedDB: () => {
          throw new DOMException('sandboxed', 'SecurityError')
        },
      },
    ],
    [
      'denied',
      'a third-party frame is refused',
      {
        getIndexedDB: () =>
          brokenFactory(
            () =>
              new DOMException(
                'The user denied permission to access the database.',
                'UnknownError',
              ),
          ),
      },
    ],
    [
      'quota',
      'the disk is full at opening',
      { getIndexedDB: () => brokenFactory(() => new DOMException('full', 'QuotaExceededError')) },
    ],
    [
      'failed',
      'the backing store does not open, and not after deleting it either',
      {
        getIndexedDB: () =>
          brokenFactory(
            () => new DOMException('Internal error opening backing store', 'UnknownError'),
          ),
      },
    ],
  ])('falls back to the memory and says %s when %s', async (why, _, overrides) => {
    const { store, ...told } = await openStore(environment(overrides))
    expect(store.kind).toBe('memory')
    expect(told).toEqual({ why, loss: null })
    await store.commit(changeTo(FIRST))
    expect((await store.readHead())?.seq).toBe(1)
  })

  it('falls back to the memory when opening never ends', async () => {
    const timers = new ManualTimers()
    const mute = new IDBFactory()
    mute.open = () => ({}) as ReturnType<IDBFactory['open']>
    const opening = openStore(
      environment({ getIndexedDB: () => mute, startTimer: timers.startTimer }),
    )
    await timers.advance(5_000)
    expect(await opening).toMatchObject({ why: 'timeout' })
  })

  it('takes the memory at once when told what is wrong with the other', async () => {
    const opened = await openStore(environment(), 'quota')
    expect(opened.store.kind).toBe('memory')
    expect(opened.why).toBe('quota')
  })

  it('heals a backing store that does not open by deleting it once', async () => {
    const indexedDB = new IDBFactory()
    const realOpen = indexedDB.open.bind(indexedDB)
    const broken = brokenFactory(() => new DOMException('backing store', 'UnknownError'))
    let isDeleted = false
    indexedDB.open = (...args) => (isDeleted ? realOpen(...args) : broken.open(...args))
    const realDelete = indexedDB.deleteDatabase.bind(indexedDB)
    indexedDB.deleteDatabase = (name) => {
      isDeleted = true
      return realDelete(name)
    }
    const opened = await openStore(environment({ getIndexedDB: () => indexedDB }))
    expect(opened.store.kind).toBe('dexie')
    expect(opened.why).toBeNull()
  })
})

describe('telling empty from lost', () => {
  it('reports nothing on a first visit', async () => {
    expect((await openStore(environment())).loss).toBeNull()
  })

  it('reports lost when data were accepted before and the database is empty', async () => {
    const own = environment()
    own.tombstone.write(ACCEPTED)
    const opened = await openStore(own)
    expect(opened.loss).toBe('lost')
    expect(opened.store.kind).toBe('dexie')
  })

  it('takes what an earlier release kept in another form for no loss, and drops it once replaced', async () => {
    const indexedDB = new IDBFactory()
    const own = environment({ getIndexedDB: () => indexedDB })
    own.tombstone.write(ACCEPTED)
    const older = databaseName(DATASET).replace(/\d+$/, '1')
    await new Promise((resolve) => {
      const request = indexedDB.open(older)
      request.onsuccess = () => resolve(request.result.close())
    })
    const names = async () => (await indexedDB.databases()).map(({ name }) => name)
    const first = await openStore(own)
    expect(first.loss).toBeNull()
    expect(await names()).toContain(older)
    await first.store.commit(changeTo(FIRST))
    first.store.close()
    expect((await openStore(own)).loss).toBeNull()
    await expect.poll(names).not.toContain(older)
  })

  it('reports nothing when the data are there', async () => {
    const own = environment()
    own.tombstone.write(ACCEPTED)
    const first = await openStore(own)
    await first.store.commit(changeTo(FIRST))
    first.store.close()
    const opened = await openStore(own)
    expect(opened.loss).toBeNull()
    expect((await opened.store.readHead())?.seq).toBe(1)
  })

  it('drops a store that disagrees with itself, and says so', async () => {
    const indexedDB = new IDBFactory()
    const own = environment({ getIndexedDB: () => indexedDB })
    const first = await openStore(own)
    await first.store.commit(changeTo(FIRST))
    first.store.close()
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(databaseName(DATASET))
      request.onsuccess = () => {
        const transaction = request.result.transaction('series', 'readwrite')
        transaction.objectStore('series').clear()
        transaction.oncomplete = () => {
          request.result.close()
          resolve()
        }
      }
    })
    const opened = await openStore(own)
    expect(opened.loss).toBe('corrupt')
    expect(await opened.store.readHead()).toBeNull()
    await opened.store.commit(changeTo(FIRST))
    expect((await opened.store.readHead())?.seq).toBe(1)
  })

  it('leaves a database that another page opened at the same time as it is', async () => {
    const indexedDB = new IDBFactory()
    const own = environment({ getIndexedDB: () => indexedDB })
    const [one, other] = await Promise.all([openStore(own), openStore(own)])
    await one.store.commit(changeTo(FIRST))
    expect((await other.store.readHead())?.seq).toBe(1)
    const third = await openDexieStore(DATASET, {
      indexedDB,
      IDBKeyRange,
      startTimer: own.startTimer,
    })
    expect((await third.readHead())?.seq).toBe(1)
  })
})

describe('the note outside the database', () => {
  it('comes back as it was written', () => {
    const storage = new FakeStorage()
    const tombstone = createTombstone(DATASET, () => storage)
    expect(tombstone.write(ACCEPTED)).toBe(true)
    expect(tombstone.read()).toEqual(ACCEPTED)
    expect(createTombstone('another-city', () => storage).read()).toBeNull()
  })

  it.each(['', '{', 'null', '[]', '{"seq":-1}', '{"seq":1,"sha256":"x","confirmedAtMs":0}'])(
    'is not believed when it reads %j',
    (text) => {
      const storage = new FakeStorage()
      storage.items.set('qinglan-jiaozuo-environment-accepted', text)
      expect(createTombstone(DATASET, () => storage).read()).toBeNull()
    },
  )

  it('does without storage that is absent or throws', () => {
    const absent = createTombstone(DATASET, () => undefined)
    const blocked = createTombstone(DATASET, () => {
      throw new DOMException('blocked', 'SecurityError')
    })
    for (const tombstone of [absent, blocked]) {
      expect(tombstone.read()).toBeNull()
      expect(tombstone.write(ACCEPTED)).toBe(false)
    }
  })
})

describe('a browser error', () => {
  it('is classified by what it wraps', () => {
    const quota = { name: 'QuotaExceededError', message: 'full' }
    const wrapped = { name: 'AbortError', message: 'aborted', inner: { inner: quota } }
    expect(toStoreError(wrapped)).toMatchObject({ code: 'quota', message: 'quota: aborted' })
  })

  it('that wraps itself does not hang', () => {
    const loop: { name: string; message: string; inner?: unknown } = { name: 'A', message: 'a' }
    loop.inner = loop
    expect(toStoreError(loop).code).toBe('failed')
  })

  it('stays what it is when it is ours, and is told when it is no object', () => {
    const own = new StoreError('stale', 'x')
    expect(toStoreError(own)).toBe(own)
    expect(toStoreError('why')).toMatchObject({ code: 'failed', message: 'failed: why' })
  })
})
