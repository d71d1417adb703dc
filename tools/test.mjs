/** `npm test`: installs what is missing, then runs every check and every test. */
import { BUILD_STEP, E2E_STEP, OLDEST_BROWSER_STEP, SIZE_STEP } from './browser-steps.mjs'
import { runMain } from './failure.mjs'
import { ensureInstalled } from './setup.mjs'
import { CHECK_STEPS, runSteps, SHANGHAI_STEP } from './steps.mjs'

runMain(async () => {
  await ensureInstalled()
  const built = [BUILD_STEP, SIZE_STEP, OLDEST_BROWSER_STEP, E2E_STEP]
  return runSteps([...CHECK_STEPS, SHANGHAI_STEP, ...built])
})
