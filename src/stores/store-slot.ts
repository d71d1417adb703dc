/** The store in use, opened once, and replaced when the browser takes it away. */
import type { OpenedStore } from '../db/open-store.ts'
import { StoreError, toStoreError, type StoreErrorCode } from '../db/store-error.ts'
import type { GenerationStore } from '../db/store-port.ts'

export type OpenStore = (avoid: StoreErrorCode | null) => Promise<OpenedStore>

export class StoreSlot {
  readonly #open: OpenStore
  readonly #onOpened: (opened: OpenedStore) => void
  #opening: Promise<OpenedStore> | null = null
  #isClosed = false

  constructor(open: OpenStore, onOpened: (opened: OpenedStore) => void) {
    this.#open = open
    this.#onOpened = onOpened
  }

  /** Runs on the store; opens it anew once if it fails, and takes the memory if it fails again. */
  async run<T>(work: (store: GenerationStore) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#current())
    } catch (error) {
      const { code } = toStoreError(error)
      const reopened = await this.#replace(code === 'quota' ? code : null)
      try {
        return await work(reopened)
      } catch (again) {
        return work(await this.#replace(toStoreError(again).code))
      }
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const opened = await this.#opening
    opened?.store.close()
  }

  async #current(): Promise<GenerationStore> {
    return this.#opening ? (await this.#opening).store : this.#replace(null)
  }

  async #replace(avoid: StoreErrorCode | null): Promise<GenerationStore> {
    if (this.#isClosed) throw new StoreError('closed', 'the page is done with it')
    const previous = this.#opening
    // Closed first: a connection of our own would block the healing of a database.
    this.#opening = Promise.resolve(previous).then((opened) => {
      opened?.store.close()
      return this.#open(avoid)
    })
    const opened = await this.#opening
    this.#onOpened(opened)
    return opened.store
  }
}
