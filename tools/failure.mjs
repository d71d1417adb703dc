/** A failure whose message is all that the reader needs: printed without a stack. */
export class Failure extends Error {}

/**
 * Runs a command's main function; its failures end the process with code 1.
 * @param {() => Promise<number | void>} main resolves to the exit code, or to nothing for 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
