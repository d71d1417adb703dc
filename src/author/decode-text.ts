/** Bytes of a text file → text, with the encoding found. Nothing is guessed: strict or refused. */

export type EncodingName = 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

export interface DecodedText {
  readonly text: string
  readonly encoding: EncodingName
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: EncodingName }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'UTF-8 BOM' },
  { bytes: [0xff, 0xfe], encoding: 'UTF-16LE' },
  { bytes: [0xfe, 0xff], encoding: 'UTF-16BE' },
]

const LABELS: Readonly<Record<EncodingName, string>> = {
  'UTF-8': 'utf-8',
  'UTF-8 BOM': 'utf-8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  GB18030: 'gb18030',
}

function decodeAs(bytes: Uint8Array, encoding: EncodingName): DecodedText | null {
  try {
    return { text: new TextDecoder(LABELS[encoding], { fatal: true }).decode(bytes), encoding }
  } catch {
    // A fatal decoder says with a TypeError that these bytes are not of that encoding.
    return null
  }
}

/**
 * By byte order mark, else strict UTF-8, else strict GB18030; null where none fits. The order is
 * safe for us: Chinese header words in GBK are never valid UTF-8.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const mark = MARKS.find(({ bytes: start }) => start.every((byte, at) => bytes[at] === byte))
  if (mark) return decodeAs(bytes, mark.encoding)
  return decodeAs(bytes, 'UTF-8') ?? decodeAs(bytes, 'GB18030')
}
