/** A page of which every fault is written down: errors, failed requests, strangers, violations. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

export type FaultKind = 'console' | 'error' | 'request' | 'status' | 'stranger' | 'violation'

export interface Fault {
  readonly kind: FaultKind
  readonly text: string
}

export interface WatchedPage {
  readonly page: Page
  /** Everything so far, oldest first. */
  readonly faults: readonly Fault[]
  /** Fails and lists what went wrong; `expected` says which faults belong to the test. */
  expectNoFaults(expected?: (fault: Fault) => boolean): void
}

type Report = (kind: FaultKind, text: string) => void

function watchConsole(page: Page, report: Report): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      report('console', `${message.text()} (${message.location().url})`)
    }
  })
  page.on('pageerror', (error) => report('error', error.stack ?? error.message))
}

function watchRequests(page: Page, origin: string, report: Report): void {
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) {
      report('stranger', url.href)
    }
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed'
    // Given up by the page, or by leaving it while a picture was still on its way.
    if (reason !== 'net::ERR_ABORTED') report('request', `${request.url()}: ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) report('status', `${response.status()} ${response.url()}`)
  })
}

/** Violations by name: the console's own text for them differs from release to release. */
async function watchViolations(page: Page, report: Report): Promise<void> {
  await page.exposeFunction('reportViolation', (text: string) => report('violation', text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event
      const text = `${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`
      ;(window as unknown as { reportViolation(text: string): void }).reportViolation(text)
    })
  })
}

/** Opens an empty page in the context and watches it; `origin` is the only one it may talk to. */
export async function openWatchedPage(
  context: BrowserContext,
  siteUrl: string,
): Promise<WatchedPage> {
  const faults: Fault[] = []
  const report: Report = (kind, text) => faults.push({ kind, text })
  const page = await context.newPage()
  watchConsole(page, report)
  watchRequests(page, new URL(siteUrl).origin, report)
  await watchViolations(page, report)
  return {
    page,
    faults,
    expectNoFaults: (expected = () => false) =>
      expect(faults.filter((fault) => !expected(fault))).toEqual([]),
  }
}
