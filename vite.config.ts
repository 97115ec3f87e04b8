import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
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
