/** Where this device notes what it showed: a few words in the browser's own storage, sent nowhere. */
import * as v from 'valibot'
import { DateSchema, OrdinalSchema } from '../contract/fields.ts'
import type { Visits } from '../domain/visit.ts'

const ShownSchema = v.strictObject({
  knownDay: DateSchema,
  seq: OrdinalSchema,
  visitedOn: DateSchema,
  mended: v.array(v.string()),
  known: v.exactOptional(v.array(v.string())),
})
const VisitsSchema = v.strictObject({ before: ShownSchema, last: ShownSchema })

export interface VisitMemory {
  /** Null where there is none, or none that can be read. */
  readonly read: () => Visits | null
  /** False where nothing can be kept. */
  readonly write: (visits: Visits) => boolean
}

/** `getStorage` may throw: in a sandboxed frame reading `window.localStorage` does. */
export function openVisitMemory(
  dataset: string,
  getStorage: () => Pick<Storage, 'getItem' | 'setItem'> | undefined,
): VisitMemory {
  const name = `qinglan-${dataset}-visits`
  return {
    read() {
      try {
        const result = v.safeParse(VisitsSchema, JSON.parse(getStorage()?.getItem(name) ?? 'null'))
        return result.success ? result.output : null
      } catch {
        return null
      }
    },
    write(visits) {
      try {
        const storage = getStorage()
        storage?.setItem(name, JSON.stringify(visits))
        return storage !== undefined
      } catch {
        return false
      }
    },
  }
}
