import { defineConfig } from 'vitest/config'
import JourneyOrder from './scripts/test/journey-order.ts'

/** Three sizes of test: unit (pure), store (a real PostgreSQL), journey (a real browser, `e2e/`). */
export default defineConfig({
  test: {
    sequence: { sequencer: JourneyOrder },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['src/**/*.store.test.ts', 'src/**/*.case.test.ts', 'node_modules/**'],
          testTimeout: 60_000,
          // No test changes what another reads, so the house is loaded once per process.
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'store',
          include: ['src/**/*.store.test.ts', 'src/**/*.case.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ['scripts/test/store-setup.ts'],
          pool: 'forks',
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journey',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 400_000,
          globalSetup: ['scripts/test/journey-setup.ts'],
          pool: 'forks',
          fileParallelism: false,
        },
      },
    ],
  },
})
