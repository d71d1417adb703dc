/** From a choice to the one file: data gathered and verified, cut, and put into the file as a form. */
import { makePart } from '../author/part-edition.ts'
import { readPublished, type PublishedFiles } from '../author/published.ts'
import { writeBlock, type FilePart } from '../contract/file-block.ts'
import type { Issue } from '../contract/issue.ts'
import type { StartTimer } from '../db/timer.ts'
import { stopIfCancelled } from '../feed/cancellation.ts'
import { fillTemplate } from '../offline/file-template.ts'
import type { DeviceData } from '../stores/device-data.ts'
import { narrowPart } from './offline-file-choice.ts'

export interface OfflineFileTools {
  readonly startTimer: StartTimer
  /** The one file as a form; null where there is none to be had. */
  readonly template: (signal: AbortSignal) => Promise<string | null>
  /** YYYY-MM-DD by the reader's clock. */
  readonly today: () => string
}

export interface OfflineFileWish {
  /** What is to be cut out of the data at hand; null: nothing. */
  readonly part: FilePart | null
  /** What of the published data those at hand are; null: all. */
  readonly within: FilePart | null
  /** Of the document. */
  readonly title: string
  /** Of the generation on screen: no other is handed out. */
  readonly manifestSha256: string
}

export type MakeStep =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'gathering'; readonly done: number; readonly all: number }
  | { readonly kind: 'writing' }

export type MadeFile =
  | { readonly kind: 'made'; readonly name: string; readonly text: string }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  /** `seq`: of what can be fetched, which is another generation. */
  | { readonly kind: 'other'; readonly seq: number }
  | { readonly kind: 'unreachable' | 'noTemplate' | 'nothing' }

export interface Watching {
  readonly onStep: (step: MakeStep) => void
  readonly signal: AbortSignal
}

/** "清览 离线 2026-11-25.html"; the product's name in both languages of the page. */
function offlineFileName(part: FilePart | null, made: string): string {
  const asOf = part?.asOf ? ` 截至${part.asOf}` : ''
  const themes = part?.themes ? ` ${part.themes.length}个主题` : ''
  return `清览 离线${asOf}${themes} ${made}.html`
}

function textsOf({ files }: PublishedFiles) {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return [...files].map(([path, bytes]) => ({ path, text: decoder.decode(bytes) }))
}

interface Material {
  readonly template: string
  readonly files: PublishedFiles
  readonly made: string
}

/** Without network, clock or document. */
export function composeFile({ template, files, made }: Material, wish: OfflineFileWish): MadeFile {
  const whole = readPublished(files)
  if (!whole.ok) return { kind: 'refused', issues: whole.issues }
  const chosen = wish.part ? makePart(files, whole.value, wish.part) : files
  const checked = readPublished(chosen)
  if (!checked.ok) return { kind: 'refused', issues: checked.issues }
  if (checked.value.snapshots.length === 0) return { kind: 'nothing' }
  const part = narrowPart(wish.within, wish.part)
  const manifest = new TextDecoder().decode(chosen.manifest)
  const text = fillTemplate(template, {
    title: wish.title,
    seq: checked.value.manifest.seq,
    block: writeBlock({ made, part, manifest, files: textsOf(chosen) }),
    page: null,
  })
  if (text === null) return { kind: 'noTemplate' }
  return { kind: 'made', name: offlineFileName(part, made), text }
}

/** Rejects with an AbortError when it is cancelled. */
export async function makeOfflineFile(
  wish: OfflineFileWish,
  tools: OfflineFileTools & Pick<DeviceData, 'gather'>,
  { onStep, signal }: Watching,
): Promise<MadeFile> {
  onStep({ kind: 'preparing' })
  const template = await tools.template(signal)
  stopIfCancelled(signal)
  if (template === null) return { kind: 'noTemplate' }
  const found = await tools.gather(wish.manifestSha256, {
    signal,
    onProgress: (done, all) => onStep({ kind: 'gathering', done, all }),
  })
  if (found.kind !== 'gathered') return found
  const { manifestBytes, files } = found.gathered
  onStep({ kind: 'writing' })
  // What is said is seen before the page is busy.
  await new Promise<void>((resolve) => void tools.startTimer(resolve, 50))
  stopIfCancelled(signal)
  const material = { template, files: { manifest: manifestBytes, files }, made: tools.today() }
  return composeFile(material, wish)
}
