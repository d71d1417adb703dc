/** `node tools/with-setup.mjs <command …>`: installs what is missing, then runs the command. */
import { Failure, runMain } from './failure.mjs'
import { runCommand } from './run-command.mjs'
import { ensureInstalled } from './setup.mjs'

runMain(async () => {
  const command = process.argv.slice(2)
  if (command.length === 0) throw new Failure('usage: node tools/with-setup.mjs <command …>')
  await ensureInstalled()
  const { code, signal } = await runCommand(command)
  // Die of the same signal, so that the shell sees what happened.
  if (signal) process.kill(process.pid, signal)
  return code
})
