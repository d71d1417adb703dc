/** `npm run check`: format, lint, types, dead code, unit and component tests; size and age of dist. */
import { CURRENT_DIST_STEPS } from './browser-steps.mjs'
import { runMain } from './failure.mjs'
import { CHECK_STEPS, runSteps } from './steps.mjs'

runMain(() => runSteps([...CHECK_STEPS, ...CURRENT_DIST_STEPS]))
