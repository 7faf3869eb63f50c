import { defineConfig } from '@playwright/test'

import journeys from './playwright.config'

/** The same browser and the same market as the journeys', for pictures of the main pages. */
export default defineConfig({ ...journeys, testDir: './screens', timeout: 120_000 })
