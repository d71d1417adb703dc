/** Tells the other tabs of this site that a generation was committed, and hears them. */
import * as v from 'valibot'

/** A published shape: tabs of two releases may talk to each other. */
const MESSAGE_KIND = 'qinglan-generation/1'
const MessageSchema = v.strictObject({ kind: v.literal(MESSAGE_KIND), seq: v.number() })

export interface ChannelLike {
  onmessage: ((event: MessageEvent) => void) | null
  postMessage(message: unknown): void
  close(): void
}

export interface TabChannel {
  announce(seq: number): void
  /** Called with the seq that another tab says it has committed. */
  listen(hear: (seq: number) => void): void
  close(): void
}

const SILENT_CHANNEL: TabChannel = {
  announce: () => undefined,
  listen: () => undefined,
  close: () => undefined,
}

/** `open` may throw, or be missing: then there are just no other tabs. */
export function openTabChannel(
  dataset: string,
  open: (name: string) => ChannelLike | undefined,
): TabChannel {
  let channel: ChannelLike | undefined
  try {
    channel = open(`qinglan-${dataset}`)
  } catch {
    return SILENT_CHANNEL
  }
  if (!channel) return SILENT_CHANNEL
  const found = channel
  return {
    announce: (seq) => found.postMessage({ kind: MESSAGE_KIND, seq }),
    listen(hear) {
      found.onmessage = ({ data }) => {
        const message = v.safeParse(MessageSchema, data)
        if (message.success) hear(message.output.seq)
      }
    },
    close: () => found.close(),
  }
}
