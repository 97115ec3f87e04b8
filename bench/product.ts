import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { freePort } from '../scripts/browser/running-server.ts'

/** User and system seconds of a process so far; null where the system does not say. */
export const cpuOf = (pid: number): number | null => {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return null
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** The product as it runs for people, over a database that is filled already. */
export const startProduct = async (owner: string, app: string) => {
  const port = await freePort()
  const child = spawn(process.execPath, ['src/app/server.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: owner,
      DATABASE_APP_URL: app,
      DEMO: '0',
      LOG: 'off',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => {
    said = (said + chunk).slice(-4000)
  })
  const base = `http://127.0.0.1:${port}`
  while (!(await fetch(`${base}/healthz`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`the product ended:\n${said}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  return {
    base,
    pid: child.pid!,
    stop: () => new Promise<void>(resolve => (child.once('exit', () => resolve()), child.kill('SIGTERM'))),
  }
}
