import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** A port nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

export type RunningServer = { base: string; stop(): Promise<void> }

/**
 * Starts the product as a person would, on its own port, and waits until it answers.
 * `env.DATA_DIR` or `env.DATABASE_URL` says on which data; output goes to stderr when `ANYAM_VERBOSE` is set.
 */
export const startServer = async (env: Record<string, string>): Promise<RunningServer> => {
  const port = await freePort()
  const child = spawn(process.execPath, ['src/app/server.ts'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output = (output + chunk).slice(-8000)
      if (process.env.ANYAM_VERBOSE) process.stderr.write(chunk)
    })
  const base = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output}`)
    const answer = await fetch(`${base}/healthz`).catch(() => null)
    if (answer?.ok) break
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  return {
    base,
    stop: () =>
      new Promise(resolve => {
        if (child.exitCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
