/** The life of the data in one tab: opens the store, shows what is there, takes in what is new. */
import { toStoreError } from '../db/store-error.ts'
import type { GenerationStore, Head } from '../db/store-port.ts'
import type { TombstonePort } from '../db/tombstone.ts'
import type { Progress, TakeInWatch, UpdateResult } from '../feed/take-in.ts'
import {
  afterPack,
  afterUpdate,
  groupByIndicator,
  INITIAL_DATA_STATE,
  type DataState,
} from './data-state.ts'
import { HELD_WHOLE_MAX, readWants, shelve, wantKey, type Want } from './series-shelf.ts'
import { Poller, type PollEnvironment } from './poller.ts'
import { StoreSlot, type OpenStore } from './store-slot.ts'
import type { TabChannel } from './tab-channel.ts'

export interface DataTools {
  /** `avoid` names what went wrong with the kept store, so that the memory is taken. */
  readonly openStore: OpenStore
  readonly update: (store: GenerationStore, watch: TakeInWatch) => Promise<UpdateResult>
  readonly tombstone: TombstonePort
  readonly openChannel: () => TabChannel
  readonly polling: PollEnvironment
  /** A generation was confirmed or taken in: the moment to keep its files for offline use. */
  readonly onAccepted: () => void
  /** Most observations that are held whole; {@link HELD_WHOLE_MAX} unless told. */
  readonly heldWholeMax?: number
}

type Shown = Pick<DataState, 'head' | 'series' | 'shelf'> & { readonly head: Head }

function isConfirmed(result: UpdateResult): boolean {
  return result.kind === 'updated' || result.kind === 'unchanged'
}

/** There is nothing that looking again soon would mend. */
function isCalm(result: UpdateResult): boolean {
  return isConfirmed(result) || result.kind === 'behind' || result.kind === 'cancelled'
}

export class DataSession {
  readonly #tools: DataTools
  readonly #publish: (state: DataState) => void
  readonly #slot: StoreSlot
  readonly #channel: TabChannel
  readonly #poller: Poller
  #state: DataState
  #opening: Promise<void> | null = null
  #checking: Promise<boolean> | null = null
  #hasAccepted = false
  #isStopped = false
  /** Who brings newer data waits for whoever does so already. */
  #turn: Promise<unknown> = Promise.resolve()
  #leaving: AbortController | null = null
  /** What the page on screen needs: read again with every newer generation. */
  #needed: readonly Want[] = []
  readonly #asked = new Set<string>()

