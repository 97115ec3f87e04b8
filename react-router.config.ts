import type { Config } from '@react-router/dev/config'

/** `ANYAM_BUILD_DIR` lets several builds stand side by side. */
export default {
  appDirectory: 'src',
  ssr: true,
  buildDirectory: process.env.ANYAM_BUILD_DIR || 'build',
  routeDiscovery: { mode: 'initial' },
} satisfies Config
