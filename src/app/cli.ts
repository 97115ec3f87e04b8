import { runCommand } from './command/run-command.ts'

// Output may be cut short by a reader such as `head`: that is no failure of ours.
process.stdout.on('error', () => process.exit(0))

process.exitCode = await runCommand(process.argv.slice(2), {
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  env: process.env,
})
