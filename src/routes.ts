import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { index, type RouteConfig, route } from '@react-router/dev/routes'
import { screens } from './app/routes.ts'

const missing = screens.filter(screen => !existsSync(join(import.meta.dirname, screen.file)))
if (missing.length > 0) process.stderr.write(`No page file for: ${missing.map(s => s.path).join(', ')}\n`)

/** The router's table, made from the one list of screens. */
export default screens
  .filter(screen => !missing.includes(screen))
  .map(screen =>
    screen.path === '/' ? index(screen.file) : route(screen.path.slice(1), screen.file, { id: screen.path }),
  ) satisfies RouteConfig
