/** How a data set's name says that it is of the internal edition. */

/**
 * The internal edition is a data set of its own: browsers keep each under its name, so that one that
 * has held the internal edition takes nothing of it for the public one, on one origin too.
 */
export const INTERNAL_END = '-internal'

/** True for what may be shown on an intranet alone. */
export function isInternalDataset(dataset: string): boolean {
  return dataset.endsWith(INTERNAL_END)
}
