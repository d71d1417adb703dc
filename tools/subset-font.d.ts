declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'woff2'
      /** OpenType features to keep; all of them if left out. */
      readonly keepFeatures?: string[]
      readonly noHinting?: boolean
    },
  ): Promise<Buffer>
}
