/**
 * What the core uses of Papa Parse 5. The package's own types bring all of Node's with them, and
 * this code runs in the browser too.
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

  interface Papa {
    parse<Row>(
      text: string,
      options: { readonly delimiter: string; readonly newline: string },
    ): ParseResult<Row>
    unparse(rows: readonly (readonly string[])[], options: { readonly newline: string }): string
  }

  const Papa: Papa
  namespace Papa {
    export type { ParseError }
  }
  export default Papa
}
