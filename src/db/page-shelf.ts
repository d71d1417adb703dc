/**
 * Where the archive of the data pack rests that was taken last, as it came: a server may have less, and
 * where no worker keeps files it is the only copy from which all can be handed on.
 */
export interface ShelvedPack {
  /** The archive's own name. */
  readonly name: string
  readonly zip: Uint8Array
}

/** Nothing here rejects: what cannot be kept lasts as long as the page. */
export interface PackShelf {
  put(pack: ShelvedPack): Promise<void>
  read(): Promise<ShelvedPack | null>
  clear(): Promise<void>
}

/** For as long as the page is open. */
export function createPageShelf(): PackShelf {
  let last: ShelvedPack | null = null
  return {
    async put(pack) {
      last = pack
    },
    read: async () => last,
    async clear() {
      last = null
    },
  }
}
