/** The life of the data in one tab: opens the store, shows what is there, takes in what is new. */
import { toStoreError } from '../db/store-error.ts'
import type { Generation, GenerationStore, SeriesRecord } from '../db/store-port.ts'
import type { TombstonePort } from '../db/tombstone.ts'
import type { UpdateResult } from '../feed/update.ts'
import { afterUpdate, groupByIndicator, INITIAL_DATA_STATE, type DataState } from './data-state.ts'
import { Poller, type PollEnvironment } from './poller.ts'
import { StoreSlot, type OpenStore } from './store-slot.ts'
import type { TabChannel } from './tab-channel.ts'

export interface DataTools {
  /** `avoid` names what went wrong with the kept store, so that the memory is taken. */
  readonly openStore: OpenStore
  readonly update: (store: GenerationStore) => Promise<UpdateResult>
  readonly tombstone: TombstonePort
  readonly openChannel: () => TabChannel
  readonly polling: PollEnvironment
  /** A generation was confirmed or taken in: the moment to keep its files for offline use. */
  readonly onAccepted: () => void
}

function isConfirmed(result: UpdateResult): boolean {
  return result.kind === 'updated' || result.kind === 'unchanged'
}

export class DataSession {
  readonly #tools: DataTools
  readonly #publish: (state: DataState) => void
  readonly #slot: StoreSlot
  readonly #channel: TabChannel
  readonly #poller: Poller
  #state: DataState
  #checking: Promise<boolean> | null = null
  #hasAccepted = false
  #isStopped = false

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

  /** Shows what is stored, then looks at the server, then keeps looking. */
  async start(): Promise<void> {
    await this.#slot.run((store) => this.#showStored(store))
    this.#channel.listen((seq) => {
      if (seq > this.#shownSeq()) void this.#slot.run((store) => this.#showStored(store))
    })
    this.#poller.start()
    await this.check()
  }

  check(): Promise<void> {
    return this.#poller.runNow()
  }

  async readIndicator(indicatorId: string): Promise<readonly SeriesRecord[]> {
    const shown = this.#state.series.get(indicatorId)
    return shown ?? this.#slot.run((store) => store.readSeries(indicatorId))
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

  /** What is on screen gives way only to something newer: a store may come back emptied. */
  async #showStored(store: GenerationStore): Promise<void> {
    const stored = await this.#readNewer(store)
    if (!stored) return
    const { head } = stored
    const noted = this.#tools.tombstone.read()
    const lastCheckedMs = noted?.sha256 === head.manifestSha256 ? noted.confirmedAtMs : null
    const series = groupByIndicator(stored.series)
    this.#become({ ...this.#state, phase: 'ready', head, series, lastCheckedMs })
  }

  async #readNewer(store: GenerationStore): Promise<Generation | null> {
    try {
      const head = await store.readHead()
      return head && head.seq > this.#shownSeq() ? await store.readGeneration() : null
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

  async #runCheck(): Promise<boolean> {
    if (this.#isStopped) return false
    const result = await this.#slot.run(async (store) => {
      const found = await this.#tools.update(store)
      await this.#showStored(store)
      return found
    })
    this.#become(afterUpdate(this.#state, result, this.#tools.polling.nowMs()))
    this.#tellOthers(result)
    return isConfirmed(result)
  }

  #tellOthers(result: UpdateResult): void {
    if (!isConfirmed(result) || this.#isStopped) return
    const isNew = result.kind === 'updated'
    if (isNew) this.#channel.announce(this.#shownSeq())
    if (isNew || !this.#hasAccepted) this.#tools.onAccepted()
    this.#hasAccepted = true
  }
}
