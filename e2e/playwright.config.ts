import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './src/world/chromium';

export default defineConfig({
  testDir: './src/specs',
  outputDir: '../test-results/e2e',
  // Each worker has a world of its own: an example organisation, a store and a server.
  workers: 2,
  forbidOnly: process.env.CI === 'true',
  // Generous, for machines that do much else: nothing here measures time.
  timeout: 180_000,
  // Pictures may differ by what another version of the font rasteriser does to edges, not by more.
  expect: { timeout: 20_000, toHaveScreenshot: { maxDiffPixels: 300, threshold: 0.12 } },
  snapshotPathTemplate: '{testDir}/../pictures/{arg}{ext}',
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    // What moves is at rest at once: positions are compared to the pixel.
    contextOptions: { reducedMotion: 'reduce' },
    permissions: ['clipboard-read', 'clipboard-write'],
    trace: 'retain-on-failure',
    launchOptions: chromiumOptions,
  },
});
