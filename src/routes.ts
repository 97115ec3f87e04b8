import { index, type RouteConfig, route } from '@react-router/dev/routes'
import { screens } from './app/routes.ts'

/** The router's table, made from the one list of screens. */
export default screens.map(screen =>
  screen.path === '/' ? index(screen.file) : route(screen.path.slice(1), screen.file, { id: screen.path }),
) satisfies RouteConfig
