/** `npm run author -- …` */
import { runCommandLine } from './command-line.ts'
import { diskFileSystem } from './disk.ts'

process.exitCode = runCommandLine(process.argv.slice(2), {
  fileSystem: diskFileSystem,
  now: () => new Date().toISOString(),
  run: String(process.pid),
  print: (line) => void process.stdout.write(`${line}\n`),
  printError: (line) => void process.stderr.write(`${line}\n`),
})
