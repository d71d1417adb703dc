/** `npm test`: installs what is missing, then runs every check and every test. */
import { E2E_STEP, FRESH_DIST_STEPS } from './browser-steps.mjs'
import { runMain } from './failure.mjs'
import { ensureInstalled } from './setup.mjs'
import { CHECK_STEPS, runSteps, SHANGHAI_STEP } from './steps.mjs'

runMain(async () => {
  await ensureInstalled()
  return runSteps([...CHECK_STEPS, SHANGHAI_STEP, ...FRESH_DIST_STEPS, E2E_STEP])
})
