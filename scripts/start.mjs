/*
 * npm start: everything a fresh machine needs, then the product.
 * Written for Node 18 and without packages: it runs before anything is installed. The product itself runs on the Node of node_modules.
 */
import { spawn } from 'node:child_process'
import { buildIfStale } from './build.mjs'
import { codeCache, prepare, root, say, targetNode } from './prepare.mjs'

process.chdir(root)
const began = Date.now()
try {
  await prepare()
  await buildIfStale()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

const child = spawn(targetNode(), ['--disable-warning=ExperimentalWarning', 'src/app/server.ts'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...codeCache,
    NODE_ENV: 'production',
    HOST: process.env.HOST || '127.0.0.1',
    PORT: process.env.PORT || '3000',
    ANYAM_STARTED_AT: String(began),
  },
  // Ctrl-C in a terminal reaches the whole group; in a group of its own the server gets it once, from us.
  detached: process.platform !== 'win32',
})

let asked = 0
const forward = signal => {
  asked++
  if (asked === 1) say('Menyelesaikan pekerjaan yang sedang berjalan, lalu berhenti …')
  child.kill(asked > 2 ? 'SIGKILL' : signal)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => forward(signal === 'SIGHUP' ? 'SIGTERM' : signal))

child.once('error', error => {
  say(`Anyam tidak dapat dijalankan: ${error.message}`)
  process.exit(1)
})
child.once('exit', (code, signal) => process.exit(code ?? (asked > 0 ? 0 : signal ? 1 : 0)))
