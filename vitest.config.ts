import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{apps,packages}/*/src/**/*.test.{ts,tsx}',
      '{bench,examples}/src/**/*.test.ts',
      'scripts/**/*.test.{mjs,ts}',
    ],
    // Property tests and tests on real repositories and files are allowed their time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