  constructor(
    tools: DataTools,
    publish: (state: DataState) => void,
    initial: DataState = INITIAL_DATA_STATE,
  ) {
    this.#tools = tools
    this.#state = initial
    this.#publish = publish
    this.#channel = tools.openChannel()
    this.#poller = new Poller(tools.polling, () => this.#checkOnce())
    this.#slot = new StoreSlot(tools.openStore, ({ store, why, loss }) => {
      const storage = { kind: store.kind, why, loss: loss ?? this.#state.storage.loss }
      this.#become({ ...this.#state, storage })
    })
  }

  /** Shows what is stored, for a page that has nothing better to show meanwhile. */
  open(): Promise<void> {
    this.#opening ??= this.#slot.run((store) => this.#showStored(store))
    return this.#opening
  }

  /** Shows what is stored, then looks at the server, then keeps looking. */
  async start(): Promise<void> {
    await this.open()
    this.#channel.listen((seq) => {
      if (seq > this.#shownSeq()) void this.#slot.run((store) => this.#showStored(store))
    })
    this.#poller.start()
    await this.check()
  }

  check(): Promise<void> {
    return this.#poller.runNow()
  }

  /** Has what a page needs read, where not all is held; it stays until another page asks. */
  async need(wants: readonly Want[]): Promise<void> {
    this.#needed = wants
    await this.needAlso(wants)
  }

  /** Has something read that is shown beside the page, and may be put back any time. */
  async needAlso(wants: readonly Want[]): Promise<void> {
    if (await this.#readOntoShelf(wants)) return
    // The store has lost what is on screen: it is filled again, and asked once more.
    await this.check()
    await this.#readOntoShelf(wants)
  }

  /** Runs on the store while nobody else brings newer data. */
  alone<T>(work: (store: GenerationStore) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#slot.run(work))
  }

  /** Lets something else than the server bring data: what is newer is shown, here and in other tabs. */
  async take(work: (store: GenerationStore) => Promise<UpdateResult>): Promise<UpdateResult> {
    const result = await this.alone(async (store) => {
      const found = await work(store)
      if (isConfirmed(found)) await this.#showStored(store)
      return found
    })
    if (!isConfirmed(result)) return result
    this.#become(afterPack(this.#state))
    if (result.kind === 'updated' && !this.#isStopped) this.#channel.announce(this.#shownSeq())
    return result
  }

  /** Leaves what is being taken in from the server, and does not look again until {@link resume}. */
  leaveOff(): void {
    this.#leaving?.abort()
    this.#become({ ...this.#state, takingIn: null, isLeftOff: true })
  }

  resume(): Promise<void> {
    this.#become({ ...this.#state, isLeftOff: false })
    return this.check()
  }

  /** What is on screen is stored no more, and nothing looks by itself, or it would come back at once. */
  rest(): void {
    this.#leaving?.abort()
    this.#poller.stop()
    this.#become({ ...this.#state, takenInMs: null })
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#poller.stop()
    this.#channel.close()
    await this.#slot.close()
  }

  #become(next: DataState): void {
    if (this.#isStopped) return
    this.#state = next
    this.#publish(next)
  }

  #shownSeq(): number {
    return this.#state.head?.seq ?? 0
  }

  /** False where the store does not hold what is on screen. */
  async #readOntoShelf(wants: readonly Want[]): Promise<boolean> {
    const { head, shelf } = this.#state
    const missing = wants.filter((want) => {
      const key = wantKey(want)
      return shelf && !shelf.has(key) && !this.#asked.has(key)
    })
    if (!head || missing.length === 0 || this.#isStopped) return true
    const keys = missing.map(wantKey)
    for (const key of keys) this.#asked.add(key)
    try {
      const read = await this.#slot.run((store) =>
        this.#unlessCorrupt(store, () => readWants(store, missing, head.seq)),
      )
      if (!read) return false
      const now = this.#state
      // A newer generation has a shelf of its own, and its pages ask for themselves.
      if (now.head !== head || !now.shelf) return true
      const pinned = new Set([...this.#needed, ...missing].map(wantKey))
      this.#become({ ...now, shelf: shelve(now.shelf, read, pinned) })
      return true
    } catch (error) {
      // A page that is closing has closed its store under the reading that was on its way.
      if (this.#isStopped) return true
      throw error
    } finally {
      for (const key of keys) this.#asked.delete(key)
    }
  }

  /** What is on screen gives way only to something newer: a store may come back emptied. */
  async #showStored(store: GenerationStore): Promise<void> {
    const stored = await this.#unlessCorrupt(store, () => this.#readNewer(store))
    if (!stored) return this.#noteTakenIn(store)
    const noted = this.#tools.tombstone.read()
    const lastCheckedMs = noted?.sha256 === stored.head.manifestSha256 ? noted.confirmedAtMs : null
    const takenInMs = stored.head.fetchedAtMs
    this.#become({ ...this.#state, ...stored, phase: 'ready', takenInMs, lastCheckedMs })
  }

  /** What came with the page may rest in the store as well, and since when only the store knows. */
  async #noteTakenIn(store: GenerationStore): Promise<void> {
    const known = await this.#unlessCorrupt(store, () => store.readKnown())
    const isShown = known && known.manifestSha256 === this.#state.head?.manifestSha256
    const takenInMs = isShown ? known.fetchedAtMs : null
    if (takenInMs !== this.#state.takenInMs) this.#become({ ...this.#state, takenInMs })
  }

  async #readNewer(store: GenerationStore): Promise<Shown | null> {
    const head = await store.readHead()
    if (!head || head.seq <= this.#shownSeq()) return null
    if (head.counts.observations > (this.#tools.heldWholeMax ?? HELD_WHOLE_MAX)) {
      // Figures of a still newer generation do no harm: this head's publications do not state them.
      const shelf = await readWants(store, this.#needed, head.seq)
      return shelf && { head, series: new Map(), shelf }
    }
    const whole = await store.readGeneration()
    return whole && { head: whole.head, series: groupByIndicator(whole.series), shelf: null }
  }

  async #unlessCorrupt<T>(
    store: GenerationStore,
    work: () => Promise<T | null>,
  ): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      if (toStoreError(error).code !== 'corrupt') throw error
      await store.clear()
      this.#become({ ...this.#state, storage: { ...this.#state.storage, loss: 'corrupt' } })
      return null
    }
  }

  /** Two who ask at once get the same answer. */
  #checkOnce(): Promise<boolean> {
    this.#checking ??= this.#runCheck()
      .catch((error: unknown) => {
        // A page that is closing has closed its store under the look that was on its way.
        if (this.#isStopped) return false
        throw error
      })
      .finally(() => {
        this.#checking = null
      })
    return this.#checking
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  /** Told in whole percents: a change of thousands of files is no reason for thousands of pictures. */
  readonly #tellProgress = (done: number, all: number): void => {
    const percentOf = (progress: Progress): number =>
      Math.floor((100 * progress.done) / progress.all)
    const told = this.#state.takingIn
    const now = { done, all }
    if (this.#leaving?.signal.aborted) return
    if (told?.all === all && percentOf(told) === percentOf(now)) return
    this.#become({ ...this.#state, takingIn: now })
  }

  async #runCheck(): Promise<boolean> {
    if (this.#isStopped) return false
    if (this.#state.isLeftOff) return true
    const leaving = new AbortController()
    this.#leaving = leaving
    const watch = { signal: leaving.signal, onProgress: this.#tellProgress }
    const result = await this.alone(async (store) => {
      const found = await this.#tools.update(store, watch)
      await this.#showStored(store)
      return found
    })
    this.#become(afterUpdate(this.#state, result, this.#tools.polling.nowMs()))
    this.#tellOthers(result)
    return isCalm(result)
  }

  #tellOthers(result: UpdateResult): void {
    if (!isConfirmed(result) || this.#isStopped) return
    const isNew = result.kind === 'updated'
    if (isNew) this.#channel.announce(this.#shownSeq())
    if (isNew || !this.#hasAccepted) this.#tools.onAccepted()
    this.#hasAccepted = true
  }
}
