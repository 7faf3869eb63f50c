import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) },
    conditions: ['vendue-source'],
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['tests/texts-on-disk.ts'],
    include: ['tests/**/*.test.{ts,tsx}'],
    // The workspace's own packages are sources, and go the way of the app's.
    server: { deps: { inline: [/@vendue\//] } },
  },
})
