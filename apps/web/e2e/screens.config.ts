import { defineConfig } from '@playwright/test'

import journeys from './playwright.config'

/** The same browser and the same market as the journeys', for pictures of the main pages. */
export default defineConfig({
  ...journeys,
  testDir: './screens',
  // Of its own: journeys that run meanwhile empty theirs.
  outputDir: '../node_modules/.screens',
  timeout: 120_000,
  use: { ...journeys.use, trace: 'off' },
})
