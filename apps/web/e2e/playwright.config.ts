import { defineConfig } from '@playwright/test'

import { browserPath, MARKET_URL } from './support/surroundings'

export default defineConfig({
  testDir: './journeys',
  // Two markets may be journeyed through at once.
  outputDir: `../node_modules/.e2e/${new URL(MARKET_URL).port}`,
  // One market, whose clock runs for all journeys alike.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: MARKET_URL,
    timezoneId: 'Europe/Riga',
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browserPath(),
      // As root Chromium's own sandbox cannot start.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
})
