/** Which columns a table of figures needs beyond those that every figure fills. */
export interface FigureColumns {
  readonly printed: boolean
  readonly place: boolean
  readonly note: boolean
}
