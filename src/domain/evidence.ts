/** What a view is made from: all that was published, and where the reader stands. */
import type { Catalog } from '../contract/catalog.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import type { AsOf } from './standing.ts'

/** All that has been published, before any day or region is chosen. */
export interface Evidence {
  readonly catalog: Catalog
  /** Every revision of every publication. */
  readonly publications: readonly Publication[]
  /** Everything that was ever stated of an indicator in a region, whatever the breakdown. */
  readonly statementsOf: (indicator: string, region: string) => readonly Statement[]
  /**
   * True where only what a view asks for gets read, because there is too much to hold: a view over
   * everything must not ask.
   */
  readonly isPartial?: true
  /** Everything that one publication states. */
  readonly statedBy: (publication: Publication) => readonly Statement[]
}

export interface Viewpoint {
  readonly asOf: AsOf
  /** The region asked for. */
  readonly region: string
}
