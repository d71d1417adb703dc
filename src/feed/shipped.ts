/**
 * The generation that the pages were written from, as one file of the build: what they show without
 * script is what they take over with. It was verified when it was written, and its name and
 * integrity stand in the page like those of the scripts.
 */
import type { Generation } from '../db/store-port.ts'
import { freezeDeep } from './freeze-deep.ts'

export interface ShippedFile {
  readonly url: string
  /** Subresource integrity: the browser refuses other bytes. */
  readonly integrity: string
}

/** Null where it cannot be had: then the data come as they do on any other page. */
export async function takeShipped(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  { url, integrity }: ShippedFile,
): Promise<Generation | null> {
  try {
    const response = await fetch(url, { integrity })
    if (!response.ok) return null
    return freezeDeep((await response.json()) as Generation)
  } catch {
    return null
  }
}
