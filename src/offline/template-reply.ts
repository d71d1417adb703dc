/**
 * The one file as a form: half as large again as all that the worker keeps of the app, so it is not
 * kept for everybody. Who has asked for it once has it without a network too.
 */

export interface TemplateTools {
  readonly fromNetwork: () => Promise<Response>
  /** The cache of the form alone. */
  readonly open: () => Promise<Pick<Cache, 'match' | 'put'>>
}

/** With the scope in its name: caches are shared by all folders of a host. */
export function templateCacheName(scope: string): string {
  return `qinglan-file-1-${scope}`
}

/** The server's word of today, or what it last gave; rejects where there is neither. */
export async function replyTemplate(
  url: string,
  { fromNetwork, open }: TemplateTools,
): Promise<Response> {
  try {
    const response = await fromNetwork()
    if (response.status === 200) await (await open()).put(url, response.clone())
    return response
  } catch (error) {
    const kept = await (await open()).match(url)
    if (kept) return kept
    throw error
  }
}
