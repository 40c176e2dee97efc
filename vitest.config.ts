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
          // Not a measure of speed: a test that starts a program waits long on a busy machine.
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'panel',
          environment: 'jsdom',
          include: ['smart-app/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'dist/**'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
