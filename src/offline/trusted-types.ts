/** The page's default Trusted Types policy: what the charting library needs, and nothing more. */

interface PolicyRules {
  createHTML(text: string): string | null
  createScriptURL(url: string): string | null
  createScript(): null
}

interface TrustedTypesHost {
  readonly trustedTypes: { createPolicy(name: string, rules: PolicyRules): unknown }
}

/** TypeScript's `dom` library does not know Trusted Types yet. */
function hasTrustedTypes(host: object): host is TrustedTypesHost {
  return 'trustedTypes' in host && host.trustedTypes !== undefined
}

/**
 * Null refuses: the browser then throws at the sink. ZRender's canvas painter empties its root with
 * `innerHTML = ''`, and `serviceWorker.register` and `new Worker` take a script's address; nothing
 * else may pass.
 */
export function defaultPolicyRules(workerUrls: readonly string[], baseUrl: string): PolicyRules {
  return {
    createHTML: (text) => (text === '' ? text : null),
    createScriptURL: (url) => (workerUrls.includes(new URL(url, baseUrl).href) ? url : null),
    createScript: () => null,
  }
}

/** `host` is the window; does nothing in browsers without Trusted Types. */
export function installTrustedTypes(
  host: object,
  workerUrls: readonly string[],
  baseUrl: string,
): void {
  if (!hasTrustedTypes(host)) return
  host.trustedTypes.createPolicy('default', defaultPolicyRules(workerUrls, baseUrl))
}
