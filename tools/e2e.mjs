/** `npm run e2e`: builds, then runs the tests in a real browser. */
import { BUILD_STEP, E2E_STEP } from './browser-steps.mjs'
import { runMain } from './failure.mjs'
import { runSteps } from './steps.mjs'

runMain(() => runSteps([BUILD_STEP, E2E_STEP]))
