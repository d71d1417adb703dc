/** What the tests use of the JSON-stat toolkit, which brings no types of its own. */
declare module 'jsonstat-toolkit' {
  interface Cell {
    readonly value: number | null
    readonly status: string | null
  }

  interface Category {
    readonly label: string
    readonly unit: { readonly label: string; readonly decimals: number } | null
  }

  interface Dimension {
    readonly label: string
    /** Ids of its categories, in order. */
    readonly id: readonly string[]
    readonly role: string
    Category(id: string): Category
  }

  interface Dataset {
    readonly class: string | null
    readonly length: number
    readonly label: string
    readonly source: string | null
    readonly updated: string | null
    readonly id: readonly string[]
    /** How many cells the cube has. */
    readonly n: number
    readonly role: Readonly<Record<string, readonly string[]>>
    Dimension(id: string): Dimension
    Data(at: Readonly<Record<string, string>>): Cell
  }

  export default function JSONstat(response: object): Dataset
}
