/**
 * The widths for which a panel in another page brings a picture: the one that is shown is the widest
 * that fits. styles/embed-stills.css holds the same steps.
 */
import type { StillWidths } from '../charts/still-key.ts'

/** In px at the base size of type, which are also the widths of panel from which they fit. */
export const EMBED_STEPS = [280, 350, 450, 600, 780] as const

export const EMBED_STILL_WIDTHS: StillWidths = Object.freeze(
  Object.fromEntries(EMBED_STEPS.map((widthPx) => [String(widthPx), widthPx])),
)

/** The step whose picture fits a panel of this width; the narrowest where none does. */
export function stepFor(widthPx: number): string {
  const fitting = EMBED_STEPS.filter((step) => step <= widthPx)
  return String(fitting[fitting.length - 1] ?? EMBED_STEPS[0])
}
