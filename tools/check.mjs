/** `npm run check`: format, lint, types, dead code, unit and component tests. */
import { runMain } from './failure.mjs'
import { CHECK_STEPS, runSteps } from './steps.mjs'

runMain(() => runSteps(CHECK_STEPS))
