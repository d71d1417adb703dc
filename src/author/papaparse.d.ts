/**
 * What we use of Papa Parse 5. DefinitelyTyped's types of it bring all of Node's with them, and the
 * core runs in the browser too.
 */
declare module 'papaparse' {
  interface ParseError {
    readonly code: string
    /** Counted from 0; absent where the fault belongs to no row. */
    readonly row?: number
  }

  interface ParseResult<Row> {
    readonly data: Row[]
    readonly errors: readonly ParseError[]
  }

  interface ParseOptions {
    readonly delimiter?: string
    readonly newline?: string
    /** Rows become objects by the names in the first one. */
    readonly header?: boolean
    readonly skipEmptyLines?: boolean
  }

  interface Papa {
    parse<Row>(text: string, options?: ParseOptions): ParseResult<Row>
    unparse(rows: readonly (readonly string[])[], options: { readonly newline: string }): string
  }

  const Papa: Papa
  namespace Papa {
    export type { ParseError }
  }
  export default Papa
}
