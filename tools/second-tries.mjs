/** Names the cases that passed at a second try only, so that nobody takes them for sound. */
import { writeFileSync } from 'node:fs'
import process from 'node:process'

/**
 * A vitest reporter; what it found is in the file that QINGLAN_SECOND_TRIES names, line by line.
 * https://vitest.dev/api/advanced/reporters
 */
export default class SecondTries {
  /** @type {string[]} */
  #names = []

  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky)
      this.#names.push(`${test.module.relativeModuleId} > ${test.fullName}`)
  }

  onTestRunEnd() {
    const file = process.env.QINGLAN_SECOND_TRIES
    if (file) writeFileSync(file, this.#names.map((name) => `${name}\n`).join(''))
  }
}
