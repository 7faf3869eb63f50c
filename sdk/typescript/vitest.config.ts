import { defineConfig } from 'vitest/config'

// The example imports the SDK by its name; here that is its sources.
const conditions = ['vendue-source', 'module', 'import', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['tests/**/*.test.{ts,tsx}'] },
})
