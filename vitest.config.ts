import { defineConfig } from 'vitest/config';

/** Unit tests stand beside their code; what crosses rooms stands in test/. Browser tests have their own, serial project. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{cds-service,models,fhir-profiles,fixtures,scripts}/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/bench/**', '**/node_modules/**', 'dist/**'],
          setupFiles: ['test/property-seed.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // What is waited for is waited for on a busy machine too.
          expect: { poll: { timeout: 120_000 } },
        },
      },
      {
        test: {
          name: 'panel',
          environment: 'jsdom',
          include: ['smart-app/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'dist/**'],
          setupFiles: ['test/property-seed.ts'],
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
