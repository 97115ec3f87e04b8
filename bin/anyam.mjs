#!/usr/bin/env node
/* npx anyam …: the product's command line, on the Node that npm brought. Written for Node 18, no packages. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { codeCache, root, targetNode } from '../scripts/prepare.mjs'

let node
try {
  node = targetNode()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
const child = spawn(
  node,
  // A small nursery: a long import then keeps no more memory than a short one.
  [
    '--disable-warning=ExperimentalWarning',
    '--max-semi-space-size=4',
    path.join(root, 'src', 'app', 'cli.ts'),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, ...codeCache } },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('error', error => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
