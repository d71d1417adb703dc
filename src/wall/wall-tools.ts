/** What a wall needs of its browser; absent where the page is written, which has none. */
import type { InjectionKey } from 'vue'
import type { StartTimer } from '../db/timer.ts'
import type { DrawTurns } from '../slides/draw-turns.ts'
import type { SizedWindow } from './use-canvas.ts'
import type { WakeLockTools } from './wake-lock.ts'
import type { FileOrigin } from '../text/one-file-text.ts'

export interface WallTools {
  readonly window: SizedWindow & EventTarget
  readonly document: Pick<Document, 'visibilityState'> & EventTarget & { title: string }
  readonly root: HTMLElement
  readonly now: () => Date
  /** Milliseconds of a clock that nobody sets. */
  readonly steadyMs: () => number
  readonly startTimer: StartTimer
  readonly drawTurns: DrawTurns
  /** Resolves once what was put into the document has been drawn and painted. */
  readonly painted: () => Promise<void>
  readonly wakeLock: WakeLockTools['wakeLock']
  readonly isSecure: boolean
  /** Absolute address of the folder of the app; null where no phone could open it. */
  readonly base: string | null
  /** How the one file came about that the wall stands in; null where it stands in none. */
  readonly origin: FileOrigin | null
  /** To the desk. */
  readonly leave: () => void
  readonly reducedMotion: { readonly matches: boolean }
  /** Between two slides; true where the page is about to be loaded anew, and the slide is to stay. */
  readonly onBoundary: (at: { readonly isRoundOver: boolean }) => boolean
}

export const wallToolsKey: InjectionKey<WallTools> = Symbol('wall tools')
