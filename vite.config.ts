import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { listModules } from './scripts/bundle/list-modules.ts'

export default defineConfig({
  plugins: [reactRouter(), listModules()],
  build: { assetsInlineLimit: 0, sourcemap: false },
  ssr: {
    external: [
      'pg',
      'kysely',
      'zod',
      'highs',
      '@e965/xlsx',
      'exceljs',
      '@myriaddreamin/typst-ts-node-compiler',
      '@node-rs/argon2',
      'better-auth',
      'pg-boss',
    ],
  },
})
